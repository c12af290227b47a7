"""A place keeps its drawing, and no two look alike."""

import xml.etree.ElementTree as ET

import pytest
from django.template import engines

from medskab.common import courtyard, icons, mark, street

DRAWERS = [courtyard.drawn, mark.drawn, street.drawn]
SEEDS = ["engparken", "birkelunden", "block 4", "block 7", "Ø", "<b>"]


@pytest.mark.parametrize("drawn", DRAWERS, ids=lambda drawn: drawn.__module__)
@pytest.mark.parametrize("seed", SEEDS)
def test_draws_the_same_place_the_same_way(drawn, seed):
    assert drawn(seed) == drawn(seed)
    ET.fromstring(drawn(seed))  # noqa: S314  our own drawing
    assert 'aria-hidden="true"' in drawn(seed)


@pytest.mark.parametrize("drawn", DRAWERS, ids=lambda drawn: drawn.__module__)
def test_draws_each_place_in_its_own_way(drawn):
    assert len({drawn(seed) for seed in SEEDS}) >= len(SEEDS) - 1


def test_draws_only_in_the_colours_of_the_tokens():
    for drawn in DRAWERS:
        assert "#" not in drawn("engparken")
        assert "fill=" not in drawn("engparken")


@pytest.mark.parametrize("name", icons.ICONS)
def test_draws_each_icon_as_well_formed_svg(name):
    drawing = ET.fromstring(icons.drawn(name))  # noqa: S314  our own drawing
    assert len(drawing) >= 1


def test_puts_words_into_the_parts_that_hold_them():
    page = engines["django"].from_string(
        "{% notice 'warn' title='Late' live='polite' %}<p>{{ words }}</p>{% endnotice %}"
        "{% card title='A' href='/a/' kind='Hearing' %}x{% endcard %}"
        "{% disclosure 'How' is_open=True %}y{% enddisclosure %}"
        "{% part 'Who won' anchor='won' %}z{% endpart %}"
    )
    shown = page.render({"words": "1 < 2"})
    assert "1 &lt; 2" in shown
    assert 'notice--warn" role="status"' in shown
    assert '<a href="/a/">A</a>' in shown
    assert "<details" in shown
    assert 'id="won"' in shown
