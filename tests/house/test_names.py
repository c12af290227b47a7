"""Names that say what is inside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, Source, faults, files, planted, python

EMPTY_WORDS = {
    *("util", "utils", "helper", "helpers", "manager", "managers", "service", "services"),
    *("data", "info", "misc", "core", "stuff"),
}


def says_nothing(source: Source) -> Iterator[str]:
    """A file or folder whose name could hold anything."""
    for part in Path(source.path).with_suffix("").parts:
        if part in EMPTY_WORDS:
            yield source.fault(1, f"{part} says nothing: name the noun that lives here")


def getters(source: Source) -> Iterator[str]:
    """Questions are noun phrases: `open_ballots(area)`, not `get_open_ballots(area)`."""
    if source.name not in {"queries", "calculations"} and "queries" not in source.parts:
        return
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("get_"):
            yield source.fault(node.lineno, f"{node.name}: name what comes back")


def test_gives_files_names_that_say_something():
    assert not faults(says_nothing, [*python(tests=True), *files("*.py", "tests"), *files("*.js")])


def test_names_questions_by_their_answers():
    assert not faults(getters, python())


@pytest.mark.parametrize("path", ["places/utils.py", "people/services/mail.py", "common/helpers.py"])
def test_notices_an_empty_name(path):
    assert list(says_nothing(planted(f"{PACKAGE}/{path}", "")))


def test_notices_a_getter():
    assert list(getters(planted(f"{PACKAGE}/places/queries.py", "def get_places(): ...")))
