"""What is sent from outside is read or refused, and breaks nothing."""

import pytest

from medskab.common.typed import read_json, whole_number


@pytest.mark.parametrize("typed", ["", None, "²", "٣", "-1", "1.5", " 1", "9" * 16, "9" * 5000])
def test_takes_nothing_for_a_number_that_is_none(typed):
    assert whole_number(typed) is None


def test_reads_a_number():
    assert whole_number("0042") == 42


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{",
        b"\xff\xfe\xfa",
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b'{"a": "\\ud800"}',
        b'{"\\ud800": 1}',
        b'{"a": [["\\u0000"]]}',
        b"9" * 5000,
    ],
)
def test_refuses_what_is_broken_too_deep_or_cannot_be_kept(sent):
    with pytest.raises(ValueError, match=r"."):
        read_json(sent)


def test_reads_what_is_whole():
    assert read_json('{"a": ["æ", 1, null]}'.encode()) == {"a": ["æ", 1, None]}
