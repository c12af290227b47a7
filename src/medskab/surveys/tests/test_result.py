"""Publishing a result: what is shown, what is hidden, what is refused."""

import pytest

from medskab.audit.queries import lines_about
from medskab.common.clock import now
from medskab.people.tests.factories import area, facilitator, person
from medskab.places.tests.factories import block, dwelling, stairwell
from medskab.releases.models import Release
from medskab.surveys.actions import publishing
from medskab.surveys.actions.publishing import Known, release_result
from medskab.surveys.models import Survey, SurveyResult, SurveyState

from . import factories

pytestmark = pytest.mark.django_db
OPTIONS = [{"key": key, "words": {"en": key.title()}} for key in ("safe", "so-so", "unsafe")]


@pytest.fixture
def asked():
    """A closed survey of two blocks: 40 answers, two of them "unsafe"."""
    here = area()
    staff = facilitator(here)
    blocks = [block(here, f"Block {letter}") for letter in "AB"]
    for one, homes in zip(blocks, (60, 40), strict=True):
        dwelling(stairwell(one, f"Engvej {homes}"), homes=homes)
    survey = factories.survey(here, staff, population=200)
    factories.question(survey, "evening", options=OPTIONS)
    factories.question(survey, "often", "number", least=0, most=20)
    factories.question(survey, "words", "text")
    factories.opened(survey)
    for number in range(40):
        given = "unsafe" if number < 2 else "safe" if number < 26 else "so-so"
        answers = {"evening": given, "often": number % 7, "words": "Light, please"}
        where = blocks[number % 4 == 0]
        factories.response(survey, f"v{number}", answers, place=where, age_band="18+")
    Survey.objects.filter(pk=survey.pk).update(state=SurveyState.CLOSED)
    survey.refresh_from_db()
    return survey, staff


def publish(asked, known=None, by=None):
    survey, staff = asked
    return release_result(survey=survey, known=known or Known(), by=by or staff, now=now())


def test_publishes_shares_with_margins_and_hides_small_counts(asked):
    result = publish(asked)
    evening, often, words = result.figures
    by_option = {line["option"]: line for line in evening["options"]}
    assert by_option["unsafe"]["count"] is None
    assert "share" not in by_option["unsafe"]
    assert sum(line["count"] is None for line in evening["options"]) >= 2
    shown = next(line for line in evening["options"] if line["count"] is not None)
    assert shown["low"] < shown["share"] == shown["count"] / 40 < shown["high"]
    assert (often["answers"], words["answers"]) == (40, 40)
    assert often["mean"]["low"] < often["mean"]["mean"] < often["mean"]["high"]
    assert "Light" not in str(result.figures)
    assert lines_about(result).get().kind == "survey.result_released"


def test_cuts_by_block_and_door_only_through_the_release_log(asked):
    result = publish(asked)
    cuts = [line for line in result.breakdowns if line["dimension"] == "place"]
    assert cuts
    release = Release.objects.get(pk=cuts[0]["release"])
    assert release.columns[:2] == ["Block A", "Block B"]
    small = release.numbers[list(release.rows).index("unsafe")]
    assert all(number is None or number == 0 or number >= 5 for number in small)


def test_weights_by_block(asked):
    result = publish(asked, Known({"place": {"Block A": 60, "Block B": 40}}, "homes"))
    assert result.weighting["has_converged"]
    assert result.weighting["largest"] == pytest.approx(1.6)
    assert result.weighting["worth"] < 40


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"state": SurveyState.OPEN}, publishing.NotClosedYet),
        ({}, publishing.ResultIsOut),
    ],
)
def test_is_published_once_and_only_when_closed(asked, change, refusal):
    survey, _staff = asked
    if change:
        Survey.objects.filter(pk=survey.pk).update(**change)
    else:
        publish(asked)
    with pytest.raises(refusal):
        publish(asked)


def test_refuses_residents_and_leaves_nothing(asked):
    survey, _staff = asked
    with pytest.raises(publishing.NotYoursToPublish):
        publish(asked, by=person(survey.area))
    assert not SurveyResult.objects.exists()


def test_refuses_weights_for_a_group_in_which_nobody_answered(asked):
    with pytest.raises(publishing.NobodyToSpeakFor, match="Block C"):
        publish(asked, Known({"place": {"Block A": 60, "Block C": 40}}))
    assert not Release.objects.exists()


def test_refuses_fewer_than_five(asked):
    survey, _staff = asked
    survey.responses.filter(number__gt=4).delete()
    with pytest.raises(publishing.TooFewAnswers):
        publish(asked)
