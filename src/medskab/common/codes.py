"""Codes that people type: twelve letters and figures that can be read aloud, one of them a check.

The alphabet is Crockford's: no I, L, O or U, and what looks alike counts as the same. The check makes the
code a word of a code over GF(32): one wrong sign, or two that changed places, are always noticed, so that a
slip is told apart from a code that does not exist.
"""

import hmac
import secrets
from hashlib import sha256

from django.conf import settings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
_LOOKS_LIKE = str.maketrans({"I": "1", "L": "1", "O": "0"})
_MODULUS = 0b100101  # x⁵ + x² + 1, primitive: the powers of x run through 31 different values


class NotACode(ValueError):
    """What was typed can be no code: too long, too short, or with a slip."""


def new_code() -> str:
    """55 random bits and their check."""
    signs = [secrets.randbelow(32) for _unused in range(LENGTH - 1)]
    return "".join(ALPHABET[sign] for sign in [*signs, _syndrome(signs)])


def shown(code: str) -> str:
    """In three groups, for paper and screen: 7K2M-9QXD-4F0A."""
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))


def read_code(typed: str) -> str:
    """What was meant: upper or lower case, spaces and dashes anywhere, O for 0, I and L for 1."""
    code = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_LOOKS_LIKE)
    if len(code) != LENGTH or set(code) - set(ALPHABET):
        raise NotACode(typed)
    *signs, check = (ALPHABET.index(sign) for sign in code)
    if _syndrome(signs) != check:
        raise NotACode(typed)
    return code


def kept(code: str, purpose: str) -> str:
    """What is stored of a code: useless without the installation's secret, and for another purpose."""
    return hmac.new(settings.SECRETS["codes"].encode(), f"{purpose}:{code}".encode(), sha256).hexdigest()


def _syndrome(signs: list[int]) -> int:
    """The sum of each sign times x to the power of its place, counted from the check's."""
    total = 0
    for sign in signs:
        total = _times_x(total) ^ sign
    return _times_x(total)


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _MODULUS if doubled & 0b100000 else doubled
