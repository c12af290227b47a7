"""Being one of the invented people."""

from datetime import timedelta

import pytest
from django.urls import reverse

from medskab.audit import actions as audit
from medskab.common.clock import now
from medskab.people import actions
from medskab.people.demo_login import login_link
from medskab.people.models import DemoLogin, RoleKind
from medskab.people.refusals import LinkIsOver, NoDemoPerson

from .factories import area, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return area("engparken", is_demo=True)


@pytest.fixture
def freja(here):
    return person(here, "Freja (demo)", RoleKind.FACILITATOR, email="freja@demo.invalid")


def path_of(link):
    return link.partition("127.0.0.1:8000")[2]


def test_signs_in_with_the_second_factor_once(client, here, freja):
    path = path_of(login_link("freja"))
    assert client.get(path).url == "/engparken/"
    assert client.get(reverse("people", args=["engparken"])).status_code == 200
    again = type(client)().get(path)
    assert again.status_code == 403
    assert "_auth_user_id" not in again.client.session


def test_keeps_the_token_as_a_hash_only(freja):
    token = login_link("freja").rstrip("/").rpartition("/")[2]
    assert token not in str(DemoLogin.objects.values())


def test_ends_after_ten_minutes(freja):
    token = actions.make_demo_login(person=freja, by=None, now=now())
    with pytest.raises(LinkIsOver):
        actions.use_demo_login(token=token, by=None, now=now() + timedelta(minutes=10))


@pytest.mark.parametrize(
    "came", [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"HTTP_FORWARDED": "for=x"}]
)
def test_works_from_this_machine_only(client, freja, came):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    path = path_of(login_link("freja"))
    answer = client.get(path, **came)
    assert answer.status_code == 403
    assert "medskab demo login" in answer.content.decode()
    assert client.get(path).status_code == 302


def test_works_in_demo_areas_only(here, freja):
    with pytest.raises(NoDemoPerson):
        login_link("nobody")
    token = actions.make_demo_login(person=freja, by=None, now=now())
    here.is_demo = False
    here.save()
    with pytest.raises(LinkIsOver):
        actions.use_demo_login(token=token, by=None, now=now())
    with pytest.raises(NoDemoPerson):
        login_link("freja")
    freja.refresh_from_db()
    with pytest.raises(NoDemoPerson):
        actions.make_demo_login(person=freja, by=None, now=now())


def test_is_not_used_up_when_it_fails_halfway(freja, monkeypatch):
    token = actions.make_demo_login(person=freja, by=None, now=now())
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.use_demo_login(token=token, by=None, now=now())
    assert DemoLogin.objects.get().used_at is None


def test_is_forgotten_a_day_later(freja):
    actions.make_demo_login(person=freja, by=None, now=now())
    actions.tidy(by=None, now=now() + timedelta(days=2))
    assert not DemoLogin.objects.exists()
