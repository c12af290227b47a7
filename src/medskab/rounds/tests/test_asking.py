"""A survey at the door: what the phone is told, and what comes of its answers."""

import pytest

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs.models import Input
from medskab.rounds import asking
from medskab.rounds.models import Bag, BagState
from medskab.rounds.tests import factories
from medskab.surveys.models import Response, Survey, SurveyState
from medskab.surveys.tests import factories as surveys


@pytest.fixture
def survey(area, freja):
    made = surveys.survey(area, freja)
    surveys.question(made)
    surveys.question(made, "why", "text", shown_if={"question": "safe", "options": ["no"]})
    surveys.question(made, "years", "number", least=0, most=99)
    return surveys.opened(made)


@pytest.fixture
def asks(area, freja, survey):
    """A round that brings the survey."""
    return factories.planned(area, freja, name="Engvej 8", block="Block 8", survey=survey)


def record(round_, answers, /, **facts):
    given = {"kind": "survey", "stop": round_.stops.get().pk, "age": "18+"}
    return factories.sealed(round_, given | {"answers": answers} | facts)


def test_takes_in_answers_as_one_voice_however_often_they_are_sent(send, asks):
    bag = record(asks, {"safe": "no", "why": "It is dark", "years": 12})
    send(bag, to=asks)
    send(bag, to=asks)
    response = Response.objects.get()
    assert (response.channel, response.age_band, response.is_complete) == ("doorstep", "18+", True)
    assert response.place == asks.stops.get().stairwell.parent
    given = dict(response.answers.values_list("question__key", "value"))
    assert given == {"safe": "no", "why": "It is dark", "years": 12}


def test_another_visit_is_another_voice(send, asks):
    send(record(asks, {"safe": "yes"}), record(asks, {"safe": "no"}), to=asks)
    assert Response.objects.count() == 2


def test_drops_answers_to_what_was_not_asked(send, asks):
    send(record(asks, {"safe": "yes", "why": "It is dark"}), to=asks)
    assert list(Response.objects.get().answers.values_list("question__key", flat=True)) == ["safe"]


@pytest.mark.parametrize(
    "change", [{"answers": []}, {"answers": {"safe": "maybe"}}, {"age": "7"}, {"stop": 10**9}, {"age": 18}]
)
def test_keeps_answers_that_make_no_sense_and_counts_none_of_them(send, asks, change):
    send(record(asks, {"safe": "yes"}, **change), to=asks)
    assert Bag.objects.get().state == BagState.REFUSED
    assert not Response.objects.exists()


def test_keeps_what_comes_after_the_survey_closed(send, asks):
    Survey.objects.update(state=SurveyState.CLOSED)
    send(record(asks, {"safe": "yes"}), to=asks)
    assert Bag.objects.get().why == "This survey is not open."


def test_keeps_answers_of_a_round_without_a_survey(send, walk):
    send(record(walk, {"safe": "yes"}))
    assert Bag.objects.get().state == BagState.REFUSED


def test_tells_the_phone_the_questions_in_all_their_languages(asks):
    told = asking.survey(asks, now())
    assert [one["key"] for one in told["questions"]] == ["safe", "why", "years"]
    assert told["questions"][0]["words"] == surveys.WORDS
    assert told["questions"][1]["if"] == {"question": "safe", "options": ["no"]}


def test_asks_nothing_once_the_survey_is_closed(asks):
    Survey.objects.update(state=SurveyState.CLOSED)
    asks.survey.refresh_from_db()
    assert asking.survey(asks, now()) is None


def test_brings_no_survey_that_the_page_cannot_show(area, freja):
    made = surveys.survey(area, freja, "In order")
    surveys.question(made, "first", "order")
    coded = surveys.open_survey(area, freja, "By code", one_answer_per="code")
    for one in (surveys.opened(made), coded):
        assert one not in asking.can_be_brought(area)
        with pytest.raises(CannotAct):
            factories.planned(area, freja, name=one.title, block=one.title, survey=one)


@pytest.mark.parametrize(("spoken", "kept"), [("so", "so"), ("und", "und"), ("", ""), ("klingon", "")])
def test_keeps_the_language_with_the_words(send, walk, spoken, kept):
    send(factories.sealed(walk, factories.need(factories.door_of(walk), language=spoken)))
    assert Input.objects.get().language == kept
