"""Tags for the parts of a page that hold other text: notice, card, part, disclosure; and the frame's own."""

from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.safestring import SafeString, mark_safe

from medskab.common import bundles, icons
from medskab.common.accents import ACCENTS

register = template.Library()

THEMES = ("light", "dark")
NOTICES = {"success": "good", "warning": "warn", "error": "bad"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small picture: `{% icon "eye" %}`."""
    return mark_safe(icons.drawn(name))  # noqa: S308  our own drawing


@register.simple_tag
def style_address() -> str:
    """Where today's stylesheet is."""
    return f"{get_script_prefix()}style.{bundles.style().mark}.css"


@register.simple_tag
def script_address() -> str:
    """Where today's script is."""
    return f"{get_script_prefix()}script.{bundles.script().mark}.js"


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """What this browser chose: light, dark, or nothing, which follows the device."""
    request = context.get("request")
    chosen = context.get("chosen_theme") or (request.COOKIES.get("theme", "") if request else "")
    return chosen if chosen in THEMES else ""


@register.simple_tag
def address_of(name: str) -> str:
    """The address of a page that this installation may or may not have."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.filter
def accent_of(area: Any) -> str:
    """The area's accent, or the first where there is none."""
    chosen = getattr(area, "accent", "")
    return chosen if chosen in {accent.name for accent in ACCENTS} else ACCENTS[0].name


@register.filter
def notice_kind(level: str) -> str:
    """The notice for a message's level."""
    return NOTICES.get(level, "info")


@register.simple_block_tag(takes_context=True)
def notice(context: Context, content: str, kind: str = "info", title: str = "", live: str = "") -> str:
    """`{% notice "warn" title=… %}…{% endnotice %}`; `live="polite"` where it appears without a new page."""
    return _rendered("notice", context, content, kind=kind, title=title, live=live)


@register.simple_block_tag(takes_context=True)
def card(
    context: Context, content: str, title: str = "", href: str = "", *, kind: str = "", level: int = 3
) -> str:
    """`{% card title=… href=… kind=… %}…{% endcard %}`; with `href` the whole card can be pressed.

    `level=2` where the card stands right below the title of the page.
    """
    return _rendered("card", context, content, title=title, href=href, kind=kind, level=level)


@register.simple_block_tag(takes_context=True)
def disclosure(context: Context, content: str, title: str, is_open: bool = False) -> str:
    """`{% disclosure "How we counted" %}…{% enddisclosure %}`: shown when asked for."""
    return _rendered("disclosure", context, content, title=title, is_open=is_open)


@register.simple_block_tag(takes_context=True)
def part(context: Context, content: str, title: str, anchor: str = "") -> str:
    """`{% part "Who won" %}…{% endpart %}`: a section with its heading under a heavy rule."""
    return _rendered("part", context, content, title=title, anchor=anchor)


def _rendered(name: str, context: Context, content: str, **values: object) -> str:
    return render_to_string(f"components/{name}.html", {"content": content, **values}, context.get("request"))
