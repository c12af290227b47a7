"""Surveys and answers, for this room's tests and for the rooms above."""

from medskab.common.clock import now
from medskab.surveys.freezing import frozen_hash
from medskab.surveys.models import Answer, Question, Response, Section, Survey, SurveyState

WORDS = {"da": "Er du tryg her?", "en": "Do you feel safe here?"}
YES_NO = [
    {"key": "yes", "words": {"da": "Ja", "en": "Yes"}},
    {"key": "no", "words": {"da": "Nej", "en": "No"}},
]


def survey(area, by, title="Safe at home", **facts):
    """A survey that is being written, without questions."""
    given = {"slug": title.lower().replace(" ", "-"), "made_by": by, "made_at": now(), **facts}
    return Survey.objects.create(area=area, title=title, **given)


def section(of, order=1, **words):
    """A page of it."""
    return Section.objects.create(area=of.area, survey=of, order=order, words=words)


def question(of, key="safe", kind="single", **facts):
    """A question on its last page; yes or no where nothing else is said."""
    page = facts.pop("section", None) or of.sections.last() or section(of)
    if kind in {"single", "multiple", "order", "grid"}:
        facts.setdefault("options", YES_NO)
    given = {"words": WORDS, "order": of.questions.count() + 1, **facts}
    return Question.objects.create(area=of.area, survey=of, section=page, key=key, kind=kind, **given)


def opened(of):
    """The same survey, frozen and open."""
    Survey.objects.filter(pk=of.pk).update(
        state=SurveyState.OPEN, opens_at=now(), frozen_hash=frozen_hash(of)
    )
    of.refresh_from_db()
    return of


def open_survey(area, by, title="Safe at home", **facts):
    """An open survey with one question: safe, yes or no."""
    made = survey(area, by, title, **facts)
    question(made)
    return opened(made)


def response(of, voice="one", answers=None, **facts):
    """One voice's complete answers, by the questions' keys."""
    given = {
        "voice_key": voice,
        "number": of.responses.count() + 1,
        "channel": "web",
        "answered_on": now().date(),
        "is_complete": True,
        **facts,
    }
    made = Response.objects.create(area=of.area, survey=of, **given)
    asked = {one.key: one for one in of.questions.all()}
    for key, value in (answers or {}).items():
        Answer.objects.create(area=of.area, response=made, question=asked[key], value=value)
    return made


def closed_survey(area, by, title="Safe at home", answers=40, **facts):
    """A closed survey with one question that so many answered, a third with "no"."""
    made = open_survey(area, by, title, **facts)
    for number in range(answers):
        response(made, f"v{number}", {"safe": "no" if number % 3 == 0 else "yes"})
    Survey.objects.filter(pk=made.pk).update(state=SurveyState.CLOSED)
    made.refresh_from_db()
    return made
