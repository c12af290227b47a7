"""What a phone asks at the doors out of a survey, in all languages that it is worded in."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from medskab.places.models import Area
from medskab.surveys.models import AGES, OneAnswerPer, Question, QuestionKind, Survey
from medskab.surveys.queries import open_surveys

from .models import Round

# In which language somebody speaks at the door, each by its own name; "und" is one that is not named here.
LANGUAGES = {
    "da": "dansk",
    "en": "English",
    "ar": "العربية",
    "so": "Soomaali",
    "tr": "Türkçe",
    "uk": "українська",
    "und": "",
}


def can_be_brought(area: Area) -> QuerySet[Survey]:
    """Open surveys that need no code and ask nothing that the phone's page cannot show."""
    found = open_surveys(area).filter(one_answer_per=OneAnswerPer.BROWSER)
    return found.exclude(questions__kind=QuestionKind.ORDER)


def survey(round_: Round, now: datetime) -> dict[str, object] | None:
    """The survey as a phone needs it, while it takes answers."""
    about = round_.survey
    if about is None or not about.takes_answers(now):
        return None
    questions = about.questions.select_related("section")
    return {"title": about.title, "questions": [_asked(one) for one in questions]}


def languages() -> list[tuple[str, str]]:
    """What can be chosen at the door."""
    return [("", _("Not said")), *((code, name or _("Another")) for code, name in LANGUAGES.items())]


def ages() -> list[tuple[str, str]]:
    """The bands that a survey asks."""
    return [(one.value, str(one.label)) for one in AGES]


def _asked(one: Question) -> dict[str, object]:
    return {
        "key": one.key,
        "kind": one.kind,
        "words": one.words,
        "options": one.options,
        "rows": one.rows,
        "least": one.least,
        "most": one.most,
        "ends": one.ends,
        "if": one.shown_if,
    }
