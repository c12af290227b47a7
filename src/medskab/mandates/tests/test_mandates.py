"""Giving, extending and taking back a right, and using it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.mandates import actions, queries
from medskab.mandates.models import Mandate, MandateStep
from medskab.mandates.refusals import (
    AlreadyAuthorized,
    BadMandate,
    MandateDoesNotCover,
    MandateIsOver,
    NotLater,
    NotYoursToHandOver,
    OutsideTheArea,
    SayWhy,
)
from medskab.mandates.tests import factories
from medskab.people.tests.factories import area, facilitator, person, place

pytestmark = pytest.mark.django_db
TODAY = now().date()


@pytest.fixture
def here():
    return area()


@pytest.fixture
def freja(here):
    return facilitator(here)


def authorize(mandate, source, by, ceiling_ore=1_000_00, at=None):
    """Use the mandate for some thing of the area."""
    return actions.authorize(
        mandate=mandate, source=source, field="New benches", ceiling_ore=ceiling_ore, by=by, now=at or now()
    )


def test_gives_a_right_with_its_first_step(here, freja):
    mandate = factories.mandate(here, freja, title="Gården på Ærø")
    assert mandate.slug == "gaarden-paa-aeroe"
    assert [step.kind for step in mandate.steps.all()] == ["given"]
    assert list(queries.in_force(here, TODAY)) == [mandate]
    assert Line.objects.filter(kind="mandates.given", about_id=str(mandate.pk)).exists()


def test_gives_two_rights_of_one_name_two_addresses(here, freja):
    slugs = [factories.mandate(here, freja, title="Give").slug for _ in range(2)]
    assert slugs == ["mandate-give", "mandate-give-2"]


def test_lets_board_members_give_a_right(here):
    assert factories.mandate(here, person(here, "Bo", "board-member")).created_by.name == "Bo"


@pytest.mark.parametrize("kind", ["resident", "officer", "partner"])
def test_keeps_others_from_giving_a_right(here, kind):
    with pytest.raises(NotYoursToHandOver):
        factories.mandate(here, person(here, "Ida", kind))


@pytest.mark.parametrize(
    "changed",
    [
        {"ends_on": TODAY - timedelta(days=31)},
        {"is_youth": True},
        {"ceiling_ore": 0},
        {"total_ore": 1},
    ],
)
def test_refuses_facts_that_contradict_each_other(here, freja, changed):
    with pytest.raises(BadMandate):
        factories.mandate(here, freja, **changed)
    good = factories.mandate(here, freja)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mandate.objects.filter(pk=good.pk).update(**changed)


def test_refuses_a_place_of_another_area(here, freja):
    with pytest.raises(OutsideTheArea):
        factories.mandate(here, freja, place=place(area("skoven")))


def test_extends_a_right(here, freja):
    mandate = factories.mandate(here, freja)
    later = mandate.ends_on + timedelta(days=100)
    actions.extend_mandate(mandate=mandate, ends_on=later, because="It works", by=freja, now=now())
    assert mandate.ends_on == later
    assert [step.kind for step in mandate.steps.all()] == ["given", "extended"]
    with pytest.raises(NotLater):
        actions.extend_mandate(mandate=mandate, ends_on=later, because="Again", by=freja, now=now())


def test_extends_no_right_that_is_over(here, freja):
    mandate = factories.mandate(here, freja, ends_on=TODAY - timedelta(days=2))
    with pytest.raises(MandateIsOver):
        actions.extend_mandate(mandate=mandate, ends_on=TODAY, because="It works", by=freja, now=now())


def test_takes_a_right_back_and_leaves_what_was_decided(here, freja):
    mandate = factories.mandate(here, freja)
    authorization = authorize(mandate, place(here), freja)
    actions.revoke_mandate(mandate=mandate, because="The meeting said so", by=freja, now=now())
    assert list(mandate.authorizations.all()) == [authorization]
    assert list(queries.in_force(here, TODAY)) == []
    assert MandateStep.objects.get(kind="revoked").because == "The meeting said so"
    with pytest.raises(MandateDoesNotCover, match="taken back"):
        authorize(mandate, place(here, "Blok 2"), freja)
    with pytest.raises(MandateIsOver):
        actions.revoke_mandate(mandate=mandate, because="Again", by=freja, now=now())


def test_takes_nothing_back_without_a_reason(here, freja):
    with pytest.raises(SayWhy):
        actions.revoke_mandate(mandate=factories.mandate(here, freja), because=" ", by=freja, now=now())


@pytest.mark.parametrize(
    ("changed", "amount", "words"),
    [
        ({"starts_on": TODAY + timedelta(days=2)}, 1, "begins on"),
        ({"ends_on": TODAY - timedelta(days=2)}, 1, "ended on"),
        ({"ceiling_ore": 100_00}, 100_01, "up to 100 kr"),
        ({}, -1, "below zero"),
    ],
)
def test_does_not_cover(here, freja, changed, amount, words):
    mandate = factories.mandate(here, freja, **changed)
    with pytest.raises(MandateDoesNotCover, match=words):
        authorize(mandate, place(here), freja, amount)
    mandate.refresh_from_db()
    assert mandate.used_ore == 0


def test_covers_a_decision_about_no_money(here, freja):
    mandate = factories.mandate(here, freja)
    assert authorize(mandate, place(here), freja, 0).ceiling_ore == 0
    mandate.refresh_from_db()
    assert mandate.used_ore == 0


def test_holds_its_total(here, freja):
    mandate = factories.mandate(here, freja, ceiling_ore=600_00, total_ore=1_000_00)
    authorize(mandate, place(here, "Blok 1"), freja, 600_00)
    assert mandate.left_ore == 400_00
    with pytest.raises(MandateDoesNotCover, match="only 400 kr"):
        authorize(mandate, place(here, "Blok 2"), freja, 400_01)
    authorize(mandate, place(here, "Blok 3"), freja, 400_00)
    assert mandate.left_ore == 0


def test_authorizes_a_thing_once(here, freja):
    mandate, bench = factories.mandate(here, freja), place(here)
    authorize(mandate, bench, freja)
    with pytest.raises(AlreadyAuthorized):
        authorize(mandate, bench, freja)
    mandate.refresh_from_db()
    assert mandate.used_ore == 1_000_00


def test_keeps_to_its_area(here, freja):
    mandate, skoven = factories.mandate(here, freja), area("skoven")
    with pytest.raises(OutsideTheArea):
        authorize(mandate, place(skoven), freja)
    with pytest.raises(NotYoursToHandOver):
        authorize(mandate, place(here), facilitator(skoven, "Nadia"))
