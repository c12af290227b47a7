"""Longer texts as people type them."""

import unicodedata
from typing import Any

from django import forms

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


class TextField(forms.CharField):
    """Several lines of text, without signs that are invisible or turn the text around them."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        given = unicodedata.normalize("NFC", str(value or "")).replace("\r\n", "\n")
        shown = "".join(
            sign
            for sign in given
            if sign == "\n" or (sign not in _TURNING and unicodedata.category(sign) not in {"Cc", "Cs"})
        )
        return super().to_python(shown) or ""
