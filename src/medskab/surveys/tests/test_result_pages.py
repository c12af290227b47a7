"""The pages of a result, its waves, and the files."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from medskab.common.clock import now
from medskab.people.tests.factories import area, facilitator, person, sign_in
from medskab.places.tests.factories import block, dwelling, stairwell
from medskab.releases.models import Release
from medskab.releases.queries import rehearse
from medskab.surveys.actions.publishing import Known, order_result, release_result
from medskab.surveys.models import Response, Survey, SurveyResult
from medskab.surveys.printing import PrintedForm, PrintedQuestion, paper_form
from medskab.surveys.results.releasing import people_tables
from medskab.tools.jobs.tests.factories import run_pending_jobs

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    """An area large enough for tables, and who works for it."""
    made = area()
    dwelling(stairwell(block(made)), homes=120)
    return made, facilitator(made)


def page(area_of, survey, name):
    return f"/{area_of.slug}/surveys/{survey.slug}/{name}"


def test_says_to_residents_that_it_is_not_out(here, client):
    where, staff = here
    survey = factories.closed_survey(where, staff, population=200)
    answer = client.get(page(where, survey, "result/")).content.decode()
    assert "/release/" not in answer
    assert "%" not in answer.partition("<main")[2].partition("</main")[0]


def test_publishes_from_the_form_and_shows_everybody(here, client):
    where, staff = here
    survey = factories.closed_survey(where, staff, population=200, invited=80)
    sign_in(client, staff)
    form = client.get(page(where, survey, "release/")).context["form"]
    sent = {"idempotency_key": form["idempotency_key"].value(), "source": "the count of homes"}
    assert client.post(page(where, survey, "release/"), sent).status_code == 302
    (job,) = run_pending_jobs()
    assert (job.state, job.done_url) == ("done", page(where, survey, "result/"))
    client.logout()
    answer = client.get(page(where, survey, "result/"))
    (shown,) = answer.context["items"]
    assert shown.bars[0].shown.startswith("65")
    assert b"bars__margin" in answer.content


def test_makes_one_job_however_often_it_is_asked(here):
    where, staff = here
    survey = factories.closed_survey(where, staff, population=200)
    asked = [order_result(survey=survey, known=Known(), by=staff, now=now()) for _time in range(2)]
    assert asked[0] == asked[1]


def test_works_nothing_out_while_it_publishes(here, monkeypatch):
    where, staff = here
    survey = factories.closed_survey(where, staff, "Rehearsed", population=200)
    rehearsed = list(rehearse(where, people_tables(survey, now().date())))
    monkeypatch.setattr("medskab.releases.calculations.protect_counts", None)
    monkeypatch.setattr("medskab.releases.calculations.small_by_subtraction", None)
    release_result(survey=survey, known=Known(), by=staff, now=now())
    assert {table.name for table in rehearsed} >= set(Release.objects.values_list("name", flat=True))


def test_keeps_residents_out_of_single_answers(here, client):
    where, staff = here
    survey = factories.closed_survey(where, staff)
    sign_in(client, person(where))
    for name in ("release/", "answers.csv", "answers.xlsx", "bring/"):
        assert client.get(page(where, survey, name)).status_code == 403


def test_says_what_two_waves_can_tell(here, client):
    where, staff = here
    first = factories.closed_survey(where, staff, "First", population=200)
    again = factories.closed_survey(where, staff, "Again", population=200, repeats=first, wave=2)
    for survey in (first, again):
        release_result(survey=survey, known=Known(), by=staff, now=now())
    (shown,) = client.get(page(where, again, "result/")).context["items"]
    assert [str(one.verdict) for one in shown.changes]
    assert all(one.points.startswith("+0") for one in shown.changes)
    assert {str(one.verdict) for one in shown.changes} == {str(shown.changes[0].verdict)}
    assert int(shown.changes[0].could_see) > 10


def test_exports_answers_that_no_spreadsheet_runs(here, client):
    where, staff = here
    survey = factories.survey(where, staff)
    factories.question(survey)
    factories.question(survey, "words", "text")
    factories.opened(survey)
    factories.response(survey, "a", {"safe": "yes", "words": "=1+1"}, age_band="18+")
    sign_in(client, staff)
    lines = client.get(page(where, survey, "answers.csv")).content.decode()
    assert lines.splitlines()[1].endswith(";18+;1;yes;'=1+1")
    book = load_workbook(BytesIO(client.get(page(where, survey, "answers.xlsx")).content))
    answers, codes = book.worksheets
    assert answers["H2"].value == "'=1+1"
    assert {"yes", "no"} <= {row[3].value for row in codes.iter_rows()}


def test_looks_at_a_list_before_it_is_taken_in(here, client):
    where, staff = here
    survey = factories.open_survey(where, staff)
    sign_in(client, staff)
    url = page(where, survey, "bring/")
    content = b"safe;shoe size\nYes;44\nno;38\nperhaps;40\n"

    def send(**more):
        key = client.get(url).context["form"]["idempotency_key"].value()
        file = SimpleUploadedFile("list.csv", content)
        return client.post(url, {"idempotency_key": key, "channel": "paper", "file": file, **more})

    looked = send(look="1")
    assert looked.context["wrong"] == [(4, "safe", "perhaps")]
    assert not Response.objects.exists()
    assert send().status_code == 302
    assert sorted(Response.objects.values_list("answers__value", flat=True)) == ["no", "yes"]
    assert send().status_code == 200
    assert Response.objects.count() == 2


def test_takes_no_answers_in_once_the_result_is_out(here, client):
    where, staff = here
    survey = factories.closed_survey(where, staff, population=200)
    release_result(survey=survey, known=Known(), by=staff, now=now())
    sign_in(client, staff)
    url = page(where, survey, "bring/")
    key = client.get(url).context["form"]["idempotency_key"].value()
    file = SimpleUploadedFile("list.csv", b"safe\nyes\n")
    client.post(url, {"idempotency_key": key, "channel": "paper", "file": file})
    assert Survey.objects.get().responses.count() == SurveyResult.objects.get().answers


def test_prints_a_form_that_runs_nothing():
    question = PrintedQuestion(number="1", words='#panic("no")', kind="single", options=("$x$", "]"))
    form = PrintedForm(
        area="Engparken",
        title="Tryg #hjemme",
        intro="",
        language="da",
        address="https://engparken.example/surveys/tryg/",
        made_on=date(2026, 11, 24),
        questions=(question,),
    )
    made = paper_form(form)
    assert made.startswith(b"%PDF")
    assert b"/StructTreeRoot" in made
    assert made == paper_form(form)
