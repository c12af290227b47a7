import pytest
from nacl.signing import SigningKey, VerifyKey

from medskab.methods.board.event import FIRST_PREV, BadEvent, append, from_line, to_line
from medskab.methods.board.receipts import batch, receipt_hash, root

KEY = SigningKey(bytes(32))


def _sign(digest: bytes) -> bytes:
    return KEY.sign(digest).signature


def test_chains_each_event_to_the_one_before():
    first = append(None, "codes_issued", {"count": 3}, sign=_sign)
    second = append(first, "codes_voided", {"count": 1, "because": "Moved away"}, sign=_sign)
    assert (first.seq, first.prev, second.seq, second.prev) == (0, FIRST_PREV, 1, first.hash)


def test_signs_the_hash():
    event = append(None, "key_destroyed", {}, sign=_sign)
    assert VerifyKey(bytes(KEY.verify_key)).verify(bytes.fromhex(event.hash), bytes.fromhex(event.signature))


def test_reads_back_the_line_it_wrote():
    event = append(None, "codes_voided", {"count": 1, "because": "Fejl i opgangen\u2028æøå"}, sign=_sign)
    assert from_line(to_line(event)) == event
    assert "æøå" in to_line(event)


@pytest.mark.parametrize(
    ("kind", "body", "sentence"),
    [
        ("gossip", {}, "no events of the kind"),
        ("codes_issued", {}, "has the fields: count"),
        ("codes_issued", {"count": 1, "names": []}, "has the fields: count"),
        ("codes_issued", {"count": 1.5}, "whole numbers"),
        ("codes_issued", [], "named fields"),
    ],
)
def test_refuses_what_cannot_stand_on_a_board(kind, body, sentence):
    with pytest.raises(BadEvent, match=sentence):
        append(None, kind, body, sign=_sign)


@pytest.mark.parametrize("line", ["", "{}", "[1]", "null", '{"seq":0}'])
def test_refuses_a_line_that_is_no_event(line):
    with pytest.raises(BadEvent):
        from_line(line)


def test_tells_receipts_of_two_polls_apart():
    assert receipt_hash("1", "7KQ2MX90AB") != receipt_hash("2", "7KQ2MX90AB")


def test_hides_the_order_in_which_envelopes_came():
    assert batch("2026-11-24", ["b", "a"]) == batch("2026-11-24", ["a", "b"])
    assert root(["b", "a"]) == root(["a", "b"]) != root(["a", "c"])
