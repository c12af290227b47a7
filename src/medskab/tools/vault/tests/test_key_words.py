import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from medskab.tools.vault.key_words import UnreadableKey, from_words, to_words, words_qr

KEYS = st.binary(min_size=32, max_size=32)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_reads_back_what_it_printed(key):
    assert from_words("\n".join(to_words(key))) == key


@given(KEYS)
def test_reads_it_typed_carelessly(key):
    lines = to_words(key)
    numbered = "\r\n\r\n".join(f" {number}. {line.lower()} " for number, line in enumerate(lines, 1))
    assert from_words(numbered) == key
    assert from_words("".join(lines).replace(" ", "")) == key
    assert from_words("\n".join(lines).replace(" ", " - ").replace("0", "o").replace("1", "l")) == key


@given(KEYS, st.integers(0, 3), st.integers(0, 15), st.integers(1, 31))
def test_names_the_line_with_a_wrong_character(key, line, place, shift):
    lines = [one.replace(" ", "") for one in to_words(key)]
    was = lines[line]
    other = ALPHABET[(ALPHABET.index(was[place]) + shift) % 32]
    lines[line] = was[:place] + other + was[place + 1 :]
    with pytest.raises(UnreadableKey) as fault:
        from_words("\n".join(lines))
    assert fault.value.line == line + 1
    assert f"Line {line + 1} " in str(fault.value)


@given(KEYS, st.integers(0, 3), st.integers(0, 14))
def test_names_the_line_with_two_swapped_characters(key, line, place):
    lines = [one.replace(" ", "") for one in to_words(key)]
    was = lines[line]
    assume(was[place] != was[place + 1])
    lines[line] = was[:place] + was[place + 1] + was[place] + was[place + 2 :]
    with pytest.raises(UnreadableKey) as fault:
        from_words("\n".join(lines))
    assert fault.value.line == line + 1


def test_finds_lines_in_the_wrong_order():
    first, second, *rest = to_words(bytes(range(32)))
    with pytest.raises(UnreadableKey) as fault:
        from_words("\n".join([second, first, *rest]))
    assert fault.value.line == 1


def test_names_a_short_line_and_a_strange_letter():
    lines = to_words(bytes(range(32)))
    with pytest.raises(UnreadableKey, match="Line 3 has 15 characters"):
        from_words("\n".join([*lines[:2], lines[2][:-1], lines[3]]))
    with pytest.raises(UnreadableKey, match="Line 2: “U”"):
        from_words("\n".join([lines[0], "u" + lines[1][1:], *lines[2:]]))


@pytest.mark.parametrize("text", ["", "\n\n", "ABCD", "A" * 63])
def test_refuses_what_is_no_key(text):
    with pytest.raises(UnreadableKey) as fault:
        from_words(text)
    assert fault.value.line is None


def test_refuses_to_print_a_key_of_another_length():
    with pytest.raises(ValueError, match="32 bytes, not 31"):
        to_words(bytes(31))


def test_draws_the_key_as_a_picture():
    assert words_qr(bytes(32)).startswith("<svg")
    assert words_qr(bytes(32)) != words_qr(bytes(31) + b"1")
