"""Browsers that are known here."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.base import SessionBase
from django.urls import reverse

from medskab.common.clock import now
from medskab.people import actions
from medskab.people.models import Session
from medskab.people.refusals import SessionIsOver
from medskab.people.sessions import SessionStore, stored_key

from .factories import area, person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ida():
    return person(area(), "Ida")


def test_remembers_what_it_is_told():
    store = SessionStore()
    store["word"] = "hedgehog"
    store.save()
    assert SessionStore(store.session_key)["word"] == "hedgehog"


def test_shows_a_thief_of_the_table_neither_the_key_nor_the_content():
    store = SessionStore()
    store["word"] = "hedgehog"
    store.save()
    row = Session.objects.get()
    assert row.session_key == stored_key(store.session_key)
    assert SessionStore(row.session_key).load() == {}
    assert "hedgehog" not in SessionBase().serializer().dumps(row.session_data).decode()


def test_opens_no_session_with_another_ones_content():
    one, other = SessionStore(), SessionStore()
    one["word"] = "hedgehog"
    one.save()
    other.save()
    sealed = Session.objects.get(session_key=stored_key(one.session_key)).session_data
    Session.objects.filter(session_key=stored_key(other.session_key)).update(session_data=sealed)
    assert SessionStore(other.session_key).load() == {}


def test_is_over_after_its_time_and_when_it_is_deleted():
    store = SessionStore()
    store.save()
    Session.objects.update(expire_date=now() - timedelta(seconds=1))
    assert SessionStore(store.session_key).load() == {}
    store.delete()
    assert not Session.objects.exists()


def test_changes_its_key_at_sign_in(client, ida):
    client.get(reverse("account_login"))
    before = client.session.session_key
    sign_in(client, ida)
    assert client.session.session_key != before
    row = Session.objects.get(account=ida.account)
    assert (row.seen_on, row.device) == (now().date(), "")


def test_signs_a_lost_phone_out(client, ida):
    phone = sign_in(type(client)(), ida)
    sign_in(client, ida)
    key = stored_key(phone.session.session_key)
    client.post(reverse("end-device"), {"session": key, "idempotency_key": "a"})
    assert phone.get(reverse("security")).status_code == 302
    assert client.get(reverse("security")).status_code == 200
    with pytest.raises(SessionIsOver):
        actions.end_session(account=ida.account, session_key=key, by=None, now=now())


def test_signs_all_other_devices_out(client, ida):
    others = [sign_in(type(client)(), ida) for _ in range(2)]
    sign_in(client, ida)
    client.post(reverse("end-other-devices"), {"idempotency_key": "a"})
    assert [other.get(reverse("security")).status_code for other in others] == [302, 302]
    assert client.get(reverse("security")).status_code == 200


def test_cannot_end_somebody_elses(client, ida):
    bo = sign_in(type(client)(), person(ida.area, "Bo"))
    sent = {"session": stored_key(bo.session.session_key), "idempotency_key": "a"}
    sign_in(client, ida).post(reverse("end-device"), sent)
    assert bo.get(reverse("security")).status_code == 200


def test_is_forgotten_at_night_when_it_is_over(client, ida):
    sign_in(client, ida)
    sign_in(type(client)(), ida)
    Session.objects.filter(pk=stored_key(client.session.session_key)).update(expire_date=now())
    actions.tidy(by=None, now=now() + timedelta(seconds=1))
    assert Session.objects.count() == 1
