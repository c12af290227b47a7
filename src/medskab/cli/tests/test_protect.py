"""The command `medskab protect`."""

import json
from hashlib import sha256

import pytest

from medskab.cli import main, protect

TABLE = "Blok;0-17;18-64;65+\nEngvej 4;3;40;12\nEngvej 6;9;31;8\nEngvej 8;21;52;6\n"


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "table.csv"
    file.write_text(TABLE, "utf-8")
    return file


@pytest.fixture(autouse=True)
def listed(monkeypatch):
    monkeypatch.setattr("medskab.cli.COMMANDS", {"protect": protect.__name__})


def asked(*words, capsys):
    code = main(["protect", *map(str, words)])
    return code, *capsys.readouterr()


def test_prints_the_table_with_its_totals_and_what_is_hidden(table, capsys):
    code, out, err = asked(table, capsys=capsys)
    assert (code, err) == (0, "")
    assert "Engvej 8" in out
    assert "1 count is below 5 and hidden; 3 others are hidden" in out
    assert "Engvej 4 / 0-17: 1 to " in out
    assert "Not checked: whether the area" in out


def test_answers_programs(table, capsys):
    _code, out, _err = asked(table, "--format", "json", capsys=capsys)
    answer = json.loads(out)
    assert answer["input_sha256"] == sha256(TABLE.encode()).hexdigest()
    assert answer["table"]["rows"] == ["Engvej 4", "Engvej 6", "Engvej 8", None]
    assert answer["table"]["numbers"][0][0] is None
    assert (answer["schema"], answer["threshold"], answer["because"]["small"]) == (1, 5, 1)
    assert all(cell["high"] - cell["low"] >= 5 for cell in answer["suppressed"])


def test_says_when_nothing_needs_to_be_hidden(tmp_path, capsys):
    file = tmp_path / "t.csv"
    file.write_text("x,A,B\nr,30,40\n", "utf-8")
    _code, out, _err = asked(file, "--residents", "400", "--households", "90", capsys=capsys)
    assert "Nothing needs to be hidden" in out
    assert "whether the area" not in out


def test_refuses_a_lower_threshold(table, capsys):
    code, out, err = asked(table, "--threshold", "3", capsys=capsys)
    assert (code, out, err) == (2, "", "The threshold must be 5 or more, not 3.\n")


@pytest.mark.parametrize("words", [("--residents", "99"), ("--households", "49")])
def test_refuses_a_small_area(table, words, capsys):
    code, out, err = asked(table, *words, capsys=capsys)
    assert (code, out) == (1, "")
    assert "too small for a table of its own" in err


def test_says_what_is_wrong_with_the_file(tmp_path, capsys):
    file = tmp_path / "t.csv"
    file.write_text("x,A\nr,1.5\n", "utf-8")
    code, _out, err = asked(file, capsys=capsys)
    assert (code, err) == (1, f"{file}: Line 2: “1.5” is no whole number of people.\n")


def test_says_when_there_is_no_file(tmp_path, capsys):
    code, _out, err = asked(tmp_path / "none.csv", capsys=capsys)
    assert (code, "cannot be read" in err) == (1, True)
