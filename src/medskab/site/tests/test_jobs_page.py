"""The page of a long piece of work."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.people.models import RoleKind
from medskab.people.tests import factories
from medskab.tools.jobs import actions
from medskab.tools.jobs.models import Job, JobState
from medskab.tools.jobs.nightly import tidy

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def area():
    return factories.area()


@pytest.fixture
def starter(area, client):
    who = factories.person(area, "Ida", RoleKind.RESIDENT)
    factories.sign_in(client, who)
    return who


@pytest.fixture
def job(area, starter):
    return actions.start(tidy, about=area, by=starter, now=now(), title="Counting the votes")


def address(job, name="job", slug="engen"):
    return reverse(name, args=[slug, job.ref])


def test_tells_in_words_and_a_bar_how_far_it_is(client, job):
    actions.claim(worker="w", now=now())
    Job.objects.update(progress_done=30, progress_total=120, progress_note="Reading the ballots.")
    page = client.get(address(job)).content.decode()
    assert "Counting the votes</h1>" in page
    assert "Reading the ballots. 30 " in page
    assert 'value="25"' in page


def test_asks_again_for_its_moving_part_only(client, job):
    response = client.get(address(job), headers={"HX-Request": "true"})
    assert response.content.lstrip().startswith(b"<div")
    assert b'hx-trigger="every 2s"' in response.content


def test_can_be_asked_again_without_scripts(client, job):
    page = client.get(address(job)).content.decode()
    assert f'<noscript><p><a class="button" href="{address(job)}"' in page


def test_stops_asking_and_leads_on_when_it_is_done(client, job, area):
    Job.objects.update(state=JobState.DONE, ended_at=now(), done_url="/engen/decisions/7/")
    page = client.get(address(job)).content.decode()
    assert 'href="/engen/decisions/7/"' in page
    assert "hx-get" not in page


def test_says_why_it_did_not_succeed_and_leads_back(client, job, area):
    job = actions.claim(worker="w", now=now())
    actions.fail(job=job, error=CannotAct("Line 7 has no end."), now=now())
    page = client.get(address(job)).content.decode()
    assert "Line 7 has no end." in page
    assert f'href="{area.get_absolute_url()}"' in page


def test_is_stopped_by_who_started_it(client, job):
    response = client.post(address(job, "stop-job"), {"idempotency_key": "k1"}, follow=True)
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assert response.redirect_chain == [(address(job), 302)]


def test_says_that_it_is_too_late_to_stop(client, job):
    Job.objects.update(state=JobState.DONE, ended_at=now())
    response = client.post(address(job, "stop-job"), {"idempotency_key": "k1"}, follow=True)
    assert len(response.context["messages"]) == 1
    assert "already over" in response.content.decode()


def test_is_not_stopped_by_a_link(client, job):
    assert client.get(address(job, "stop-job")).status_code == 405


def test_tells_when_nobody_works(client, job):
    assert "tell whoever runs this site" in client.get(address(job)).content.decode()
    actions.be_seen(worker="w", started_at=now(), now=now())
    assert "tell whoever runs this site" not in client.get(address(job)).content.decode()


@pytest.mark.parametrize(
    ("kinds", "status"), [([RoleKind.FACILITATOR], 200), ([RoleKind.RESIDENT], 403), ([], 403)]
)
def test_is_open_to_the_areas_staff_and_closed_to_others(client, area, job, kinds, status):
    factories.sign_in(client, factories.person(area, "Bo", *kinds))
    assert client.get(address(job)).status_code == status
    stopped = client.post(address(job, "stop-job"), {"idempotency_key": "k1"}).status_code
    assert stopped == (302 if status == 200 else 403)


def test_is_not_there_for_staff_of_another_area(client, job):
    factories.sign_in(client, factories.facilitator(factories.area("skoven")))
    assert client.get(address(job)).status_code == 404
    assert client.get(address(job, slug="skoven")).status_code == 404


def test_asks_a_stranger_to_sign_in_whether_it_exists_or_not(client, job):
    client.logout()
    assert client.get(address(job)).status_code == 302
    assert client.get(address(job).replace(job.ref, "000000000000")).status_code == 302


def test_takes_few_queries(client, job, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(address(job))
