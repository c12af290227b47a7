"""Likeness by meaning, from a program that the installation names."""

import pytest

from medskab.needs import calculations
from medskab.needs.calculations import likely_for
from medskab.people.tests import factories as people

from . import factories

pytestmark = pytest.mark.django_db


class Knows:
    """Knows that a lamp gives light, and that a bench is for sitting."""

    def vectors(self, texts):
        near = [("lamp", "light"), ("bench", "sit")]
        return [[float(any(word in text.lower() for word in words)) for words in near] for text in texts]


class Fails:
    """Fails."""

    def vectors(self, texts):
        raise OSError


class Mumbles:
    """Gives too few points."""

    def vectors(self, texts):
        return [[1.0, 0.0]]


@pytest.fixture
def needs(area):
    calculations._areas.clear()
    freja = people.facilitator(area)
    yield [factories.need(area, freja, title) for title in ("Lamps on the path", "Benches in the yard")]
    calculations._areas.clear()


def _likely(area, settings, program):
    settings.EMBEDDER = f"{__name__}.{program}" if program else ""
    return likely_for(factories.said(area, "It needs to be light in winter")).needs


def test_finds_by_meaning_what_shares_no_word(area, settings, needs):
    assert _likely(area, settings, "Knows") == needs[:1]


@pytest.mark.parametrize("program", ["", "Fails", "Mumbles"])
def test_goes_by_the_words_alone_without_a_program_that_works(area, settings, needs, program):
    assert _likely(area, settings, program) == []


@pytest.mark.parametrize("program", ["Knows", "Fails"])
def test_still_finds_what_shares_words(area, settings, needs, program):
    settings.EMBEDDER = f"{__name__}.{program}"
    row = factories.said(area, "The benches in the yard are broken")
    assert likely_for(row).needs[0] == needs[1]
