"""Tests prove something, soon, and the same each time."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import PACKAGE, Source, faults, files, planted, python

LONGEST = 60
PROOFS = {"raises", "warns", "fail", "expect", "look"}  # `look` takes a picture and checks that it fits
UNSURE = {"time.sleep", "sleep", "asyncio.sleep"}
# Test files that must wait for another process, each with its reason.
MAY_WAIT: dict[str, str] = {}


def proves_nothing(source: Source) -> Iterator[str]:
    """Tests that cannot fail for the reason in their name."""
    functions = {node.name: node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef)}
    proving = {name for name, node in functions.items() if _proves(node)}
    for name, node in functions.items():
        if name.startswith("test_") and name not in proving and not _calls(node) & proving:
            yield source.fault(node.lineno, f"{name} asserts nothing")


def _proves(node: ast.FunctionDef) -> bool:
    return any(isinstance(inner, ast.Assert) for inner in ast.walk(node)) or any(
        called in PROOFS or called.startswith(("assert_", "check_", "expect_", "django_assert_"))
        for called in _calls(node)
    )


def _calls(node: ast.FunctionDef) -> set[str]:
    called = (inner.func for inner in ast.walk(node) if isinstance(inner, ast.Call))
    return {ast.unparse(function).rpartition(".")[2] for function in called}


def too_long(source: Source) -> Iterator[str]:
    """Tests that show more than one thing."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST:
                yield source.fault(node.lineno, f"{node.name} has {lines} lines: show one thing")


def waiting(source: Source) -> Iterator[str]:
    """Tests that hope that a moment is long enough."""
    if source.path not in MAY_WAIT:
        for call in source.calls():
            if ast.unparse(call.func) in UNSURE:
                yield source.fault(call.lineno, "wait for what happens, not for a time")


def all_tests() -> list[Source]:
    """Every file of tests."""
    own = [source for source in python(tests=True) if source.is_test]
    return [*own, *files("*.py", "tests")]


@pytest.mark.parametrize("rule", [proves_nothing, too_long, waiting])
def test_holds_tests_to_their_promise(rule):
    assert not faults(rule, all_tests())


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (proves_nothing, "def test_runs():\n    run()"),
        (too_long, "def test_runs():\n" + "    x = 1\n" * 61),
        (waiting, "import time\ntime.sleep(1)"),
    ],
)
def test_notices(rule, text):
    assert list(rule(planted(f"{PACKAGE}/places/tests/test_x.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        "def test_runs():\n    assert run()",
        "def test_runs():\n    with pytest.raises(ValueError):\n        run()",
        "def _is_well(x):\n    assert x\ndef test_runs():\n    _is_well(run())",
    ],
)
def test_lets_a_proof_be(text):
    assert not list(proves_nothing(planted(f"{PACKAGE}/places/tests/test_x.py", text)))
