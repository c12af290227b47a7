"""The verifier as a stranger runs it, on votes of every kind."""

import json
import subprocess
import sys
from hashlib import sha256

import pytest

from medskab.methods.board import verifier
from medskab.methods.board.tests.boards import changed, checkpoint, signed, vote

TOLD, BALLOTS = vote()
BOARD = signed(TOLD)


def _open(board, ballots=None):
    found = verifier.verify(board, ballots)
    assert "WRONG" not in {verdict for _, verdict, _ in found}, found
    return {name: said for name, verdict, said in found if verdict == "open"}


@pytest.fixture
def files(tmp_path):
    (tmp_path / "board.jsonl").write_bytes(BOARD)
    (tmp_path / "ballots.pb").write_bytes(BALLOTS)
    return [str(tmp_path / "board.jsonl"), "--ballots", str(tmp_path / "ballots.pb")]


def test_runs_without_the_rest_of_the_program(files, tmp_path):
    alone = tmp_path / "verifier.py"
    with open(verifier.__file__, "rb") as program:
        alone.write_bytes(program.read())
    ran = subprocess.run([sys.executable, "-I", alone, *files], capture_output=True, check=False, timeout=30)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"from medskab" not in alone.read_bytes()
    assert b"52 codes = 5 voided + 7 unused + 8 paper + 32 digital." in ran.stdout


def test_takes_receipts_and_checkpoints_and_answers_in_json(files, capsys):
    more = ["--receipt", "CODE2026-11-213", "--checkpoint", checkpoint(BOARD), "--json"]
    assert verifier.main([*files, *more]) == 0
    assert ["receipts", "ok", "Your envelopes are in the urn."] in json.loads(capsys.readouterr().out)


def test_leaves_with_one_where_something_is_wrong_and_with_two_where_something_is_open(files, capsys):
    assert verifier.main([*files, "--checkpoint", "3:abc"]) == 1
    assert "WRONG wall: A checkpoint is not on this board." in capsys.readouterr().out
    assert verifier.main(files[:1]) == 2
    assert "open  ballots: The ballots are published: give their file" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="2"):
        verifier.main(["no-such-file"])


@pytest.mark.parametrize("text", [b"", b"\n", b"{}", b"[]\n", b"null", b"[" * 5000, b"\xff\xfe", b"1" * 5000])
def test_calls_rubbish_no_board(text):
    assert {verdict for _, verdict, _ in verifier.verify(text)} == {"WRONG"}


def test_says_what_a_vote_that_still_runs_leaves_open():
    assert set(_open(signed(TOLD[:6]))) == {
        "order",
        "codes",
        "batches",
        "opened",
        "file",
        "ballots",
        "result",
    }


def test_says_who_saw_ballots_that_are_not_published():
    board = signed(changed(lambda bodies: bodies["opened"].update(ballots="witnessed")))
    gaps = _open(board)
    assert set(gaps) == {"file", "ballots", "result"}
    assert gaps["result"] == "Single ballots are not published. They were seen by Ane, Bo, Cem."
    assert _open(board, BALLOTS) == {}


def _yes_no(digest, **result):
    def change(bodies):
        bodies["set_up"].update(projects=[], budget=0, rule={})
        bodies["set_up"]["ballot"].update(kind="yes-no", least=None, most=None)
        kept = "published" if digest else "witnessed"
        bodies["opened"].update(digital=32, paper=8, spoilt=2, ballots_sha256=digest, ballots=kept)

    told = [(kind, result if kind == "result" else body) for kind, body in changed(change)]
    return signed(told)


def test_counts_a_yes_no_vote_again():
    head = b"META\nkey;value\nbudget;0\nvote_type;choose-1\nPROJECTS\nproject_id;cost\nyes;0\nno;0\n"
    votes = ["yes"] * 20 + ["no"] * 15 + [""] * 3
    rows = "".join(f"{number};{one}\n" for number, one in enumerate(votes, 1))
    ballots = head + b"VOTES\nvoter_id;vote\n" + rows.encode()
    digest = sha256(ballots).hexdigest()
    assert _open(_yes_no(digest, yes=20, no=15, blank=3, invalid=2), ballots) == {}
    wrong = verifier.verify(_yes_no(digest, yes=19, no=16, blank=3, invalid=2), ballots)
    assert [name for name, verdict, _ in wrong if verdict == "WRONG"] == ["result"]


def test_says_that_nobody_else_can_count_a_yes_no_vote_without_its_ballots():
    gaps = _open(_yes_no("", yes=20, no=15, blank=3, invalid=2))
    assert set(gaps) == {"file", "ballots", "result"}
    wrong = verifier.verify(_yes_no("", yes=21, no=15, blank=3, invalid=2))
    assert [name for name, verdict, _ in wrong if verdict == "WRONG"] == ["result"]


def test_calls_a_rehearsal_a_rehearsal():
    found = verifier.verify(signed(changed(lambda bodies: bodies["set_up"].update(rehearsal=True))), BALLOTS)
    assert ("shape", "ok", "A REHEARSAL, no vote: Gården 2026.") in found


def test_refuses_points_and_knapsacks_over_their_limits():
    def points(bodies):
        bodies["set_up"]["ballot"].update(kind="points", points=10)

    def knapsack(bodies):
        bodies["set_up"]["ballot"].update(kind="knapsack")
        bodies["set_up"]["budget"] = 9000

    for change, said in ((points, "points"), (knapsack, "costs more than the budget")):
        found = verifier.verify(signed(changed(change)), BALLOTS)
        assert any(name == "ballots" and said in text for name, verdict, text in found if verdict == "WRONG")
