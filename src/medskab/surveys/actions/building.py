"""Beginning a survey, and saying what it is about."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.common.slugs import free_slug
from medskab.people.models import Person
from medskab.places.models import Area, Place
from medskab.surveys import rules
from medskab.surveys.drafts import draft
from medskab.surveys.freezing import FROZEN
from medskab.surveys.models import OneAnswerPer, Question, Section, Survey, SurveyKind

# Words that have pages of their own where a survey's address stands.


@dataclass(frozen=True)
class About:
    """What a survey is for, whom it asks and how long."""

    title: str
    intro: str = ""
    kind: str = SurveyKind.SURVEY
    place: Place | None = None
    closes_at: datetime | None = None
    invited: int | None = None
    population: int | None = None
    one_answer_per: str = OneAnswerPer.BROWSER


@deed
def make_survey(*, area: Area, about: About, by: Person, now: datetime) -> Survey:
    """Begin one; it is a draft until it opens."""
    _check(area, about, by)
    survey = Survey.objects.create(
        area=area, slug=_free_slug(area, about.title), made_by=by, made_at=now, **_facts(about)
    )
    record("surveys/made", survey, by=by, now=now)
    return survey


@deed
def change_survey(*, survey: Survey, about: About, by: Person, now: datetime) -> Survey:
    """Say it better while it is a draft."""
    _check(survey.area, about, by)
    survey = draft(survey, by)
    facts = _facts(about)
    for name, value in facts.items():
        setattr(survey, name, value)
    survey.save(update_fields=list(facts))
    record("surveys/changed", survey, by=by, now=now)
    return survey


@deed
def repeat_survey(*, survey: Survey, by: Person, now: datetime) -> Survey:
    """Ask the same again: a draft with the same questions, which stay as they are."""
    if not rules.may_build(by, survey):
        raise CannotAct(_("Only those who work here do this."))
    if not survey.frozen_hash:
        raise CannotAct(_("Only what was open once can be asked again."))
    again = Survey.objects.create(
        area=survey.area,
        slug=_free_slug(survey.area, survey.title),
        title=survey.title,
        intro=survey.intro,
        place=survey.place,
        kind=survey.kind,
        population=survey.population,
        one_answer_per=survey.one_answer_per,
        repeats=survey,
        wave=survey.wave + 1,
        made_by=by,
        made_at=now,
    )
    _copy_questions(survey, again)
    record("surveys/repeated", again, by=by, now=now)
    return again


def _copy_questions(survey: Survey, again: Survey) -> None:
    for section in survey.sections.all():
        page = Section.objects.create(area=again.area, survey=again, order=section.order, words=section.words)
        for one in section.questions.all():
            facts = {name: getattr(one, name) for name in FROZEN}
            Question.objects.create(area=again.area, survey=again, section=page, order=one.order, **facts)


def _facts(about: About) -> dict[str, object]:
    return {**vars(about), "title": about.title.strip(), "intro": about.intro.strip()}


def _check(area: Area, about: About, by: Person) -> None:
    if not rules.may_build(by, area):
        raise CannotAct(_("Only those who work here do this."))
    if not about.title.strip():
        raise CannotAct(_("Give it a title."))
    if about.place and about.place.area_id != area.pk:
        raise CannotAct(_("This place lies elsewhere."))
    if about.invited is not None and about.population is not None and about.invited > about.population:
        raise CannotAct(_("More are invited than there are people to ask."))


def _free_slug(area: Area, title: str) -> str:
    others = Survey.objects.for_area(area)
    return free_slug(title, others, below="surveys/", otherwise="survey", most=70)
