"""`medskab count --like`: count again as published, and compare."""

import json
from pathlib import Path

import pytest

from medskab.cli import main

from .test_count import FILE


@pytest.fixture
def published(tmp_path, capsys) -> tuple[str, Path]:
    """A file, and the answer of a count by another rule than the usual one."""
    file = tmp_path / "small.pb"
    file.write_text(FILE, "utf-8")
    assert main(["count", str(file), "--rule", "greedy-votes", "--min-votes", "1", "--format", "json"]) == 0
    answer = tmp_path / "answer.json"
    answer.write_text(capsys.readouterr().out, "utf-8")
    return str(file), answer


def test_counts_by_the_rule_of_the_earlier_answer(published, capsys):
    file, answer = published
    assert main(["count", file, "--like", str(answer), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(answer.read_text("utf-8"))


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("winners", ["p"], "other winners"),
        ("reasons", [], "other reasons"),
        ("input_sha256", "0" * 64, "another file"),
    ],
)
def test_says_what_differs_from_the_earlier_answer(published, capsys, key, value, words):
    file, answer = published
    answer.write_text(json.dumps(json.loads(answer.read_text("utf-8")) | {key: value}), "utf-8")
    assert main(["count", file, "--like", str(answer), "--quiet"]) == 1
    out, err = capsys.readouterr()
    assert out == "q\n"
    assert words in err


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("no json", 1, "is not JSON"),
        ("[1]", 1, "is not an answer"),
        ("{}", 2, "no schema 1"),
        ('{"schema": 1, "method": "loudest", "parameters": {}}', 2, "loudest"),
        ('{"schema": 1, "method": "bos"}', 2, "cannot be understood"),
        ("[" * 100_000, 1, "is not JSON"),
    ],
)
def test_refuses_what_is_no_earlier_answer(published, capsys, content, code, words):
    file, answer = published
    answer.write_text(content, "utf-8")
    assert main(["count", file, "--like", str(answer)]) == code
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1


def test_takes_the_whole_rule_from_the_earlier_answer(published, capsys):
    file, answer = published
    assert main(["count", file, "--like", str(answer), "--rule", "bos"]) == 2
    assert "Leave out --rule" in capsys.readouterr().err
