"""Letting somebody in again."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction
from django.urls import reverse

from medskab.audit import actions as audit
from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.people import actions
from medskab.people.models import AccessRenewal, Account, RoleKind, Session
from medskab.people.refusals import AlreadyTakesPart, IsErased, NotYoursToDo, RenewalIsOpen, RenewalIsOver
from medskab.tools.post.models import Message

from .factories import area, facilitator, person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return area()


@pytest.fixture
def freja(here):
    return facilitator(here)


@pytest.fixture
def ida(here):
    return person(here, "Ida", RoleKind.RESIDENT, email="old@example.org")


@pytest.fixture
def poul(here):
    return person(here, "Poul", RoleKind.PROJECT_LEADER, email="poul@example.org")


def renew(who, by, email="new@example.org"):
    return actions.renew_access(person=who, email=email, by=by, now=now())


def test_lets_somebody_in_with_a_new_address_and_nobody_with_the_old(client, freja, ida):
    sign_in(client, ida)
    renewal = renew(ida, freja)
    ida.refresh_from_db()
    assert ida.account.email == "new@example.org"
    assert not Account.objects.filter(email="old@example.org").exists()
    assert client.get(reverse("security")).status_code == 302
    assert sorted(Message.objects.values_list("to", flat=True)) == ["new@example.org", "old@example.org"]
    assert (renewal.email, renewal.agreed_by) == ("", None)
    assert Line.objects.filter(kind="people.renewal_asked", by_id=str(freja.pk)).exists()


def test_takes_the_second_step_away_where_only_the_phone_is_lost(client, freja, ida):
    sign_in(client, ida)
    Authenticator.objects.create(user=ida.account, type="totp", data={"secret": ""})
    renew(ida, freja, email="old@example.org")
    ida.refresh_from_db()
    assert ida.account.email == "old@example.org"
    assert not Authenticator.objects.exists()
    assert not Session.objects.filter(account=ida.account).exists()


def test_takes_two_people_where_a_staff_account_is_at_stake(here, freja, poul):
    lis = facilitator(here, "Lis")
    renewal = renew(poul, freja)
    poul.refresh_from_db()
    assert poul.account.email == "poul@example.org"
    for nobody in (freja, poul, None, person(here, "Bo")):
        with pytest.raises(NotYoursToDo):
            actions.agree_to_renewal(renewal=renewal, by=nobody, now=now())
    actions.agree_to_renewal(renewal=renewal, by=lis, now=now())
    poul.refresh_from_db()
    assert poul.account.email == "new@example.org"
    with pytest.raises(RenewalIsOver):
        actions.agree_to_renewal(renewal=renewal, by=lis, now=now())


def test_takes_two_people_also_for_staff_of_another_area(freja, ida):
    person(area("birken"), "Ida", RoleKind.FACILITATOR, account=ida.account)
    assert renew(ida, freja).ended_at is None


def test_takes_two_people_to_reach_a_staff_account_through_somebody_else(freja, ida, poul):
    assert renew(ida, freja, email="poul@example.org").ended_at is None


def test_refuses_one_person_twice_in_the_database_itself(here, freja, poul):
    renewal = renew(poul, freja)
    with pytest.raises(IntegrityError), transaction.atomic():
        AccessRenewal.objects.filter(pk=renewal.pk).update(agreed_by=freja)


def test_leaves_the_locks_of_an_account_that_somebody_has_elsewhere(freja, ida):
    there = person(area("birken"), "Ida", email="new@example.org")
    Authenticator.objects.create(user=there.account, type="totp", data={"secret": ""})
    renew(ida, freja)
    ida.refresh_from_db()
    assert ida.account == there.account
    assert Authenticator.objects.exists()


def test_waits_once_and_can_be_dropped(freja, poul):
    renewal = renew(poul, freja)
    with pytest.raises(RenewalIsOpen):
        renew(poul, freja)
    actions.drop_renewal(renewal=renewal, by=poul, now=now())
    assert AccessRenewal.objects.get().email == ""
    assert renew(poul, freja).ended_at is None
    with pytest.raises(NotYoursToDo):
        actions.drop_renewal(renewal=renewal, by=None, now=now())


def test_refuses_an_address_of_somebody_else_here(freja, ida, here):
    person(here, "Bo", email="bo@example.org")
    with pytest.raises(AlreadyTakesPart):
        renew(ida, freja, email="bo@example.org")
    ida.refresh_from_db()
    assert ida.account.email == "old@example.org"
    assert not AccessRenewal.objects.exists()


def test_is_staffs_to_do_for_others_who_are_here(here, freja, ida):
    for nobody in (None, ida, person(here, "Bo")):
        with pytest.raises(NotYoursToDo):
            renew(ida, nobody)
    with pytest.raises(NotYoursToDo):
        renew(freja, freja)
    gone = actions.erase(person=ida, by=ida, now=now())
    with pytest.raises(IsErased):
        renew(gone, freja)


def test_changes_nothing_when_it_fails_halfway(freja, ida, monkeypatch):
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        renew(ida, freja)
    ida.refresh_from_db()
    assert ida.account.email == "old@example.org"
    assert not Message.objects.exists()


def test_is_asked_and_agreed_to_on_the_pages(client, here, freja, poul):
    sent = {"email": "new@example.org", "idempotency_key": "a"}
    sign_in(client, freja).post(reverse("renew-access", args=[here.slug, poul.pk]), sent)
    renewal = AccessRenewal.objects.get()
    assert "new@example.org" in client.get(reverse("people", args=[here.slug])).content.decode()
    answer = reverse("answer-renewal", args=[here.slug, renewal.pk])
    client.post(answer, {"answer": "agree", "idempotency_key": "b"})
    renewal.refresh_from_db()
    assert renewal.ended_at is None
    sign_in(client, facilitator(here, "Lis")).post(answer, {"answer": "agree", "idempotency_key": "c"})
    renewal.refresh_from_db()
    assert renewal.ended_at is not None
