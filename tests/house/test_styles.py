"""Stylesheets turn with the direction of writing, and take their colours from the tokens."""

import re
from collections.abc import Iterator

import pytest

from tests.house.source import PACKAGE, Source, faults, files, planted

SIDE = r"(?:left|right|top|bottom)"
PHYSICAL = {
    re.compile(
        rf"(?<![\w-])(?:margin|padding|scroll-margin|scroll-padding)-{SIDE}\s*:"
    ): "…-inline or …-block",
    re.compile(rf"(?<![\w-])border-{SIDE}(?:-\w+)?\s*:"): "border-inline-… or border-block-…",
    re.compile(r"(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\s*:"): "border-start-start-radius …",
    re.compile(rf"(?<![\w-]){SIDE}\s*:"): "inset-inline-… or inset-block-…",
    re.compile(
        r"(?<![\w-])(?:(?:min|max)-)?(?:width|height)\s*:(?![^{{}}]*\)\s*{{)"
    ): "inline-size or block-size",
    re.compile(r"(?<![\w-])text-align\s*:\s*(?:left|right)"): "start or end",
    re.compile(r"(?<![\w-])(?:float|clear)\s*:\s*(?:left|right)"): "inline-start or inline-end",
}
COLOUR = re.compile(
    r"(#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch)\(|"
    r":\s*[^;{]*\b(?:white|black|red|green|blue|yellow|orange|gray|grey|silver|navy|teal|purple)\b)",
    re.I,
)
COMMENT = re.compile(r"/\*.*?\*/", re.S)
CONDITION = re.compile(r"@(?:media|container|supports)[^{]*{")
TOKENS = "tokens.css"


def physical(source: Source) -> Iterator[str]:
    """Sides that stay where they are when the writing turns around."""
    for number, line in _lines(source):
        for pattern, instead in PHYSICAL.items():
            if pattern.search(line):
                yield source.fault(number, f"{line.strip()} does not turn with the writing: {instead}")


def own_colours(source: Source) -> Iterator[str]:
    """Colours that no theme can change."""
    if not source.path.endswith(TOKENS):
        for number, line in _lines(source):
            if COLOUR.search(re.sub(r"var\([^)]*\)|url\([^)]*\)", "", line)):
                yield source.fault(number, f"{line.strip()} names a colour: use a token")


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    bare = COMMENT.sub(lambda found: "\n" * found.group().count("\n"), source.text)
    bare = CONDITION.sub(lambda found: "\n" * found.group().count("\n") + "{", bare)
    return enumerate(bare.splitlines(), 1)


@pytest.mark.parametrize("rule", [physical, own_colours])
def test_keeps_stylesheets_free(rule):
    assert not faults(rule, files("*.css"))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (physical, "a { margin-left: 1rem; }"),
        (physical, "a { border-right-color: var(--ink); }"),
        (physical, "a { left: 0; }"),
        (physical, "a { max-width: 10rem; }"),
        (physical, "a { text-align: left; }"),
        (own_colours, "a { color: #fff; }"),
        (own_colours, "a { background: rgb(0 0 0 / 10%); }"),
        (own_colours, "a { border: 1px solid black; }"),
    ],
)
def test_notices(rule, text):
    assert list(rule(planted(f"{PACKAGE}/places/static/places/x.css", text)))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            physical,
            "a { margin-inline-start: 1rem; border-block: 0; inset-inline: 0; max-inline-size: 3rem; }",
        ),
        (physical, "@media (min-width: 40rem) { a { text-align: start; } }"),
        (physical, "a { line-height: 1.5; border-width: 1px; stroke-width: 2; }"),
        (own_colours, "a { color: var(--ink); background: Canvas; border-color: currentColor; }"),
        (own_colours, "/* not white */ a { color: transparent; }"),
    ],
)
def test_lets_be(rule, text):
    assert not list(rule(planted(f"{PACKAGE}/places/static/places/x.css", text)))
