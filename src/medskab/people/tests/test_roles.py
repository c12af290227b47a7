"""Giving and ending roles."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse

from medskab.audit import actions as audit
from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.people import actions
from medskab.people.models import Role, RoleKind
from medskab.people.refusals import (
    AlreadyHasTheRole,
    HandOverFirst,
    LastOfTheStaff,
    NotYoursToDo,
    RoleIsOver,
)
from medskab.people.upwards import Duty

from .factories import area, facilitator, person, place, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return area()


@pytest.fixture
def freja(here):
    return facilitator(here)


@pytest.fixture
def ida(here):
    return person(here, "Ida", RoleKind.RESIDENT)


def give(whom, by, kind=RoleKind.BOARD_MEMBER, where=None):
    return actions.give_role(person=whom, kind=kind, place=where, by=by, now=now())


def end(role, by):
    return actions.end_role(role=role, by=by, now=now())


def test_gives_a_role_from_today_and_says_so_in_the_log(here, freja, ida):
    role = give(ida, freja, where=place(here))
    assert (role.begins_on, role.ends_on, role.given_by) == (now().date(), None, freja)
    assert Line.objects.get().kind == "people.role_given"


def test_gives_a_role_once_in_each_place(here, freja, ida):
    block = place(here)
    give(ida, freja, where=block)
    give(ida, freja)
    for where in (block, None):
        with pytest.raises(AlreadyHasTheRole):
            give(ida, freja, where=where)


def test_leaves_no_role_when_the_log_fails(freja, ida, monkeypatch):
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        give(ida, freja)
    with pytest.raises(ZeroDivisionError):
        end(ida.roles.get(), freja)
    assert ida.roles.get().ends_on is None


def test_refuses_to_give_what_is_not_theirs_to_give(freja, ida):
    for nobody in (None, ida):
        with pytest.raises(NotYoursToDo):
            give(ida, nobody)
    with pytest.raises(NotYoursToDo):
        give(freja, freja, RoleKind.PROJECT_LEADER)


def test_ends_a_role_today_once(freja, ida):
    role = ida.roles.get()
    assert end(role, freja).ends_on == now().date()
    assert Line.objects.get().kind == "people.role_ended"
    with pytest.raises(RoleIsOver):
        end(role, freja)


def test_lets_everybody_end_their_own(ida):
    end(ida.roles.get(), ida)
    assert not ida.roles.held_on(now().date()).exists()


def test_ends_a_role_that_has_not_begun(freja, ida):
    later = now().date() + timedelta(days=9)
    Role.objects.filter(person=ida).update(begins_on=later)
    assert end(ida.roles.get(), freja).ends_on == later


def test_refuses_to_end_somebody_elses(here, ida):
    for nobody in (None, person(here, "Bo")):
        with pytest.raises(NotYoursToDo):
            end(ida.roles.get(), nobody)


def test_keeps_the_last_one_who_works_for_the_area(here, freja):
    with pytest.raises(LastOfTheStaff):
        end(freja.roles.get(), freja)
    person(here, "Poul", RoleKind.PROJECT_LEADER)  # was invited, never came
    with pytest.raises(LastOfTheStaff):
        end(freja.roles.get(), freja)
    lis = facilitator(here, "Lis")
    end(freja.roles.get(), freja)
    with pytest.raises(LastOfTheStaff):
        end(lis.roles.get(), lis)


def duties_of(whom):
    return [Duty("the summer party")] if whom.name == "Ida" else []


def test_asks_the_rooms_above_what_must_be_handed_over_first(freja, ida, monkeypatch):
    room = apps.get_app_config("notifications")
    monkeypatch.setattr(room, "open_duties", (f"{__name__}.duties_of",), raising=False)
    with pytest.raises(HandOverFirst, match="summer party"):
        end(ida.roles.get(), freja)
    assert ida.roles.get().ends_on is None


def test_gives_and_ends_from_the_persons_page(client, here, freja, ida):
    sign_in(client, freja)
    address = reverse("give-role", args=[here.slug, ida.pk])
    client.post(address, {"kind": "partner", "idempotency_key": "a"})
    role = ida.roles.get(kind="partner")
    client.post(reverse("end-role", args=[here.slug, role.pk]), {"idempotency_key": "b"})
    assert ida.roles.get(kind="partner").ends_on == now().date()


def test_cannot_reach_a_role_of_another_area(client, here, freja):
    nadia = facilitator(area("birken"), "Nadia")
    address = reverse("end-role", args=[here.slug, nadia.roles.get().pk])
    assert sign_in(client, freja).post(address, {"idempotency_key": "a"}).status_code == 404
    assert nadia.roles.get().ends_on is None
