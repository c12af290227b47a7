"""Inviting somebody."""

import pytest
from django.urls import reverse

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.people import actions
from medskab.people.models import Account, AgeBand, Person, Role, RoleKind
from medskab.people.refusals import AlreadyTakesPart, GuardianMissing, NotYoursToDo
from medskab.tools.post import actions as post
from medskab.tools.post.models import Message

from .factories import area, facilitator, person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return area(name="Engen ved søen")


@pytest.fixture
def freja(here):
    return facilitator(here)


def invitation(**given):
    return actions.Invitation(**{"email": "Bo@Example.org", "name": "Bo", "kind": RoleKind.RESIDENT} | given)


def invite(here, by, **given):
    return actions.invite(area=here, invitation=invitation(**given), by=by, now=now())


def test_makes_account_person_and_role_and_says_so_in_the_log(here, freja):
    bo = invite(here, freja)
    assert bo.account.email == "bo@example.org"
    assert not bo.account.has_usable_password()
    assert [(role.kind, role.given_by) for role in bo.roles.all()] == [(RoleKind.RESIDENT, freja)]
    line = Line.objects.get(kind="people.invited")
    assert (line.about_id, line.by_id, line.figures) == (str(bo.pk), str(freja.pk), {"role": "resident"})


def test_writes_a_letter_that_does_not_say_what_for(here, freja):
    invite(here, freja, kind=RoleKind.FACILITATOR, language="en")
    letter = Message.objects.get()
    assert (letter.to, letter.subject) == ("bo@example.org", "You can sign in")
    assert "/account/login/" in letter.body
    assert "Engen ved søen" in letter.html
    assert "acilitator" not in letter.body + letter.html


def test_uses_the_account_that_somebody_has_in_another_area(here, freja):
    there = person(area("birken"), "Bo", email="bo@example.org")
    assert invite(here, freja).account == there.account


@pytest.mark.parametrize("given", [{"age_band": AgeBand.FROM_13}, {"age_band": AgeBand.UNDER_13}])
def test_asks_for_a_guardian_of_the_area_for_a_child(here, freja, given):
    with pytest.raises(GuardianMissing):
        invite(here, freja, **given)
    with pytest.raises(GuardianMissing):
        invite(here, freja, guardian=person(area("birken"), "Ida"), **given)
    ida = person(here, "Ida")
    assert invite(here, freja, guardian=ida, **given).guardian == ida


def test_keeps_no_guardian_of_an_adult(here, freja):
    assert invite(here, freja, guardian=person(here, "Ida")).guardian is None


def test_refuses_somebody_who_takes_part_already(here, freja):
    invite(here, freja)
    with pytest.raises(AlreadyTakesPart):
        invite(here, freja, name="Bo again")


def test_is_staffs_to_do(here):
    for nobody in (None, person(here, "Ida"), facilitator(area("birken"), "Nadia")):
        with pytest.raises(NotYoursToDo):
            invite(here, nobody)


def test_leaves_nothing_when_it_fails_at_the_letter(here, freja, monkeypatch):
    def broken(*_args, **_given):
        raise OSError("no disk")

    monkeypatch.setattr(post, "send_later", broken)
    with pytest.raises(OSError, match="no disk"):
        invite(here, freja)
    assert not Account.objects.filter(email="bo@example.org").exists()
    assert not Person.objects.filter(name="Bo").exists()
    assert Role.objects.count() == 1
    assert not Line.objects.exists()


def test_is_done_once_from_the_page_however_often_it_is_sent(client, here, freja):
    sent = {"name": "Bo", "email": "bo@example.org", "kind": "resident", "age_band": "18+", "language": "en"}
    sent |= {"idempotency_key": "k1"}
    address = reverse("invite", args=[here.slug])
    answers = [sign_in(client, freja).post(address, sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Person.objects.filter(name="Bo").count() == 1
    assert Message.objects.count() == 1


def test_shows_on_the_page_why_not_and_keeps_what_was_typed(client, here, freja):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    sent = {"name": "Bo", "email": "bo@", "kind": "resident", "age_band": "13-14", "language": "en"}
    page = sign_in(client, freja).post(reverse("invite", args=[here.slug]), sent | {"idempotency_key": "k"})
    assert 'value="bo@"' in page.content.decode()
    sent |= {"email": "bo@example.org", "idempotency_key": "k2"}
    page = client.post(reverse("invite", args=[here.slug]), sent).content.decode()
    assert str(GuardianMissing.text) in page
    assert 'value="Bo"' in page
