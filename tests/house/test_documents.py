"""Documents can be trusted: links lead somewhere, commands exist, decision records are listed."""

import re
import tomllib
from collections.abc import Iterator

import pytest
import yaml

from medskab import __version__
from medskab.cli import COMMANDS
from tests.house.source import ROOT, Source, faults, files, planted

LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)")
MAKE = re.compile(r"(?:`|^\s*|\$ )make ([a-z-]+)", re.M)
COMMAND = re.compile(r"(?:`|^|/)medskab ([a-z][a-z-]*)", re.M)
PATH = re.compile(r"`((?:src|tests|docs|requirements|benchmarks|\.ci)/[\w./-]+)`")
RECORD = re.compile(r"^(\d{4})-[a-z0-9-]+\.md$")
RECORDS = ROOT / "docs" / "adr"


def documents() -> list[Source]:
    """Every document of the project."""
    top = [Source(path.name, path.read_text("utf-8")) for path in sorted(ROOT.glob("*.md"))]
    return [*top, *files("*.md", "docs"), *files("*.md")]


def dead_links(source: Source) -> Iterator[str]:
    """Links and paths that lead to nothing."""
    for hit in LINK.finditer(source.text):
        if not ((ROOT / source.path).parent / hit[1]).exists():
            yield source.fault(_line(source, hit), f"{hit[1]} does not exist")
    for hit in PATH.finditer(source.text):
        if not (ROOT / hit[1]).exists():
            yield source.fault(_line(source, hit), f"{hit[1]} does not exist")


def dead_commands(source: Source) -> Iterator[str]:
    """Commands that cannot be run."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for hit in MAKE.finditer(source.text):
        if hit[1] not in targets:
            yield source.fault(_line(source, hit), f"make {hit[1]} does not exist")
    for hit in COMMAND.finditer(source.text):
        if hit[1] not in COMMANDS:
            yield source.fault(_line(source, hit), f"medskab {hit[1]} does not exist")


def _line(source: Source, hit: re.Match[str]) -> int:
    return source.text.count("\n", 0, hit.start()) + 1


@pytest.mark.parametrize("rule", [dead_links, dead_commands])
def test_leads_somewhere(rule):
    assert not faults(rule, documents())


def test_numbers_its_decision_records_without_gaps():
    numbers = [int(found[1]) for path in sorted(RECORDS.iterdir()) if (found := RECORD.match(path.name))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def test_lists_every_decision_record():
    listed = (RECORDS / "README.md").read_text("utf-8")
    assert [path.name for path in RECORDS.glob("0*.md") if f"]({path.name})" not in listed] == []


@pytest.mark.parametrize("part", ["## Why", "## What we do", "## What it costs"])
def test_gives_each_decision_record_its_parts(part):
    assert [path.name for path in RECORDS.glob("0*.md") if part not in path.read_text("utf-8")] == []


def test_lists_every_command_in_the_guide_for_operators():
    guide = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"medskab {name}" not in guide] == []


def test_tells_catalogues_the_version_and_licence_that_it_has():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    card = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert (card["softwareVersion"], card["legal"]["license"]) == (project["version"], project["license"])
    assert project["version"] == __version__
    assert f"## [{__version__}] - {card['releaseDate']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_describes_itself_to_catalogues_in_both_languages():
    card = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert set(card["description"]) == set(card["localisation"]["availableLanguages"]) == {"da", "en"}
    for text in card["description"].values():
        assert len(text["shortDescription"]) <= 150 <= len(text["longDescription"])
        assert text["features"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (dead_links, "see [this](nowhere.md)"),
        (dead_links, "see `src/medskab/nowhere.py`"),
        (dead_commands, "run `make nothing`"),
        (dead_commands, "run `medskab nothing`"),
    ],
)
def test_notices(rule, text):
    assert list(rule(planted("docs/planted.md", text)))
