"""A board that was tampered with is found out, and each check finds what no other does."""

import json
import random
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from nacl.signing import SigningKey

from medskab.methods.board.tests.boards import KEY, Told, changed, checkpoint, signed, vote
from medskab.methods.board.verifier import CHECKS, Board, verify

TOLD, BALLOTS = vote()
BOARD = signed(TOLD)
WALL = checkpoint(BOARD)
OTHER = SigningKey(bytes(32))
Forged = tuple[bytes, bytes]


def _flip(chance: random.Random, text: bytes) -> bytes:
    at = chance.randrange(len(text))
    return text[:at] + bytes([text[at] ^ chance.randrange(1, 256)]) + text[at + 1 :]


def _lines(chance: random.Random) -> bytes:
    lines = BOARD.splitlines()
    one, other = sorted(chance.sample(range(len(lines)), 2))
    deed = chance.choice(["drop", "swap", "twice", "carry"])
    if deed == "drop":
        del lines[one]
    elif deed == "swap":
        lines[one], lines[other] = lines[other], lines[one]
    elif deed == "twice":
        lines.insert(other, lines[one])
    else:
        lines.insert(other, lines.pop(one))
    return b"\n".join(lines)


def _number(chance: random.Random) -> bytes:
    text = BOARD.decode()
    places = [at for at, sign in enumerate(text) if sign.isdigit()]
    at = chance.choice(places)
    return (text[:at] + str((int(text[at]) + chance.randrange(1, 10)) % 10) + text[at + 1 :]).encode()


def _signed_by_another(chance: random.Random) -> bytes:
    told: Told = json.loads(json.dumps(TOLD))
    kind, body = chance.choice([one for one in told if one[1]])
    body[chance.choice(sorted(body))] = chance.randrange(10**6)
    if chance.random() < 0.5:
        told[0][1]["signing_key"] = bytes(OTHER.verify_key).hex()
    lines = []
    prev = "0" * 64
    for seq, (kind, body) in enumerate(told):
        event: dict[str, Any] = {"seq": seq, "kind": kind, "body": body, "prev": prev}
        digest = sha256(_text(event))
        prev = digest.hexdigest()
        event |= {"hash": prev, "signature": OTHER.sign(digest.digest()).signature.hex()}
        lines.append(_text(event))
    return b"\n".join(lines)


def _text(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


MUTATIONS: dict[str, Callable[[random.Random], Forged]] = {
    "a flipped sign": lambda chance: (_flip(chance, BOARD), BALLOTS),
    "lines elsewhere": lambda chance: (_lines(chance), BALLOTS),
    "a changed number": lambda chance: (_number(chance), BALLOTS),
    "a cut end": lambda chance: (BOARD[: chance.randrange(len(BOARD))], BALLOTS),
    "another key": lambda chance: (_signed_by_another(chance), BALLOTS),
    "a flipped ballot": lambda chance: (BOARD, _flip(chance, BALLOTS)),
    "fewer ballots": lambda chance: (BOARD, BALLOTS[: chance.randrange(len(BALLOTS))]),
}


def _missed(name: str, count: int) -> list[int]:
    missed = []
    for seed in range(count):
        board, ballots = MUTATIONS[name](random.Random(f"{name} {seed}"))
        if (board.removesuffix(b"\n"), ballots) == (BOARD.removesuffix(b"\n"), BALLOTS):
            continue
        if all(verdict == "ok" for _, verdict, _ in verify(board, ballots, [], [WALL])):
            missed.append(seed)
    return missed


@pytest.mark.parametrize("name", MUTATIONS)
def test_finds_two_thousand_forgeries(name):
    assert _missed(name, 2002 // len(MUTATIONS)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", MUTATIONS)
def test_finds_ten_thousand_forgeries(name):
    assert _missed(name, 10_003 // len(MUTATIONS)) == []


def test_finds_a_signature_in_capital_letters():
    lines = BOARD.splitlines()
    signature = json.loads(lines[-1])["signature"].encode()
    lines[-1] = lines[-1].replace(signature, signature.upper())
    found = verify(b"\n".join(lines), BALLOTS, [], [WALL])
    assert [name for name, verdict, _ in found if verdict != "ok"] == ["signatures"]


def _body(kind: str, **more: object) -> Told:
    return changed(lambda bodies: bodies[kind].update(more))


def _other_envelope() -> Told:
    def change(bodies: dict[str, Any]) -> None:
        hashes = bodies["closed"]["batches"][0]["hashes"]
        hashes[:] = sorted([*hashes[1:], "0" * 64])

    return changed(change)


def _only_signature(told: Told, key: SigningKey = KEY) -> tuple[bytes, list[str], list[str]]:
    board = signed(told, key)
    return board, [], [checkpoint(board)]


def _form() -> dict[str, Any]:
    return TOLD[0][1]["ballot"] | {"most": 2}


NEW_KEY = bytes(OTHER.verify_key).hex()
# What a dishonest organiser, who holds the key, could write so that one check alone finds it.
FORGED: dict[str, tuple[bytes, list[str], list[str]]] = {
    "lines": (BOARD.replace(b'{"body"', b'{ "body"', 1), [], [WALL]),
    "shape": _only_signature(_body("set_up", sealing_key="ab")),
    "order": _only_signature([*TOLD[:-1], ("pointers_deleted", {}), TOLD[-1]]),
    "chain": (BOARD.replace(BOARD.splitlines(keepends=True)[5], b""), [], [WALL]),
    "signatures": _only_signature(TOLD, OTHER),
    "wall": (signed(_body("set_up", signing_key=NEW_KEY), OTHER), [], [WALL]),
    "times": _only_signature(_body("moved", closes_at="2026-11-19T20:00:00+01:00")),
    "codes": _only_signature(_body("closed", unused=8)),
    "batches": _only_signature(_other_envelope()),
    "receipts": (BOARD, ["7KQ2MX90AB"], [WALL]),
    "opened": _only_signature(_body("opened", digital=33, paper=7)),
    "file": _only_signature(_body("result", ballots_sha256="0" * 64)),
    "ballots": _only_signature(_body("set_up", ballot=_form())),
    "result": _only_signature(_body("result", winners=["swing"], cost=4000)),
}


def _wrong(name: str) -> set[str]:
    board, receipts, wall = FORGED[name]
    return {check for check, verdict, _ in verify(board, BALLOTS, receipts, wall) if verdict != "ok"}


@pytest.mark.parametrize("name", CHECKS.split())
def test_needs_each_of_its_checks(name, monkeypatch):
    assert _wrong(name) == {name}
    monkeypatch.setattr(Board, f"check_{name}", lambda self: "")
    assert _wrong(name) == set()
