"""Names and short texts as people type them, made safe to show beside each other."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Bidirectional controls can turn the text around them; invisible ones make two names look alike.
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def clean_name(given: str) -> str:
    """One line, composed (NFKC), without control or direction characters, single spaces."""
    composed = unicodedata.normalize("NFKC", given)
    shown = "".join(
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign
        for sign in composed
        if sign not in _BIDI and unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"}
    )
    return " ".join(shown.split())


def validate_single_script(given: str) -> None:
    """Refuse words that mix Latin with look-alike letters of another alphabet."""
    for word in given.split():
        scripts = {unicodedata.name(sign, "?").split()[0] for sign in word if sign.isalpha()}
        if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK"}:
            raise ValidationError(_("Write each word with letters of one alphabet."))
