"""The stand-alone verifier against boards that are right and boards that were tampered with."""

import json
from hashlib import sha256

from nacl.signing import SigningKey

from medskab.methods.board import verifier
from medskab.methods.board.event import append, to_line
from medskab.methods.board.receipts import batch, receipt_hash, root

BALLOTS = (
    b"META\nkey;value\ndescription;Our budget\nnum_projects;2\nnum_votes;3\nbudget;10\nvote_type;approval\n"
    b"PROJECTS\nproject_id;cost;name\n1;6;Bench\n2;7;Party\nVOTES\nvoter_id;vote\n1;1\n2;1\n3;1,2\n"
)
POLL = "ab12"


def board(**changed: object) -> list[str]:
    """A short and lawful vote: three ballots, one of them cast twice."""
    key = SigningKey(bytes(range(32)))
    receipts = [receipt_hash(POLL, f"RECEIPT00{number}") for number in range(4)]
    night = batch("2026-11-02", receipts[:2])
    set_up = {
        "poll": POLL,
        "title": "Our budget",
        "sealing_key": "00" * 32,
        "signing_key": bytes(key.verify_key).hex(),
        "ballot": {"kind": "approval", "least": 1, "most": 2, "points": None},
        "projects": [{"id": "1", "name": "Bench", "cost": 6}, {"id": "2", "name": "Party", "cost": 7}],
        "budget": 10,
        "currency_unit": 1,
        "rule": {"name": "greedy-votes", "satisfaction": None, "completion": None, "tie_break": "id"},
        "opens_at": "2026-11-02T08:00:00+00:00",
        "closes_at": "2026-11-03T20:00:00+00:00",
        "rehearsal": False,
    }
    closed = {"issued": 5, "voided": 0, "unused": 2, "digital": 3, "paper": 0, "padding": 0}
    closed["batches"] = [night, batch("2026-11-03", receipts[2:])]
    digest = sha256(BALLOTS).hexdigest()
    opened = {"digital": 3, "paper": 0, "spoilt": 0, "ballots_sha256": digest, "ballots": "published"}
    opened["witnesses"] = ["Ida", "Karl"]
    result = {"winners": ["1"], "cost": 6, "ballots_sha256": digest}
    steps = [
        ("set_up", set_up),
        ("codes_issued", {"count": 5}),
        ("nightly", {"day": "2026-11-02", "root": root(night["hashes"])}),
        ("closed", closed),
        ("opened", opened),
        ("pointers_deleted", {}),
        ("result", result),
    ]
    last, lines = None, []
    for kind, body in steps:
        last = append(last, kind, body | changed.get(kind, {}), sign=lambda d: key.sign(d).signature)  # type: ignore[attr-defined,operator]
        lines.append(to_line(last))
    return lines


def verdicts(lines: list[str], ballots: bytes | None = BALLOTS) -> set[str]:
    found = verifier.verify("\n".join([*lines, ""]).encode(), ballots)
    return {verdict for _name, verdict, _said in found}


def test_finds_nothing_wrong_with_a_lawful_board() -> None:
    assert verdicts(board()) <= {"ok", "open"}
    assert "WRONG" not in verdicts(board())


def test_finds_a_receipt_that_is_in_the_urn_and_one_that_is_not() -> None:
    content = "\n".join([*board(), ""]).encode()
    there = verifier.verify(content, BALLOTS, ["RECEIPT001"])
    absent = verifier.verify(content, BALLOTS, ["RECEIPT009"])
    assert "WRONG" not in {verdict for _name, verdict, _said in there}
    assert "WRONG" in {verdict for _name, verdict, _said in absent}


def test_finds_every_line_that_was_left_out_or_put_elsewhere() -> None:
    lines = board()
    for place in range(len(lines) - 1):
        assert "WRONG" in verdicts(lines[:place] + lines[place + 1 :])
        swapped = [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]
        assert "WRONG" in verdicts(swapped)


def test_finds_every_sign_that_was_changed() -> None:
    lines = board()
    text = "\n".join(lines)
    for place in range(0, len(text), 7):
        if text[place].isalnum():
            other = "0" if text[place] != "0" else "1"
            changed = text[:place] + other + text[place + 1 :]
            assert "WRONG" in verdicts(changed.split("\n")), place


def test_finds_lies_that_are_signed_as_they_should_be() -> None:
    lies = (
        {"result": {"winners": ["2"], "cost": 7}},
        {"result": {"cost": 5}},
        {"closed": {"unused": 3}},
        {"opened": {"digital": 2}},
        {"nightly": {"root": "00" * 32}},
    )
    for lie in lies:
        assert "WRONG" in verdicts(board(**lie)), lie


def test_finds_other_ballots_than_those_of_the_board() -> None:
    assert "WRONG" in verdicts(board(), BALLOTS.replace(b"3;1,2", b"3;2"))
    assert json.loads(board()[4])["kind"] == "opened"
