"""Organisations and who speaks for them."""

import pytest
from django.urls import reverse

from medskab.audit import actions as audit
from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.people import actions, queries
from medskab.people.models import Membership, Organisation
from medskab.people.refusals import AlreadyTakesPart, IsErased, NameIsTaken, NotYoursToDo, RoleIsOver

from .factories import area, facilitator, person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return area()


@pytest.fixture
def freja(here):
    return facilitator(here)


@pytest.fixture
def club(here, freja):
    return actions.add_organisation(area=here, name="The football club", by=freja, now=now())


def join(club, who, by, is_contact=False):
    return actions.join_organisation(organisation=club, person=who, is_contact=is_contact, by=by, now=now())


def leave(membership, by):
    return actions.leave_organisation(membership=membership, by=by, now=now())


def test_is_added_once_by_name(here, freja, club):
    assert Line.objects.get().kind == "people.organisation_added"
    with pytest.raises(NameIsTaken):
        actions.add_organisation(area=here, name="the FOOTBALL club", by=freja, now=now())
    there = area("birken")
    actions.add_organisation(area=there, name=club.name, by=facilitator(there, "Nadia"), now=now())
    assert list(queries.organisations_of(here)) == [club]


def test_has_one_contact_at_a_time(here, freja, club):
    ida, bo = person(here, "Ida"), person(here, "Bo")
    join(club, ida, freja, is_contact=True)
    join(club, bo, freja, is_contact=True)
    assert [member.person for member in Membership.objects.filter(is_contact=True)] == [bo]
    with pytest.raises(AlreadyTakesPart):
        join(club, ida, freja)


def test_lets_people_leave_by_themselves_and_by_staff(here, freja, club):
    ida, bo = person(here, "Ida"), person(here, "Bo")
    of_ida, of_bo = join(club, ida, freja), join(club, bo, freja)
    with pytest.raises(NotYoursToDo):
        leave(of_bo, ida)
    leave(of_ida, ida)
    leave(of_bo, freja)
    with pytest.raises(RoleIsOver):
        leave(of_ida, ida)
    assert queries.organisations_of(here).get().members_now == []


def test_is_staffs_to_keep_within_the_area(here, freja, club):
    ida = person(here, "Ida")
    for nobody in (None, ida, facilitator(area("birken"), "Nadia")):
        with pytest.raises(NotYoursToDo):
            actions.add_organisation(area=here, name="Another", by=nobody, now=now())
        with pytest.raises(NotYoursToDo):
            join(club, ida, nobody)
    with pytest.raises(NotYoursToDo):
        join(club, person(area("elle"), "Ole"), freja)
    with pytest.raises(IsErased):
        join(club, actions.erase(person=ida, by=ida, now=now()), freja)


def test_leaves_nothing_when_it_fails_halfway(here, freja, club, monkeypatch):
    ida = person(here, "Ida")
    membership = join(club, ida, freja)
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.add_organisation(area=here, name="Another", by=freja, now=now())
    with pytest.raises(ZeroDivisionError):
        join(club, person(here, "Bo"), freja, is_contact=True)
    with pytest.raises(ZeroDivisionError):
        leave(membership, freja)
    assert (Organisation.objects.count(), Membership.objects.today().count()) == (1, 1)


def test_is_kept_on_its_page(client, here, freja):
    ida = person(here, "Ida")
    sign_in(client, freja)
    address = reverse("organisations", args=[here.slug])
    client.post(address, {"name": "The choir", "idempotency_key": "a"})
    choir = Organisation.objects.get()
    joined = {"person": ida.pk, "is_contact": "on", "idempotency_key": "b"}
    client.post(reverse("join-organisation", args=[here.slug, choir.pk]), joined)
    membership = Membership.objects.get()
    assert membership.is_contact
    assert "Ida" in client.get(address).content.decode()
    client.post(reverse("leave-organisation", args=[here.slug, membership.pk]), {"idempotency_key": "c"})
    assert not Membership.objects.today().exists()
