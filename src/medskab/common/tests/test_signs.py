"""Every text can be printed, whatever signs it is made of."""

import pytest

from medskab.common.typesetting import BOX, breakable, is_right_to_left, printable, shortened

NOBODY_HAS = "\ufdd0"


def shown(text):
    return printable([text])[text]


@pytest.mark.parametrize(
    "text",
    [
        "Blåbærgrød på 3. sal",
        "Bảo vệ đất",
        "Спортивний майданчик",
        "مقهى النساء",
        "12.500\u00a0kr.",
        "\u2068navn\u2069",
    ],
)
def test_leaves_what_residents_write_alone(text):
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\x00b\x07c", "abc"),
        ("en\tto\nfire", "en to fire"),
        ("\u202eevil\u202c name", "evil name"),
        ("a\ue000b", "ab"),
    ],
)
def test_takes_out_signs_that_are_no_writing(text, left):
    assert shown(text) == left


def test_shows_a_box_for_a_letter_that_no_font_has():
    assert shown("\U0001e2d0x") in {"\U0001e2d0x", f"{BOX}x"}
    assert shown("\U00018d00x") == f"{BOX}x"


def test_leaves_a_picture_sign_out_when_no_font_has_it():
    assert shown("Boldbane \U0001fadf") == "Boldbane"


def test_never_makes_a_name_vanish():
    assert shown("\U0001fadf") == BOX


def test_lets_a_word_break_that_no_line_can_hold():
    assert breakable("x" * 100).replace("\u200b", "") == "x" * 100
    assert max(map(len, breakable("x" * 100).split("\u200b"))) <= 36
    assert breakable("Boligorganisationsbestyrelse") == "Boligorganisationsbestyrelse"


@pytest.mark.parametrize(
    ("text", "expected"), [("مرحبا abc", True), ("abc مرحبا", False), ("12 (3)", False), ("", False)]
)
def test_reads_a_text_in_the_direction_of_its_first_letter(text, expected):
    assert is_right_to_left(text) is expected


def test_shortens_at_a_word():
    assert shortened("en lang sætning om en have", 16) == "en lang sætning…"
    assert shortened("x" * 50, 10) == "x" * 9 + "…"
    assert shortened("kort", 10) == "kort"
