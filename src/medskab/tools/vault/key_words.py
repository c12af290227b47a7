"""A key on paper: four lines of four groups that a person can read aloud, type and scan.

Each line holds eight bytes of the key and two bytes of a check that also covers the number of the line, so
one wrong character, two swapped neighbours and lines in the wrong order are found for certain, anything else
but for one case in 65,536.
"""

import re
import unicodedata
from binascii import crc_hqx

import segno
from django.utils.translation import gettext as _

KEY_BYTES = 32
_LINES = 4
_PART = KEY_BYTES // _LINES
_CHECK = 2
_CHARS = (_PART + _CHECK) * 8 // 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_NUMBER = re.compile(r"^\s*[1-4]\s*[.:)]")


class UnreadableKey(ValueError):
    """The text is no key; `line` is the faulty one, counted from 1, or None when it cannot be told."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line


def to_words(key: bytes) -> list[str]:
    """The four lines to print, in order."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"A key has {KEY_BYTES} bytes, not {len(key)}.")
    parts = [key[at : at + _PART] for at in range(0, KEY_BYTES, _PART)]
    return [_line(number, part) for number, part in enumerate(parts, 1)]


def from_words(text: str) -> bytes:
    """The key, from what somebody typed or scanned: small letters, missing spaces and O for 0 are fine.

    Raises `UnreadableKey` with a sentence for the person, which names the faulty line.
    """
    lines = [line for line in map(_cleaned, text.splitlines()) if line]
    whole = "".join(lines)
    if len(lines) != _LINES and len(whole) == _LINES * _CHARS:
        lines = [whole[at : at + _CHARS] for at in range(0, len(whole), _CHARS)]
    if len(lines) != _LINES:
        raise UnreadableKey(
            _("The key has 4 lines of 16 characters. %(count)s characters were read.") % {"count": len(whole)}
        )
    return b"".join(_part(number, line) for number, line in enumerate(lines, 1))


def words_qr(key: bytes) -> str:
    """The same text as a QR code, an SVG picture to stand in a page: `from_words` reads what it says."""
    picture = segno.make(" ".join(to_words(key)), error="m", micro=False)
    return picture.svg_inline(scale=4, border=4)


def _line(number: int, part: bytes) -> str:
    bits = int.from_bytes(part + _check(number, part))
    chars = "".join(_ALPHABET[bits >> shift & 31] for shift in range(5 * (_CHARS - 1), -1, -5))
    return " ".join(chars[at : at + 4] for at in range(0, _CHARS, 4))


def _part(number: int, line: str) -> bytes:
    if strange := next((char for char in line if char not in _ALPHABET), None):
        raise UnreadableKey(
            _("Line %(line)s: “%(char)s” is not used in a key. Look at it again.")
            % {"line": number, "char": strange},
            number,
        )
    if len(line) != _CHARS:
        raise UnreadableKey(
            _("Line %(line)s has %(count)s characters. It should have 16.")
            % {"line": number, "count": len(line)},
            number,
        )
    bits = 0
    for char in line:
        bits = bits << 5 | _ALPHABET.index(char)
    read = bits.to_bytes(_PART + _CHECK)
    if read[_PART:] != _check(number, read[:_PART]):
        raise UnreadableKey(
            _("Line %(line)s is not right. Compare it with the paper, letter by letter.") % {"line": number},
            number,
        )
    return read[:_PART]


def _check(number: int, part: bytes) -> bytes:
    return crc_hqx(part, number).to_bytes(_CHECK)


def _cleaned(line: str) -> str:
    plain = _NUMBER.sub("", unicodedata.normalize("NFKC", line)).upper()
    return re.sub(r"[\s\-–—_.,]", "", plain).translate(_LOOKALIKES)
