"""Filters for money and codes, and the tags that draw figures."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

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
