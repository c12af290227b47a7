"""How long a thing may get before it is two things. Aims are lower: CONTRIBUTING.md."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT, Source, faults, files, planted, python

PYTHON_FILE, TEST_FILE, TEMPLATE, SCRIPT, STYLE = 400, 400, 160, 200, 400
FUNCTION, VIEW, PARAMETERS = 60, 40, 7
# path, or path::function: the reason why it is longer.
EXCEPTIONS: dict[str, str] = {
    "tests/trust/doors.py": "a table with one row for each address",
}


def long_file(source: Source, most: int) -> Iterator[str]:
    """A file with too many lines."""
    lines = source.text.count("\n")
    if lines > most and source.path not in EXCEPTIONS:
        yield source.fault(1, f"{lines} lines; make a folder of nouns of it before it passes {most}")


def long_functions(source: Source) -> Iterator[str]:
    """Functions with too many lines or parameters; a view has fewer of both."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if f"{source.path}::{node.name}" in EXCEPTIONS:
            continue
        most = VIEW if _is_view(source) else FUNCTION
        if (lines := _lines(node)) > most:
            yield source.fault(node.lineno, f"{node.name} has {lines} lines, {most} are the most")
        if (count := _parameters(node)) > PARAMETERS:
            yield source.fault(
                node.lineno, f"{node.name} takes {count} parameters, {PARAMETERS} are the most"
            )


def _is_view(source: Source) -> bool:
    return "views" in (source.name, Path(source.path).parent.name) or "pages" in Path(source.path).parts


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    said = node.body[0]
    if (
        isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
        and isinstance(said.value.value, str)
    ):
        lines -= (said.end_lineno or said.lineno) - said.lineno + 1
    return lines


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return len([name for name in names if name.arg not in {"self", "cls", "_"}])


def of_kind(pattern: str) -> list[Source]:
    """The package's templates, scripts or styles."""
    return list(files(pattern))


def test_keeps_python_files_short():
    assert not faults(lambda source: long_file(source, PYTHON_FILE), python())


def test_keeps_functions_short():
    project = [
        *python(),
        *files("*.py", "tests"),
        *files("*.py", "benchmarks"),
        *files("*.py", "requirements"),
    ]
    assert not faults(long_functions, project)


def test_keeps_test_files_short():
    tests = [source for source in python(tests=True) if source.is_test]
    assert not faults(lambda source: long_file(source, TEST_FILE), [*tests, *files("*.py", "tests")])


@pytest.mark.parametrize(
    ("pattern", "most"), [("*.html", TEMPLATE), ("*.txt", TEMPLATE), ("*.js", SCRIPT), ("*.css", STYLE)]
)
def test_keeps_what_the_browser_gets_short(pattern, most):
    assert not faults(lambda source: long_file(source, most), of_kind(pattern))


def test_has_no_exception_for_what_is_gone():
    assert not [name for name in EXCEPTIONS if not (ROOT / name.partition("::")[0]).exists()]


def test_notices_a_long_file():
    assert list(long_file(planted(f"{PACKAGE}/x.py", "\n" * 401), PYTHON_FILE))


def test_notices_a_long_function():
    body = "\n".join(f"    a{number} = {number}" for number in range(60))
    assert list(long_functions(planted(f"{PACKAGE}/x.py", f"def f():\n{body}\n")))


def test_notices_a_view_that_another_function_could_still_be():
    body = "\n".join(f"    a{number} = {number}" for number in range(45))
    assert list(long_functions(planted(f"{PACKAGE}/places/views.py", f"def f():\n{body}\n")))
    assert not list(long_functions(planted(f"{PACKAGE}/places/queries.py", f"def f():\n{body}\n")))


def test_does_not_count_the_docstring():
    said = "\n".join("    word" for _ in range(60))
    assert not list(long_functions(planted(f"{PACKAGE}/x.py", f'def f():\n    """\n{said}\n    """\n')))


def test_notices_too_many_parameters():
    assert list(long_functions(planted(f"{PACKAGE}/x.py", "def f(a, b, c, d, *, e, f, g, h): ...")))
