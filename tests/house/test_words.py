"""What the screens never say, and the words the code and the glossary share."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.source import PACKAGE, ROOT, Source, faults, files, planted, python

LABELS = re.compile(
    r"\b(?:ghetto\w*|parallel societ\w+|parallelsamfund\w*|immigrant\w*|indvandrer\w*|"
    r"non-western|ikke-vestlig\w*|burdened|belastede?\w*|problem area\w*|problemområde\w*|"
    r"resource-poor|ressourcesvag\w*|svag(?:e|t)? beboer\w*|weak residents?|vulnerable people)\b",
    re.I,
)
GLOSSARY = "docs/glossary.md"
WORD = re.compile(r"^\| `([^`]+)`", re.M)


def labels(source: Source) -> Iterator[str]:
    """Words that put people or places into a box."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if hit := LABELS.search(line):
            yield source.fault(number, f"“{hit.group()}” labels people: say what is there instead")


def spoken() -> list[Source]:
    """What residents read: templates, translations, and the Python that holds texts."""
    return [*files("*.html"), *files("*.txt"), *files("*.po"), *files("*.typ"), *python()]


def names_in_code() -> set[str]:
    """Every name that the package defines."""
    found: set[str] = set()
    for source in python():
        found.add(source.name)
        found.add(source.room)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.arg):
                found.add(node.arg)
    return found


def glossary() -> list[str]:
    """The code words that the glossary explains."""
    return WORD.findall((ROOT / GLOSSARY).read_text("utf-8"))


def test_never_labels_people_or_places():
    assert not faults(labels, spoken())


def test_explains_words_that_the_code_uses():
    known = names_in_code()
    assert [word for word in glossary() if not set(word.split(".")) <= known] == []
    assert len(glossary()) > 20


def test_explains_each_word_once():
    assert len(glossary()) == len(set(glossary()))


@pytest.mark.parametrize(
    "text", ["<p>The ghetto list</p>", 'msgstr "Et parallelsamfund"', "an Immigrant family"]
)
def test_notices_a_label(text):
    assert list(labels(planted(f"{PACKAGE}/places/templates/places/x.html", text)))
