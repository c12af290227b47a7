"""Every colour that carries words can be read, in every accent, by day and by night."""

import re

import pytest

from medskab.common.accents import ACCENTS, CHOICES, as_css
from medskab.common.bundles import STATIC
from medskab.common.tests.contrast import contrast

READABLE, VISIBLE = 4.5, 3.0
LIGHTS = ("light", "dark")
SURFACES = ("paper", "raised", "sunk")
_TOKEN = re.compile(r"--([\w-]+): var\(--light, (#\w{6})\) var\(--dark, (#\w{6})\)")


@pytest.fixture(scope="module")
def tokens() -> dict[str, dict[str, str]]:
    found = _TOKEN.findall((STATIC / "css" / "tokens.css").read_text("utf-8"))
    assert len(found) > 20
    return {
        "light": {name: light for name, light, _dark in found},
        "dark": {name: dark for name, _light, dark in found},
    }


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("accent", ACCENTS, ids=lambda accent: accent.name)
def test_reads_each_accent_on_every_surface(accent, light, tokens):
    shades = getattr(accent, light)
    for surface in (*(tokens[light][name] for name in SURFACES), shades.soft):
        assert contrast(shades.strong, surface) >= READABLE
        assert contrast(shades.deep, surface) >= READABLE


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("accent", ACCENTS, ids=lambda accent: accent.name)
def test_reads_the_words_on_buttons_and_tints(accent, light, tokens):
    shades = getattr(accent, light)
    assert contrast(shades.on, shades.strong) >= READABLE
    assert contrast(shades.on, shades.deep) >= READABLE
    assert contrast(tokens[light]["ink"], shades.soft) >= READABLE
    assert contrast(tokens[light]["ink-quiet"], shades.soft) >= READABLE


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("ink", ["ink", "ink-quiet", "info", "good", "warn", "bad"])
def test_reads_ink_on_every_surface(ink, light, tokens):
    for surface in SURFACES:
        assert contrast(tokens[light][ink], tokens[light][surface]) >= READABLE


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("kind", ["info", "good", "warn", "bad"])
def test_reads_notices(kind, light, tokens):
    soft = tokens[light][f"{kind}-soft"]
    assert contrast(tokens[light]["ink"], soft) >= READABLE
    assert contrast(tokens[light][kind], soft) >= READABLE


@pytest.mark.parametrize("light", LIGHTS)
def test_shows_the_edges_of_what_can_be_filled_in(light, tokens):
    for surface in SURFACES:
        assert contrast(tokens[light]["edge"], tokens[light][surface]) >= VISIBLE


def test_offers_each_accent_once_and_puts_it_into_the_style():
    names = [name for name, _label in CHOICES]
    assert len(names) == len(set(names)) == 8
    assert all(f'[data-accent="{name}"]' in as_css() for name in names)


def test_measures_black_on_white_as_twenty_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
