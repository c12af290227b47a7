"""The walls between rooms, and the purity of the cellar."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator

import pytest

from tests.house.source import PACKAGE, ROOMS, ROOT, Source, faults, imports, planted, python

# What an algorithm may not know of: the framework, the network, the database, other processes, the clock.
OUTSIDE = {
    *("django", "sqlite3", "psycopg", "socket", "ssl", "http", "urllib", "requests", "asyncio", "subprocess"),
    *("threading", "multiprocessing", "time", "tempfile", "shutil", "logging", "secrets", "uuid"),
}
# (module, attribute): a clock, the environment, or chance that nobody can repeat.
UNREPEATABLE = {
    *(("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")),
    *(("os", "environ"), ("os", "getenv"), ("os", "urandom")),
}
SEEDED = {"Random"}
# One switch that changes speed and never an answer: whether the compiled loops are used.
MAY_READ_ENVIRONMENT = {f"{PACKAGE}/methods/budgeting/_desk.py", f"{PACKAGE}/methods/opinions/moments.py"}


def impure(source: Source) -> Iterator[str]:
    """What in a file of the cellar reaches outside it."""
    for line, module, name in imports(source):
        head, _, rest = module.partition(".")
        is_ours = rest.startswith("methods") or name in {"methods", "__version__"}
        if head in OUTSIDE or (head == "medskab" and not is_ours):
            yield source.fault(line, f"the cellar may not import {module}")
        if head == "random" and name not in {*SEEDED, ""}:
            yield source.fault(line, "chance needs a seed: use random.Random(seed)")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute):
            yield from _unrepeatable(source, node)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"open", "print"}
        ):
            yield source.fault(
                node.lineno, f"the cellar takes values and returns values: no {node.func.id}()"
            )


def _unrepeatable(source: Source, node: ast.Attribute) -> Iterator[str]:
    owner = ast.unparse(node.value)
    if (owner.rpartition(".")[2], node.attr) in UNREPEATABLE and source.path not in MAY_READ_ENVIRONMENT:
        yield source.fault(node.lineno, f"{owner}.{node.attr} gives another answer each time")
    if owner == "random" and node.attr not in SEEDED:
        yield source.fault(node.lineno, f"chance needs a seed: random.{node.attr} has none")
    if owner in {"np.random", "numpy.random"} and node.attr not in {"default_rng", "Generator"}:
        yield source.fault(node.lineno, f"chance needs a seed: {owner}.{node.attr} has none")


def cellar() -> Iterable[Source]:
    """The files of `methods`, tests left out."""
    return [source for source in python() if source.room == "methods"]


def contract() -> list[str]:
    """The column as the import contract declares it, top to bottom."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = declared["contracts"][0]["layers"]
    return [room.strip(" ()") for layer in layers for room in layer.replace(":", "|").split("|")]


def test_keeps_each_room_to_what_lies_below_it():
    linter = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(
        [*linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_declares_the_rooms_in_the_order_of_the_column():
    declared = contract()
    assert declared == [room for room in ROOMS if room in declared]


def test_lists_every_room_that_exists():
    folders = [path for path in (ROOT / PACKAGE).iterdir() if any(path.glob("**/*.py"))]
    assert {path.name for path in folders} - {"locale"} == set(contract())


def test_keeps_the_cellar_free_of_the_world():
    assert not faults(impure, cellar())


@pytest.mark.parametrize(
    "text",
    [
        "from django.db import models",
        "import django.utils",
        "from medskab.common.clock import now",
        "from medskab import places",
        "import time",
        "import urllib.request",
        "from random import shuffle",
        "import random\nrandom.shuffle([1])",
        "import numpy as np\nnp.random.seed(1)",
        "from datetime import datetime\ndatetime.now()",
        "import datetime\ndatetime.date.today()",
        "import os\nos.environ['X']",
        "open('file')",
    ],
)
def test_notices_what_does_not_belong_in_the_cellar(text):
    assert list(impure(planted(f"{PACKAGE}/methods/budgeting/planted.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        "import random\nrandom.Random(7).shuffle([1])",
        "import numpy as np\nnp.random.default_rng(7)",
        "from medskab.methods.budgeting.rule import Rule",
    ],
)
def test_lets_the_cellar_use_seeded_chance_and_itself(text):
    assert not list(impure(planted(f"{PACKAGE}/methods/budgeting/planted.py", text)))
