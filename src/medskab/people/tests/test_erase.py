"""Being forgotten."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse

from medskab.audit import actions as audit
from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.people import actions
from medskab.people.models import Account, Consent, Membership, Person, Purpose, RoleKind, Session
from medskab.people.refusals import IsErased, LastOfTheStaff, NotYoursToDo

from .factories import area, facilitator, person, sign_in

pytestmark = pytest.mark.django_db
NAME = "Ida Hedgehog"


@pytest.fixture
def here():
    return area()


@pytest.fixture
def freja(here):
    return facilitator(here)


@pytest.fixture
def ida(here, freja):
    who = person(here, NAME, RoleKind.RESIDENT, email="hedgehog@example.org")
    answer = actions.Answer(purpose=Purpose.QUOTED, is_given=True, said_by=who, language="da")
    actions.answer_consent(person=who, answer=answer, by=who, now=now())
    club = actions.add_organisation(area=here, name="The club", by=freja, now=now())
    actions.join_organisation(organisation=club, person=who, is_contact=True, by=freja, now=now())
    return who


def erase(who, by):
    return actions.erase(person=who, by=by, now=now())


def everything():
    """Every row of every table, as text."""
    models = apps.get_models(include_auto_created=True)
    return " ".join(str(list(model._base_manager.values_list())) for model in models)


def test_leaves_a_number_without_a_name_anywhere(client, ida):
    sign_in(client, ida)
    assert "edgehog" in everything()
    erase(ida, ida)
    assert "edgehog" not in everything().lower()
    kept = Person.objects.get(pk=ida.pk)
    assert (kept.name, kept.account, kept.age_band, kept.guardian) == ("", None, "", None)
    assert kept.erased_at is not None
    assert not Account.objects.filter(email="hedgehog@example.org").exists()
    assert not Session.objects.filter(account__isnull=False).exists()


def test_ends_roles_and_memberships_and_keeps_the_proof_of_consents(ida):
    erase(ida, ida)
    assert ida.roles.get().ends_on == now().date()
    assert Membership.objects.get().ends_on == now().date()
    assert Consent.objects.filter(person=ida).count() == 1
    assert Line.objects.filter(kind="people.erased", about_id=str(ida.pk)).exists()


def test_keeps_the_account_that_stands_for_somebody_in_another_area(ida):
    person(area("birken"), NAME, account=ida.account)
    erase(ida, ida)
    assert Account.objects.filter(email="hedgehog@example.org").exists()


def test_cannot_be_done_twice_or_by_anybody(here, freja, ida):
    for nobody in (None, person(here, "Bo"), facilitator(area("birken"), "Nadia")):
        with pytest.raises(NotYoursToDo):
            erase(ida, nobody)
    erase(ida, freja)
    with pytest.raises(IsErased):
        erase(ida, freja)


def test_keeps_the_last_one_who_works_for_the_area(here, freja):
    with pytest.raises(LastOfTheStaff):
        erase(freja, freja)
    facilitator(here, "Lis")
    assert erase(freja, freja).erased_at is not None


asked_for = []


def forget(*, person, by, now):
    asked_for.append(person.pk)


def test_asks_the_rooms_above_in_the_same_deed(ida, monkeypatch):
    room = apps.get_app_config("notifications")
    monkeypatch.setattr(room, "erasures", (f"{__name__}.forget",))
    monkeypatch.setattr(f"{__name__}.asked_for", [])
    erase(ida, ida)
    assert asked_for == [ida.pk]


def test_forgets_nothing_when_it_fails_halfway(ida, monkeypatch):
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase(ida, ida)
    ida.refresh_from_db()
    assert (ida.name, ida.roles.get().ends_on) == (NAME, None)


def test_asks_on_a_page_that_says_what_stays_and_signs_out(client, here, ida):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    address = reverse("erase-person", args=[here.slug, ida.pk])
    page = sign_in(client, ida).get(address).content.decode()
    assert "For good: a law asks for the proof." in page
    ida.refresh_from_db()
    assert ida.erased_at is None
    assert client.post(address, {"idempotency_key": "k"}).url == f"/{here.slug}/"
    assert "_auth_user_id" not in client.session


def test_gives_a_copy_of_everything_before(client, here, freja, ida):
    answer = sign_in(client, ida).get(reverse("my-data", args=[here.slug]))
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "no-store"
    copy = json.loads(answer.content)
    rows = {kept["what"]: kept["rows"] for kept in copy["kept"]}
    assert rows["people.Person"][0]["name"] == NAME
    assert rows["people.Account"][0]["email"] == "hedgehog@example.org"
    assert rows["people.Consent"][0]["purpose"] == "quoted"
    assert [done["what"] for done in copy["done"]] == ["people.consent_given"]
    text = answer.content.decode()
    assert "Freja" not in text
    assert "session_data" not in text


def test_gives_nobody_a_copy_of_what_they_only_witnessed(client, here, freja, ida):
    copy = json.loads(sign_in(client, freja).get(reverse("my-data", args=[here.slug])).content)
    assert "people.Consent" not in [kept["what"] for kept in copy["kept"]]
    assert copy["made_at"] > (now() - timedelta(minutes=1)).isoformat()
