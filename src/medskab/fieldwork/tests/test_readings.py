"""Reading much is seen by a second person."""

from django.urls import reverse

from medskab.common.clock import now
from medskab.common.codes import new_code
from medskab.fieldwork import rules
from medskab.fieldwork.sealed import text_of
from medskab.fieldwork.tests import factories
from medskab.notifications.models import News
from medskab.people.models import RoleKind
from medskab.people.tests import factories as people


def _read(source, by):
    return text_of(source, by=by, reason="Coding", now=now())


def _read_much(source, by):
    for _time in range(rules.READ_ALONE_IN_A_DAY):
        _read(source, by)


def test_tells_the_project_leader_when_somebody_reads_much(area, by):
    leader = people.person(area, "Liv", RoleKind.PROJECT_LEADER)
    source = factories.interview(area, by)
    _read_much(source, by)
    assert not News.objects.exists()
    _read(source, by)
    assert [news.person for news in News.objects.all()] == [leader]


def test_tells_the_other_staff_when_the_leader_reads_much(area, by):
    leader = people.person(area, "Liv", RoleKind.PROJECT_LEADER)
    source = factories.interview(area, by)
    _read_much(source, leader)
    _read(source, leader)
    assert [news.person for news in News.objects.all()] == [by]


def test_tells_the_speaker_how_often_and_in_which_role_but_no_name(client, area, by):
    code = new_code()
    source = factories.interview(area, by, whom=factories.subject(area, by, code=code))
    _read(source, by)
    _read(source, by)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    address = reverse("fieldwork-mine", args=[area.slug])
    page = client.post(address, {"code": code, "idempotency_key": "a"}).content.decode()
    assert "Facilitator: 2 times" in page
    assert by.name not in page
    assert "Coding" not in page
    assert f'action="{reverse("fieldwork-mine-quotes", args=[area.slug])}"' in page
