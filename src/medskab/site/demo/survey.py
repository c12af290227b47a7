"""The survey of the demo: asked once, told to everybody, and asked again with the same questions."""

from hashlib import sha256
from random import Random
from typing import Any

from medskab.common.arriving import Channel
from medskab.people.models import AgeBand
from medskab.surveys import actions, queries
from medskab.surveys.actions.publishing import Known, release_result
from medskab.surveys.models import Question, QuestionKind, Survey

from .story import Story

TITLE = "Tryg i Engparken"
_INTRO = "Fem minutter. Ingen ser, hvem der har svaret hvad."
ANSWERS, ANSWERS_NOW, _SEED = 300, 60, 23
_INVITED, _GROWN_UP = 900, 2_100
_SETS = ("safety",)
_WAYS = (*[Channel.QR] * 5, *[Channel.WEB] * 2, *[Channel.DOORSTEP] * 2, Channel.PAPER)
_AGES = (*[AgeBand.ADULT] * 8, AgeBand.FROM_15, AgeBand.FROM_13)
_OPEN = (
    "Mere lys ved stien.",
    "At nogen er ude om aftenen.",
    "Lås på kælderen i blok 5.",
    "At vi hilser på hinanden.",
)


def ask(story: Story) -> str:
    """Three hundred neighbours answer, and everybody reads what came of it."""
    freja = story.who("freja")
    about = actions.About(TITLE, _INTRO, invited=_INVITED, population=_GROWN_UP)
    survey = actions.make_survey(area=story.area, about=about, by=freja, now=story.at(-290))
    for key in _SETS:
        ready = queries.instruments()[key]
        actions.add_instrument(survey=survey, instrument=ready, by=freja, now=story.at(-289))
    survey = actions.open_survey(survey=survey, by=freja, now=story.at(-285))
    _answer(story, survey, ANSWERS, first=-284, calm=52)
    survey = actions.close_survey(survey=survey, by=freja, now=story.at(-255))
    release_result(survey=survey, known=Known(), by=freja, now=story.at(-250))
    return f"{ANSWERS} answers to a survey, published with their margins"


def ask_again(story: Story) -> str:
    """The same questions a good half year later; this wave is open."""
    freja = story.who("freja")
    first = Survey.objects.select_related("area").get(area=story.area, title=TITLE)
    again = actions.repeat_survey(survey=first, by=freja, now=story.at(-12))
    again = actions.open_survey(survey=again, by=freja, now=story.at(-10))
    _answer(story, again, ANSWERS_NOW, first=-9, calm=61)
    return f"{ANSWERS_NOW} answers to the same questions, asked again; this wave is open"


def _answer(story: Story, survey: Survey, many: int, *, first: int, calm: int) -> None:
    random = Random(_SEED + many)  # noqa: S311  invented answers
    questions = list(survey.questions.all())
    per_day = 1 + many // 28
    for number in range(many):
        day, channel = first + number // per_day, _WAYS[number % len(_WAYS)]
        mood = random.randrange(100) < calm
        given = actions.Given(
            answers={one.key: _given(random, one, mood) for one in questions},
            age_band=random.choice(_AGES),
            channel=channel,
            place=story.block(1 + random.randrange(8)),
            on=story.on(day),
        )
        key = sha256(f"demo {survey.pk} {number}".encode()).hexdigest()
        typed = channel in {Channel.DOORSTEP, Channel.PAPER}
        by = story.who("freja") if typed else None
        actions.take_answers(survey=survey, given=given, voice_key=key, by=by, now=story.at(day, 15))


def _given(random: Random, question: Question, mood: bool) -> Any:
    """Who is in a good mood leans to the first answers; a few leave a question open."""
    if random.random() < 0.04 and not question.is_required:
        return None
    if question.kind in {QuestionKind.SCALE, QuestionKind.NUMBER}:
        return min(10, max(0, round(random.gauss(6.4 if mood else 4.2, 2))))
    if question.kind == QuestionKind.TEXT:
        return random.choice(_OPEN) if random.random() < 0.1 else None
    if question.kind == QuestionKind.GRID:
        return {key: _leaning(random, question.option_keys, mood) for key in question.row_keys}
    if question.kind == QuestionKind.MULTIPLE:
        return [key for key in question.option_keys[:-1] if random.random() < 0.3] or [
            question.option_keys[-1]
        ]
    return _leaning(random, question.option_keys, mood)


def _leaning(random: Random, keys: list[str], mood: bool) -> str:
    falling = [2.0**-place for place in range(len(keys))]
    return random.choices(keys, falling if mood else [1.0] * len(keys))[0]
