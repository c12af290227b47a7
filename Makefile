# What can be done with Medskab in one command each. `make` alone lists it.
# Everything lands in this folder (.venv, var, node_modules); nothing is asked of the machine beforehand
# but Python 3.11 or newer.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

PY := .venv/bin/python
RUNTIME := .venv/.runtime-installed
DEV := .venv/.dev-installed
WARM := .venv/.kernels-compiled
PO := $(wildcard src/medskab/locale/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)
KERNELS := $(shell find src/medskab/methods -name '_kernels*.py' -o -name compile_loops.py 2>/dev/null)

.PHONY: help
help: ## List these commands
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: install
install: $(RUNTIME) $(MO) $(WARM) ## Make .venv from the locked packages; quick when nothing has changed

.PHONY: demo
demo: install ## Build the demo area and show it on http://127.0.0.1:8000
	@.venv/bin/medskab demo

.PHONY: test
test: ready ## Everything a change must pass: linters, house, both databases, browser (about 10 minutes)
	@$(PY) -m tests.run test

.PHONY: test-all
test-all: ready ## The same, with every slow test and full matrix
	@$(PY) -m tests.run test-all

.PHONY: trust
trust: ready ## The long tests of what must never be lost or leaked
	@$(PY) -m tests.run trust

.PHONY: check
check: ready ## Linters, types and the rules of the house, changing nothing
	@$(PY) -m tests.run check

.PHONY: fix
fix: ready ## Let the linters mend what they can
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .
	@if command -v npm >/dev/null; then npm ci --silent && npm run --silent fix; fi

.PHONY: bench
bench: ready ## Measure what the documents quote, each figure beside a named peer
	@for file in benchmarks/[a-z]*.py; do echo "== $$file"; $(PY) $$file || exit 1; done

.PHONY: ready
ready: $(DEV) $(MO) $(WARM)

$(RUNTIME): requirements/runtime.lock requirements/build.lock requirements/install.sh pyproject.toml
	@requirements/install.sh runtime
	@touch $@

$(DEV): requirements/dev.lock requirements/build.lock requirements/install.sh pyproject.toml
	@requirements/install.sh dev
	@touch $@ $(RUNTIME)

%.mo: %.po requirements/translations.py | $(RUNTIME)
	@$(PY) requirements/translations.py $<

$(WARM): $(KERNELS) | $(RUNTIME)
	@$(PY) -c 'from medskab.methods.budgeting.compile_loops import compile_loops; compile_loops()'
	@$(PY) -c 'from medskab.methods.opinions.compile_loops import compile_loops; compile_loops()'
	@touch $@
