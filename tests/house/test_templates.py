"""Templates show what they were given, in the page's own style, and never by hand-made trust."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOMS, Source, faults, files, planted, python

INLINE = {
    re.compile(r"<[a-z][^>]*\sstyle\s*=", re.I): "no style attribute: the strict policy refuses it",
    re.compile(r"<style\b", re.I): "no style element: write it in a stylesheet",
    re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.I): "no handler in the markup: write a module",
    re.compile(r"javascript:", re.I): "no script in an address",
    re.compile(r"<script(?![^>]*\b(src\s*=|type=\"application/))[^>]*>", re.I): "no script in the page",
}
TRUST = {
    re.compile(r"\|\s*safe(seq)?\b"): "nothing is marked safe by hand",
    re.compile(r"autoescape\s+off"): "escaping is never turned off",
}
ELSEWHERE = re.compile(r"""(?:src|href)\s*=\s*["'](?:https?:)?//(?!www\.w3\.org)""", re.I)
INCLUDED = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
# Mail programs know no stylesheets.
MAIL = re.compile(r"(^|/)mail/")
# Python that makes markup itself: it builds drawings out of numbers and escaped words.
MAY_MARK_SAFE = {
    "common/templatetags",
    "common/accents.py",
    "common/icons.py",
}


def inline(source: Source) -> Iterator[str]:
    """Style, script and handlers inside a page."""
    if not MAIL.search(source.path):
        yield from _found(source, INLINE)


def trusting(source: Source) -> Iterator[str]:
    """Text that is shown without being escaped."""
    yield from _found(source, TRUST)


def from_elsewhere(source: Source) -> Iterator[str]:
    """Files that a page would load from somebody else."""
    if not MAIL.search(source.path):
        for number, line in _lines(source):
            if ELSEWHERE.search(line) and "<a " not in line:
                yield source.fault(number, "nothing is loaded from elsewhere")


def borrowed(source: Source) -> Iterator[str]:
    """Another room's templates; everybody may use those of `common`."""
    for number, line in _lines(source):
        for name in INCLUDED.findall(line):
            room = Path(name).parts[0]
            if room in ROOMS and room not in {source.room, "common"}:
                yield source.fault(number, f"{name} is another room's")


def marked_safe(source: Source) -> Iterator[str]:
    """Python that vouches for markup."""
    where = "/".join(source.parts)
    if not any(where.startswith(allowed) for allowed in MAY_MARK_SAFE):
        for number, line in _lines(source):
            if re.search(r"\b(mark_safe|SafeString)\b", line):
                yield source.fault(number, "use format_html, which escapes what it is given")


def all_fields(source: Source) -> Iterator[str]:
    """Forms and answers name each field they show."""
    for number, line in _lines(source):
        if re.search(r"fields\s*=\s*[\"']__all__", line):
            yield source.fault(number, "name the fields: a new one must not show by itself")


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    return enumerate(source.text.splitlines(), 1)


def _found(source: Source, patterns: dict[re.Pattern[str], str]) -> Iterator[str]:
    for pattern, sentence in patterns.items():
        for hit in pattern.finditer(source.text):
            yield source.fault(source.text.count("\n", 0, hit.start()) + 1, sentence)


@pytest.mark.parametrize("rule", [inline, trusting, from_elsewhere, borrowed])
def test_keeps_templates_clean(rule):
    assert not faults(rule, files("*.html"))


@pytest.mark.parametrize("rule", [marked_safe, all_fields])
def test_keeps_python_from_vouching_for_text(rule):
    assert not faults(rule, python())


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (inline, '<p class="x" style="color:red">'),
        (inline, "<style>p{}</style>"),
        (inline, '<button\n  type="button" onclick="x()">'),
        (inline, '<a href="javascript:x()">'),
        (inline, "<script>let x</script>"),
        (trusting, "{{ text|safe }}"),
        (trusting, "{% autoescape off %}"),
        (from_elsewhere, '<img src="https://example.org/x.png">'),
        (from_elsewhere, '<link rel="stylesheet" href="//example.org/x.css">'),
        (borrowed, '{% include "people/card.html" %}'),
        (marked_safe, "from django.utils.safestring import mark_safe"),
        (all_fields, 'fields = "__all__"'),
    ],
)
def test_notices(rule, text):
    assert list(rule(planted(f"{PACKAGE}/places/templates/places/x.html", text)))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (inline, '<script src="{% script_address %}" defer></script>'),
        (inline, '<script type="application/ld+json">{}</script>'),
        (inline, '<p data-style="x" class="on">'),
        (trusting, "{{ safe }}"),
        (borrowed, '{% include "components/card.html" %}{% extends "base.html" %}'),
        (borrowed, '{% include "places/card.html" %}'),
    ],
)
def test_lets_be(rule, text):
    assert not list(rule(planted(f"{PACKAGE}/places/templates/places/x.html", text)))
