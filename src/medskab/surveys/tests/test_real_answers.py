"""A real vote as a survey: its voters' age, sex and way of voting, brought in and reported."""

from collections import Counter

import pytest
from tests.cases import pb_file

from medskab.common.clock import now
from medskab.common.tables.reading import read_sheet
from medskab.people.tests.factories import area, facilitator
from medskab.places.tests.factories import block, dwelling, stairwell
from medskab.surveys.actions.publishing import Known, release_result
from medskab.surveys.actions.taking_in import take_in_answers
from medskab.surveys.models import Survey, SurveyState
from medskab.surveys.results.showing import shown_items

from . import factories

pytestmark = pytest.mark.django_db


def options(*keys):
    """Options that are called as in the file."""
    return [{"key": key, "words": {"en": key}} for key in keys]


def voters(name):
    """The lines of the votes alone, without what they voted for."""
    lines = pb_file(name).read_text("utf-8").partition("VOTES\n")[2].splitlines()
    return "\n".join(line.rpartition(";")[0] for line in lines if line)


@pytest.fixture
def asked():
    """An open survey with the questions of the file, in an area of its size."""
    here = area()
    dwelling(stairwell(block(here)), homes=2_000)
    staff = facilitator(here)
    survey = factories.survey(here, staff, population=20_000)
    factories.question(survey, "age", "number", least=0, most=120)
    factories.question(survey, "sex", options=options("F", "M"))
    factories.question(survey, "voting_method", options=options("internet", "paper"))
    return factories.opened(survey), staff


def test_takes_in_a_real_list_and_reports_it(asked):
    survey, staff = asked
    text = voters("poland_warszawa_2017_saska-kepa.pb")
    sheet = read_sheet(text.encode())
    taken = take_in_answers(survey=survey, sheet=sheet, by=staff, now=now())
    assert [one.heading for one in taken.columns if one.question is None] == ["voter_id"]
    assert not taken.not_understood
    Survey.objects.filter(pk=survey.pk).update(state=SurveyState.CLOSED)
    survey.refresh_from_db()
    result = release_result(survey=survey, known=Known(), by=staff, now=now())
    sexes = Counter(line.split(";")[2] for line in text.splitlines()[1:])
    _age, sex, method = shown_items(result)
    whole = sum(sexes.values())
    assert [bar.value for bar in sex.bars] == pytest.approx([sexes["F"] / whole, sexes["M"] / whole])
    assert result.answers == whole
    assert method.answers == whole
