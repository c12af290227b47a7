"""`medskab count`: its answers, and its sentences for every file that cannot be counted."""

import io
import json
import subprocess
import sys
from hashlib import sha256

import pytest
from tests.cases import pb_expected, pb_file

from medskab.cli import count, main
from medskab.methods.budgeting.outcome import Completion, RuleName, Satisfaction, TieBreak

FILE = """META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
p;30;Trees
q;90;\x1b[31mBenches
r;40;Lamps
VOTES
voter_id;vote
a;p,q
b;q
c;r
d;
"""


@pytest.fixture
def file(tmp_path) -> str:
    path = tmp_path / "small.pb"
    path.write_text(FILE, "utf-8")
    return str(path)


def _json(capsys, *words: str) -> dict:
    assert main(["count", *words, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_says_the_result_first_and_a_reason_for_each_other_project(file, capsys):
    assert main(["count", file, "--rule", "greedy-votes"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 of 3 projects is funded.\nThey cost 90 of 100; 10 is left.\n")
    assert "When its turn came, 10 was left; it costs 30. The money went to q." in out
    assert "2 of 4 voters (50.0%) get at least one project" in out
    assert err == ""


def test_aligns_the_table_and_keeps_control_characters_out(file, capsys):
    main(["count", file, "--rule", "greedy-votes"])
    out = capsys.readouterr().out
    assert "  id  votes  cost  name\n  q       2    90  [31mBenches\n" in out


def test_prints_only_ids_when_quiet(file, capsys):
    assert main(["count", file, "--rule", "greedy-votes", "--quiet"]) == 0
    assert capsys.readouterr() == ("q\n", "")


def test_gives_the_keys_that_are_promised(file, capsys):
    answer = _json(capsys, file, "--rule", "greedy-votes")
    assert answer["schema"] == 1
    assert answer["input_sha256"] == sha256(FILE.encode()).hexdigest()
    assert (answer["method"], answer["winners"]) == ("greedy-votes", ["q"])
    assert (answer["cost"], answer["budget"]) == ("90", "100")
    assert (answer["voters"], answer["projects"]) == (4, 3)
    assert {reason["project"] for reason in answer["reasons"]} == {"p", "r"}
    assert answer["reasons"][0] == {
        "project": "p",
        "code": "money-taken",
        "cost": "30",
        "supporters": 1,
        "money": "10",
        "shortfall": "20",
        "because": ["q"],
    }
    assert answer["fairness"]["share_with_winner"] == "0.5"


def test_answers_the_same_bytes_every_time(file, capsys):
    assert main(["count", file, "--format", "json"]) == 0
    first = capsys.readouterr().out
    assert main(["count", file, "--format", "json"]) == 0
    assert capsys.readouterr().out == first


def test_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FILE.encode())))
    assert main(["count", "-", "--quiet", "--rule", "greedy-votes"]) == 0
    assert capsys.readouterr().out == "q\n"


def test_takes_out_projects_with_too_few_votes(file, capsys):
    answer = _json(capsys, file, "--min-votes", "2")
    codes = {reason["project"]: reason["code"] for reason in answer["reasons"]}
    assert codes["p"] == codes["r"] == "too-few-votes"


def test_breaks_ties_by_the_lot_that_was_drawn(file, capsys):
    words = (file, "--rule", "greedy-votes", "--tie-break", "lot")
    first = _json(capsys, *words, "--lot", "q,p,r")["reasons"]
    assert [reason["project"] for reason in first] == ["p", "r"]


def test_offers_every_name_that_the_methods_know():
    assert tuple(RuleName) == count.RULES
    assert tuple(Satisfaction) == count.SATISFACTIONS
    assert tuple(Completion) == count.COMPLETIONS
    assert tuple(TieBreak) == count.TIE_BREAKS


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (FILE.replace("b;q", "b;zz"), "Line 13: A vote names the project zz"),
        (FILE.replace("30;Trees", "-30;Trees"), "Line 7: The cost is negative."),
        ("", "The file is empty."),
        (FILE.encode("utf-16"), "UTF-16"),
        (b"\x7fELF\x02\x01\x01" + bytes(99), "not a text file"),
    ],
)
def test_says_in_one_sentence_what_is_wrong_with_a_file(tmp_path, capsys, content, words):
    path = tmp_path / "bad.pb"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["count", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.startswith(str(path))


@pytest.mark.parametrize(
    ("name", "words"),
    [("missing.pb", "There is no file"), (".", "is a folder"), ("a\0b", "cannot be read")],
)
def test_says_in_one_sentence_why_a_file_cannot_be_read(tmp_path, capsys, name, words):
    assert main(["count", f"{tmp_path}/{name}"]) == 1
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [
        ("--rule", "phragmen", "--satisfaction", "cost"),
        ("--satisfaction", "points"),
        ("--rule", "greedy-votes", "--completion", "add1"),
        ("--tie-break", "lot", "--lot", "p"),
        ("--min-votes", "-1"),
    ],
)
def test_calls_options_that_do_not_fit_wrong_usage(file, capsys, options):
    assert main(["count", file, *options]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_ends_quietly_when_the_reader_has_gone(file):
    program = [sys.executable, "-m", "medskab.cli", "count", file]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 1


def test_counts_real_elections_as_published(capsys):
    for case in pb_expected():
        for name, winners in case["rules"].items():
            rule, *details = name.split(":")
            if case["voters"] > 3000 or rule == "phragmen" or details[-1:] not in ([], ["none"]):
                continue
            options = [
                word
                for pair in zip(("--satisfaction", "--completion"), details, strict=False)
                for word in pair
            ]
            answer = _json(capsys, str(pb_file(case["file"])), "--rule", rule, *options)
            assert answer["winners"] == winners, (case["file"], name)
            assert answer["projects"] == case["projects"] == len(winners) + len(answer["reasons"])


def test_shows_points_beside_votes_where_ballots_give_points(tmp_path, capsys):
    points = FILE.replace("approval", "cumulative").replace("voter_id;vote", "voter_id;vote;points")
    for before, after in {"a;p,q": "a;p,q;1,2.5", "b;q": "b;q;4", "c;r": "c;r;0", "\nd;": "\nd;;"}.items():
        points = points.replace(before, after)
    (tmp_path / "points.pb").write_text(points, "utf-8")
    assert main(["count", str(tmp_path / "points.pb"), "--rule", "greedy-votes"]) == 0
    out = capsys.readouterr().out
    assert "  id  votes  points  cost  name\n  q       2     6.5    90" in out
    assert "  r       0       0    40  Lamps\n" in out


def test_says_what_a_project_would_have_needed(file, capsys):
    assert main(["count", file, "--rule", "greedy-votes", "--what-if", "p"]) == 0
    out = capsys.readouterr().out
    assert "What if: project p\n  With 1 more vote it would have been funded." in out
    assert "At a cost of 10 it would too. (Found in" in out
    found = _json(capsys, file, "--rule", "greedy-votes", "--what-if", "p")["what_if"]
    assert (found["votes"], found["cost"], found["votes_least"]) == (1, "10", True)


@pytest.mark.parametrize(("project", "words"), [("zz", "no project zz"), ("q", "q is funded")])
def test_refuses_what_if_for_no_loser(file, capsys, project, words):
    assert main(["count", file, "--rule", "greedy-votes", "--what-if", project]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
