"""The command `medskab opinions`."""

import json
from hashlib import sha256

import pytest

from medskab.cli import main, opinions

WORDS = [
    "More trees",
    "Fewer cars",
    "Later shops",
    "A louder square",
    "New benches",
    "A common house",
    "More light",
]


@pytest.fixture
def files(tmp_path):
    """Two camps of ten people who agree on more trees only; statement 6 is moderated out."""
    rows = [
        f"{time},,{what},{who},{1 if what == 0 or (what + who) % 2 else -1}"
        for time, (who, what) in enumerate((who, what) for who in range(20) for what in range(8))
    ]
    votes, comments = tmp_path / "votes.csv", tmp_path / "comments.csv"
    votes.write_text("timestamp,datetime,comment-id,voter-id,vote\n" + "\n".join(rows), "utf-8")
    texts = [f"{at},{word},{-1 if at == 6 else 1}" for at, word in enumerate(WORDS)]
    comments.write_text(
        "comment-id,comment-body,moderated\n" + "\n".join([*texts, "7,\x1b[31mRed,1"]), "utf-8"
    )
    return votes, comments


@pytest.fixture(autouse=True)
def listed(monkeypatch):
    monkeypatch.setattr("medskab.cli.COMMANDS", {"opinions": opinions.__name__})


def asked(*words, capsys):
    code = main(["opinions", *map(str, words)])
    return code, *capsys.readouterr()


def test_says_what_most_agree_on_before_the_groups(files, capsys):
    votes, comments = files
    code, out, err = asked(votes, "--comments", comments, "--slate", 2, capsys=capsys)
    assert (code, err) == (0, "")
    assert out.startswith("20 people gave 160 answers to 8 statements.\nLeft out as moderated, or about")
    assert out.index("Most of us agree\n  0: More trees (20 agree") < out.index("We see it in two ways")
    assert "Groups: 2 (agreement between samples 1.00)" in out
    assert "disagrees: 2: Later shops (10 of 10)" in out
    assert "A slate that speaks for 20 of 20" in out
    assert "\x1b" not in out


def test_answers_programs(files, capsys):
    votes, comments = files
    _code, out, _err = asked(votes, "--comments", comments, "--slate", 1, "--format", "json", capsys=capsys)
    answer = json.loads(out)
    assert answer["input_sha256"] == sha256(votes.read_bytes()).hexdigest()
    assert [len(group["members"]) for group in answer["groups"]] == [10, 10]
    assert [len(answer["clustered"]), answer["slate"]] == [20, ["0"]]
    assert answer["statements"][6]["out"] is True


def test_describes_groups_that_are_brought(files, tmp_path, capsys):
    file = tmp_path / "groups.csv"
    file.write_text("voter-id,group\n" + "\n".join(f"{who},{'N' if who < 16 else 'S'}" for who in range(20)))
    _code, out, _err = asked(files[0], "--groups-file", file, capsys=capsys)
    assert "Group N, 16 people" in out
    assert "Group S: too small to be described." in out


def test_says_how_many_are_missing_for_groups(tmp_path, capsys):
    file = tmp_path / "votes.csv"
    file.write_text("comment-id,voter-id,vote\n0,a,1\n0,b,0\n")
    _code, out, _err = asked(file, capsys=capsys)
    assert "5 more are needed" in out
    assert "Answered by fewer than five: 1." in out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["--groups", "3", "--groups-file", "x"], 2, "either given"),
        (["--slate", "0"], 2, "--slate must be 1 or more"),
        (["--residents", "3"], 2, "20 people voted"),
        (["--groups-file", "there-is-none.csv"], 1, "cannot be read"),
    ],
)
def test_refuses_with_one_sentence(files, words, code, sentence, capsys):
    found, out, err = asked(files[0], *words, capsys=capsys)
    assert (found, out, err.count("\n")) == (code, "", 1)
    assert sentence in err


def test_names_the_line_that_is_wrong(tmp_path, capsys):
    file = tmp_path / "votes.csv"
    file.write_text("comment-id,voter-id,vote\n0,a,yes\n")
    code, _out, err = asked(file, capsys=capsys)
    assert code == 1
    assert "votes.csv: Line 2: a vote is 1, 0 or -1" in err
