"""Filters for money and codes, and the tags that draw figures."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any
from zlib import crc32

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from medskab.common.charts import Bar, Piece, placed_bars, placed_pieces
from medskab.common.money import ore_as_text

register = template.Library()

NO_BREAK = "\u00a0"


@register.filter
def kroner(ore: int | None) -> str:
    """Øre as money: 1.234,50 kr. in Danish, kr 1,234.50 in English; whole kroner without decimals."""
    if ore is None:
        return ""
    amount = ore_as_text(abs(ore))
    sign = "−" if ore < 0 else ""
    if (get_language() or "").startswith("en"):
        return f"{sign}kr{NO_BREAK}{amount}"
    return f"{sign}{amount}{NO_BREAK}kr."


@register.filter
def percent(share: Fraction | float | None, decimals: int = 0) -> str:
    """A share as per cent: 53,5 % in Danish, 53.5% in English."""
    if share is None:
        return ""
    exact = Fraction(share) * 100
    rounded = (Decimal(exact.numerator) / exact.denominator).quantize(
        Decimal(1).scaleb(-decimals), ROUND_HALF_UP
    )
    amount = number_format(rounded, decimal_pos=decimals, use_l10n=True)
    return f"{amount}%" if (get_language() or "").startswith("en") else f"{amount}{NO_BREAK}%"


@register.inclusion_tag("components/bars.html")
def bars(
    rows: Sequence[Bar], caption: str, most: float | None = None, value_head: str = ""
) -> dict[str, Any]:
    """`{% bars rows caption=… %}`: a table whose middle column is drawn, so the chart is its own twin."""
    return {"rows": placed_bars(rows, most), "caption": caption, "value_head": value_head}


@register.inclusion_tag("components/budget_bar.html")
def budget_bar(pieces: Sequence[Piece], caption: str, is_folded: bool = False) -> dict[str, Any]:
    """`{% budget_bar pieces caption=… %}`: what the money went to, numbered in the bar and in the table.

    With `is_folded` the table waits behind a button, for pages that list the same things just below.
    """
    whole = sum(piece.ore for piece in pieces)
    # Two charts on one page must not share the names of their patterns.
    chart = f"fill-{crc32(str(caption).encode()):x}"
    placed = placed_pieces(pieces)
    return {
        "pieces": placed,
        "caption": caption,
        "whole": whole,
        "chart": chart,
        "is_folded": is_folded,
    }


@register.filter
def receipt_code(code: str) -> SafeString:
    """A receipt's code in two groups that stay one word when copied."""
    groups = (code[:5], code[5:])
    return format_html(
        '<code class="receipt__code" dir="ltr">{}</code>',
        format_html_join("", "<span>{}</span>", ((group,) for group in groups if group)),
    )


@register.filter
def initials(name: str) -> str:
    """The first letters of the first and last word."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
