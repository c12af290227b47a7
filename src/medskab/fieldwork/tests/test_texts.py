"""Texts: what may lead to somebody is found, and a transcript is read in turns."""

import pytest

from medskab.fieldwork.identifying import found_in, has_civil_number, replaced
from medskab.fieldwork.transcript import segments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday I met Hassan Ali at the door.", ["Hassan Ali"]),
        ("[00:01:20] Lampe: Mette said it. Then Mette left.", ["Mette"]),
        ("Nothing here. Nobody at all.", []),
        ("[00:01:20] Lampe: We talked.\nFacilitator: Yes.", []),
        ("call 12 34 56 78 or +4512345678", ["12 34 56 78", "+4512345678"]),
        ("write to ida@example.org now", ["ida@example.org"]),
        ("det sagde De til mig, og jeg sagde I skal", []),
        ("the lift at Åse's place", ["Åse's"]),
    ],
)
def test_finds_what_may_lead_to_somebody(text, found):
    assert [one.words for one in found_in(text)] == found


def test_replaces_whole_words_only_and_longer_names_first():
    text = "we asked Ali and Ali Hassan about Alibaba"
    chosen = [one for one in found_in(text) if one.words != "Alibaba"]
    assert "Ali " not in replaced(text, chosen)
    assert "Alibaba" in replaced(text, chosen)


@pytest.mark.parametrize("text", ["010190-1234", "it is 3112991234", "010190 1234."])
def test_knows_a_civil_number(text):
    assert has_civil_number(text)


@pytest.mark.parametrize("text", ["451290-1234", "12345678", "2026-11-24", "0101901234567"])
def test_takes_no_other_number_for_one(text):
    assert not has_civil_number(text)


def test_reads_a_transcript_in_turns():
    text = "[00:01:20] Ida: Hello\nand more\n\n[02:05] Lampe: Yes\nFacilitator: So?"
    turns = segments(text)
    assert [(turn.seconds, turn.speaker, turn.words) for turn in turns] == [
        (80, "Ida", "Hello\nand more"),
        (125, "Lampe", "Yes"),
        (None, "Facilitator", "So?"),
    ]
    assert text[turns[0].start : turns[0].end].endswith("and more")
    assert text[turns[1].start : turns[1].end] == "[02:05] Lampe: Yes"


def test_reads_plain_text_as_one_turn():
    assert [turn.words for turn in segments("One line\nand another")] == ["One line\nand another"]
