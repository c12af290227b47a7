"""Which inner loops a count uses, and that importing the package stays light."""

import subprocess
import sys

import pytest

from medskab.methods.budgeting import _desk, _plain

_HEAVY = """
import sys
import medskab.methods.budgeting
import medskab.methods.budgeting.count
import medskab.methods.budgeting.what_if
print("numba" in sys.modules)
"""

_COLD = """
import os, sys
from medskab.methods.budgeting.compile_loops import compile_loops
print(compile_loops(), "numba" in sys.modules)
"""


def _python(code, **environment):
    answer = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120, check=True
    )
    return answer.stdout.split()


def test_imports_numba_only_when_a_count_needs_it():
    assert _python(_HEAVY) == ["False"]


def test_keeps_to_numpy_where_numba_is_switched_off(monkeypatch):
    monkeypatch.setenv("MEDSKAB_NO_NUMBA", "1")
    assert _desk.loops_for(10**9) is _plain


def test_keeps_to_numpy_where_numba_is_missing(monkeypatch):
    monkeypatch.setattr(_desk, "find_spec", lambda name: None)
    assert _desk.loops_for(10**9) is _plain


def test_keeps_to_numpy_where_numba_is_broken(monkeypatch):
    def broken(name, package):
        if name == "._kernels":
            raise ImportError("built for another numpy")
        return _plain

    monkeypatch.setattr(_desk, "import_module", broken)
    assert _desk.loops_for(10**9) is _plain


def test_compiles_into_the_folder_it_is_given(tmp_path):
    folder = tmp_path / "compiled"
    assert _python(_COLD, NUMBA_CACHE_DIR=str(folder)) == ["True", "True"]
    assert {path.name.split(".")[0] for path in folder.rglob("*.nbi")} == {"_kernels", "_kernels_ballots"}


def test_compiles_for_this_process_only_where_nothing_can_be_kept(monkeypatch):
    compiled = pytest.importorskip("medskab.methods.budgeting._compiled")

    def nowhere_to_write(*, cache=False, **options):
        if cache:
            raise RuntimeError("no locator available")
        return lambda function: function

    monkeypatch.setattr(compiled, "njit", nowhere_to_write)
    assert compiled.compiled(abs)(-3) == 3
