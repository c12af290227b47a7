"""Each environment variable that the settings read is explained to whoever runs the site."""

import re

from tests.house.source import ROOT, python

READ = re.compile(
    r"environment\.\w+\(\s*[\"'](MEDSKAB_[A-Z_]+)|os\.environ(?:\.get\(|\[)[\"'](MEDSKAB_[A-Z_]+)"
)
GUIDE = "docs/operations.md"


def read_by_code() -> set[str]:
    """The variables that the package reads."""
    return {name for source in python() for pair in READ.findall(source.text) for name in pair if name}


def test_explains_every_variable():
    explained = set(re.findall(r"^\| `(MEDSKAB_[A-Z_]+)`", (ROOT / GUIDE).read_text("utf-8"), re.M))
    assert explained == read_by_code()


def test_finds_the_variables():
    assert {"MEDSKAB_HOME", "MEDSKAB_DATABASE_URL"} <= read_by_code()
