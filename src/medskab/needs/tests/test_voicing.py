"""How many voices a need has, which need comes first, and how soon everybody gets an answer."""

from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs import actions, queries
from medskab.needs.term import USUAL_DAYS, days_to_answer
from medskab.needs.voicing import Voices, in_order, voices_of
from medskab.people.models import RoleKind
from medskab.people.tests import factories as people

from . import factories
from .handing_in import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def freja(area):
    return people.facilitator(area)


@pytest.fixture
def heard(area, freja):
    """Joins things said, each with its facts, to a new need."""

    def join(title, *said):
        need = factories.need(area, freja, title)
        for facts in said:
            row = factories.said(area, **facts)
            actions.join_input(row=row, need=need, by=freja, now=now())
        return need

    return join


def test_counts_a_range_of_people(heard, area):
    lise = people.person(area, "Lise", RoleKind.RESIDENT)
    twice = [{"by": lise}, {"by": lise}]
    by_contact = [{"contact": "a@x.dk"}, {"contact": "a@x.dk"}, {"contact": "b@x.dk"}]
    need = heard("Light", *twice, *by_contact, {}, {})
    assert voices_of([need.pk])[need.pk] == Voices(least=3, most=6, blocks=0, channels=1)


def test_tells_no_lower_end_of_few(heard, client):
    heard("Light", *[{}] * 6)
    assert "Up to 6 voices said this." in client.get(at("needs")).text
    heard("Seats", *[{"contact": f"{one}@x.dk"} for one in range(5)], {})
    assert "5 to 6 voices said this." in client.get(at("needs")).text


def test_puts_what_most_say_first_and_counts_few_as_none(area, heard):
    most = heard("Light", *[{}] * 6)
    less = heard("Seats", *[{}] * 5)
    few = heard("Bins", *[{}] * 4)
    none = heard("Trees")
    found = in_order(queries.on_board(area), "voices")
    assert [need.title for need in found] == [most.title, less.title, none.title, few.title]


def test_puts_what_is_said_in_most_blocks_first(area, heard):
    blocks = [people.place(area, f"Blok {number}") for number in range(3)]
    heard("Seats", *[{}] * 6)
    spread = heard("Light", *[{"place": block} for block in blocks], {}, {})
    assert in_order(queries.on_board(area), "blocks")[0] == spread


def test_offers_each_order_and_no_other(heard, client):
    heard("Light", *[{}] * 6)
    for order in ("new", "voices", "blocks", "made-up"):
        assert "Light" in client.get(at("needs"), {"order": order}).text


def test_holds_to_the_term_of_the_area(area, freja):
    factories.said(area, at=now() - timedelta(days=10))
    assert days_to_answer(area) == USUAL_DAYS
    assert queries.waiting(area, now()).overdue == 1
    actions.set_term(area=area, days=14, by=freja, now=now())
    assert queries.waiting(area, now()).overdue == 0


@pytest.mark.parametrize("days", [0, 91])
def test_refuses_a_term_that_nobody_means(area, freja, days):
    with pytest.raises(CannotAct, match="from 1 to 90"):
        actions.set_term(area=area, days=days, by=freja, now=now())


def test_lets_nobody_but_staff_set_the_term(area):
    resident = people.person(area, "Lise", RoleKind.RESIDENT)
    with pytest.raises(CannotAct, match="work here"):
        actions.set_term(area=area, days=3, by=resident, now=now())


def test_sets_the_term_on_its_page(area, freja, client):
    people.sign_in(client, freja)
    client.post(at("need-term"), {"days": "21", "idempotency_key": "one"})
    assert days_to_answer(area) == 21
    assert "within 21 days" in client.get(at("say")).text
