"""What is refused, what freezes, and what is counted once."""

import pytest
from django.utils import translation

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.voices import voice_of_person
from medskab.needs.models import Input
from medskab.people.tests import factories as people
from medskab.surveys import actions, codes
from medskab.surveys.instruments import instruments
from medskab.surveys.models import Answer, Question, Response, Survey
from medskab.surveys.queries import about, own_things

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def freja():
    with translation.override("en"):
        yield people.facilitator(people.area())


def _made(by, **facts):
    given = actions.About(**{"title": "Safe at home", **facts})
    return actions.make_survey(area=by.area, about=given, by=by, now=now())


def _take(survey, voice="one", by=None, **facts):
    given = actions.Given(**facts)
    return actions.take_answers(survey=survey, given=given, voice_key=voice, by=by, now=now())


def test_freezes_when_it_opens(freja):
    survey = _made(freja)
    actions.add_instrument(survey=survey, instrument=instruments()["trust"], by=freja, now=now())
    survey = actions.open_survey(survey=survey, by=freja, now=now())
    frozen = survey.frozen_hash
    question = survey.questions.first()
    asked = actions.Asked(kind="text", words={"da": "Nyt?"})
    for deed in (
        lambda: actions.change_survey(survey=survey, about=actions.About("Other"), by=freja, now=now()),
        lambda: actions.write_question(survey=survey, asked=asked, by=freja, now=now()),
        lambda: actions.move_question(question=question, steps=1, by=freja, now=now()),
        lambda: actions.remove_question(question=question, by=freja, now=now()),
    ):
        with pytest.raises(CannotAct, match="nothing in it changes"):
            deed()
    actions.close_survey(survey=survey, by=freja, now=now())
    assert actions.reopen_survey(survey=survey, by=freja, now=now()).frozen_hash == frozen


def test_repeats_with_the_same_questions_and_no_others(freja):
    first = factories.open_survey(freja.area, freja)
    again = actions.repeat_survey(survey=first, by=freja, now=now())
    with pytest.raises(CannotAct, match="repeats an earlier"):
        actions.remove_question(question=again.questions.get(), by=freja, now=now())
    again = actions.open_survey(survey=again, by=freja, now=now())
    assert (again.wave, again.repeats, again.frozen_hash) == (2, first, first.frozen_hash)
    Question.objects.filter(survey=first).update(words={"da": "Noget andet?"})
    actions.close_survey(survey=first, by=freja, now=now())
    with pytest.raises(CannotAct, match="not those"):
        actions.reopen_survey(survey=first, by=freja, now=now())


def test_says_what_is_missing_before_it_opens(freja):
    survey = _made(freja, one_answer_per="code")
    with pytest.raises(CannotAct, match=r"no questions.*No codes"):
        actions.open_survey(survey=survey, by=freja, now=now())
    factories.question(survey, words={"en": "Only English"}, options=[])
    factories.question(survey, "late", shown_if={"question": "later", "options": ["yes"]})
    factories.question(survey, "later")
    with pytest.raises(CannotAct, match=r"1\. A Danish.*1\. It needs.*2\. It hangs"):
        actions.open_survey(survey=survey, by=freja, now=now())
    assert Survey.objects.get().state == "draft"


def test_takes_one_response_of_a_voice(freja):
    survey = factories.open_survey(freja.area, freja)
    first = _take(survey, answers={"safe": "yes"})
    again = _take(survey, answers={"safe": "no"})
    assert (again, again.answers.get().value, Response.objects.count()) == (first, "yes", 1)
    assert _take(survey, "two", answers={"safe": "no"}).number == 2


def test_goes_on_where_somebody_stopped(freja):
    survey = factories.survey(freja.area, freja)
    factories.question(survey, is_required=True)
    factories.question(survey, "more", "text", shown_if={"question": "safe", "options": ["no"]})
    factories.opened(survey)
    _take(survey, answers={"safe": "no", "more": "It is dark"}, is_last=False)
    whole = _take(survey, answers={"safe": "yes"})
    assert whole.is_complete
    assert dict(whole.answers.values_list("question__key", "value")) == {"safe": "yes"}
    with pytest.raises(CannotAct, match="must be answered"):
        _take(survey, "two")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"answers": {"safe": "perhaps"}}, "Choose one"),
        ({"answers": {"other": "yes"}}, "does not ask"),
        ({"age_band": "under-13"}, "13 or older"),
        ({"channel": "doorstep"}, "Only those who work here"),
        ({"on": now().date().replace(year=2999)}, "still to come"),
    ],
)
def test_refuses_what_is_no_answer(freja, facts, why):
    survey = factories.open_survey(freja.area, freja)
    with pytest.raises(CannotAct, match=why):
        _take(survey, **facts)
    assert not Response.objects.exists()


def test_hands_on_open_words_and_takes_them_back(freja):
    survey = factories.survey(freja.area, freja)
    factories.question(survey, "words", "text", goes_to_needs=True)
    factories.opened(survey)
    _take(survey, answers={"words": "The lamp is broken"}, channel="paper", by=freja)
    assert Input.objects.values_list("words", "channel").get() == ("The lamp is broken", "paper")
    actions.take_back_answers(survey=survey, voice_key="one", by=None, now=now())
    assert (Input.objects.get().words, Response.objects.count(), Answer.objects.count()) == ("", 0, 0)


def test_deletes_what_an_erased_person_answered(freja):
    survey = factories.open_survey(freja.area, freja)
    ida = people.person(freja.area)
    _take(survey, voice_of_person(ida, about(survey)), answers={"safe": "yes"})
    _take(survey, "another", answers={"safe": "no"})
    assert own_things(ida)["surveys"][0]["answers"] == {"safe": "yes"}
    actions.erase_from_surveys(person=ida, by=freja, now=now())
    assert Response.objects.get().voice_key == "another"


def test_knows_its_codes_by_their_hash_alone(freja):
    survey = factories.survey(freja.area, freja, one_answer_per="code")
    made = codes.codes_for("form", 3)
    actions.make_codes(survey=survey, made=made, by=freja, now=now())
    assert len(set(made)) == 3
    assert codes.codes_for("form", 3) == made
    assert codes.voice_of_code(survey, made[0].lower())
    assert not codes.voice_of_code(survey, "ABCD1234")
    assert made[0] not in str(list(survey.codes.values()))


def test_moves_questions_within_and_between_pages(freja):
    survey = factories.survey(freja.area, freja)
    one, two = factories.question(survey, "one"), factories.question(survey, "two")
    factories.question(survey, "three", section=factories.section(survey, 2))
    actions.move_question(question=two, steps=-1, by=freja, now=now())
    actions.move_question(question=one, steps=1, by=freja, now=now())
    assert list(survey.questions.values_list("key", flat=True)) == ["two", "one", "three"]
    assert list(survey.sections.values_list("questions__key", flat=True)) == ["two", "one", "three"]
    actions.move_question(question=two, steps=1, by=freja, now=now())
    assert list(survey.questions.values_list("key", flat=True)) == ["two", "one", "three"]
    assert survey.sections.get().order == 2
