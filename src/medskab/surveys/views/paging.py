"""Which page somebody is on, what it asks, and where they go from there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from medskab.surveys.branching import shown
from medskab.surveys.forms.answering import PageForm
from medskab.surveys.models import Question, Section, Survey
from medskab.surveys.queries import languages_of
from medskab.surveys.words import language_name, worded


@dataclass(frozen=True)
class Paper:
    """One page of a survey, given what was answered before."""

    survey: Survey
    sections: list[Section]
    number: int
    asked: list[Question]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sections)

    def following(self, answers: Mapping[str, Any]) -> int:
        """The page after it; itself where an answer opened another question on it."""
        opened = _asked(self.survey, self.sections, self.number, answers)
        return self.number if set(opened) - set(self.asked) else self.number + 1

    def shown(self, form: PageForm) -> dict[str, Any]:
        """What its template needs."""
        return {
            "survey": self.survey,
            "form": form,
            "number": self.number,
            "before": self.number - 1,
            "count": self.count,
            "done": self.number * 100 // self.count,
            "heading": worded(self.sections[self.number - 1].words, form.language),
        }


def paper_at(survey: Survey, number: int, answers: Mapping[str, Any]) -> Paper:
    """The page with this number."""
    sections = list(survey.sections.all())
    if not 1 <= number <= len(sections):
        raise Http404
    return Paper(survey, sections, number, _asked(survey, sections, number, answers))


def language_of(request: Any, survey: Survey) -> str:
    """The language that was asked for in the address; empty for the reader's own."""
    wanted = request.GET.get("language", "")
    return wanted if wanted in languages_of(survey) else ""


def languages_to_choose(survey: Survey) -> list[tuple[str, str]]:
    """Code and name of each language that it asks in."""
    asked_in = {code for one in survey.questions.all() for code, text in one.words.items() if text}
    return [(code, language_name(code)) for code in languages_of(survey) if code in asked_in]


def _asked(
    survey: Survey, sections: list[Section], number: int, answers: Mapping[str, Any]
) -> list[Question]:
    questions = shown(survey.questions.select_related("section"), answers)
    return [one for one in questions if one.section_id == sections[number - 1].pk]
