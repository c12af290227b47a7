"""What every test of this room starts from."""

from datetime import timedelta

import pytest
from django.utils import translation

from medskab.common.clock import now
from medskab.mandates import actions as mandates
from medskab.mandates.tests.factories import mandate
from medskab.people.tests import factories as people
from medskab.resources import actions
from medskab.resources.tests import factories


@pytest.fixture(autouse=True)
def in_english(settings):
    """Pages speak as they are written."""
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def here(db):
    return people.area()


@pytest.fixture
def freja(here):
    return people.facilitator(here)


@pytest.fixture
def line(here, freja):
    """1,000 kr. under a mandate that asks for a second person above 200 kr."""
    right = mandate(here, freja, second_person_above_ore=200_00)
    return factories.line(here, freja, mandate=right, amount_ore=1_000_00)


@pytest.fixture
def decision(here):
    """A thing of the area that money is reserved for."""
    return people.place(here)


@pytest.fixture
def authorization(line, decision, freja):
    return mandates.authorize(
        mandate=line.mandate, source=decision, field="Benches", ceiling_ore=800_00, by=freja, now=now()
    )


@pytest.fixture
def reservation(line, authorization, decision, freja):
    return actions.reserve(
        line=line, authorization=authorization, amount_ore=800_00, source=decision, by=freja, now=now()
    )


@pytest.fixture
def commitment(reservation, freja):
    """500 kr. for benches."""
    parts = [actions.Part("test.proposal", "1", "Benches", 500_00)]
    return actions.commit(reservation=reservation, parts=parts, by=freja, now=now())[0]


@pytest.fixture
def spend(commitment, freja):
    """Write down a bill of so many kroner."""

    def written(kroner, **changed):
        facts = {
            "commitment": commitment,
            "amount_ore": kroner * 100,
            "on": now().date() - timedelta(days=1),
            "words": actions.Words("The timber yard", "Planks", "A 12"),
            "by": freja,
            "now": now(),
            **changed,
        }
        return actions.spend(**facts)

    return written
