"""Staff put a survey together, open it and close it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.surveys import actions, rules
from medskab.surveys.forms.building import AboutForm
from medskab.surveys.instruments import instruments
from medskab.surveys.models import OneAnswerPer, Question, QuestionKind, Survey, SurveyState
from medskab.surveys.queries import listed, missing
from medskab.surveys.words import worded

from .finding import question_at, survey_at

_ON_ONE_PAGE = 20
_DEEDS: dict[str, Callable[..., Any]] = {
    "open": actions.open_survey,
    "close": actions.close_survey,
    "reopen": actions.reopen_survey,
    "repeat": actions.repeat_survey,
}


@page(anyone)
def surveys(request: Any) -> HttpResponse:
    """Open ones first; staff see drafts too."""
    may_build = rules.may_build(request.person, request.area)
    found = Paginator(listed(request.area, with_drafts=may_build), _ON_ONE_PAGE)
    context = {"page": found.get_page(request.GET.get("page")), "may_build": may_build}
    return render(request, "surveys/surveys.html", context)


@page(rules.may_build)
def new(request: Any) -> HttpResponse:
    """Begin one."""
    form = AboutForm(
        request.POST or None, area=request.area, initial={"kind": "survey", "one_answer_per": "browser"}
    )
    if form.is_bound and form.is_valid():
        facts = {"area": request.area, "about": form.about, "by": request.person, "now": now()}
        if form.carry_out(actions.make_survey, **facts):
            return redirect("survey-build", request.area.slug, form.answer.slug)
    return render(request, "surveys/about_form.html", {"form": form})


@page(rules.may_build, find=survey_at)
def change(request: Any, survey: Survey) -> HttpResponse:
    """Say it better while it is a draft."""
    form = AboutForm(request.POST or None, area=request.area, initial={**vars(survey), "place": survey.place})
    if form.is_bound and form.is_valid():
        facts = {"survey": survey, "about": form.about, "by": request.person, "now": now()}
        if form.carry_out(actions.change_survey, **facts):
            return redirect("survey-build", request.area.slug, survey.slug)
    return render(request, "surveys/about_form.html", {"form": form, "survey": survey})


@page(rules.may_build, find=survey_at)
def build(request: Any, survey: Survey) -> HttpResponse:
    """Its questions, ready sets, and what is missing."""
    taken = set(survey.questions.values_list("instrument", flat=True))
    sets = [
        {"key": one.key, "title": worded(one.title).text, "source": one.source, "count": len(one.questions)}
        for one in instruments().values()
        if one.key not in taken
    ]
    context = {
        "survey": survey,
        "sets": [] if survey.repeats_id else sets,
        "pages": _pages(survey),
        "kinds": QuestionKind.choices,
        "missing": missing(survey),
        "is_draft": survey.state == SurveyState.DRAFT,
        "may_write": survey.state == SurveyState.DRAFT and not survey.repeats_id,
        "by_code": survey.one_answer_per == OneAnswerPer.CODE,
        "codes": survey.codes.count(),
        "came": survey.responses.filter(is_complete=True).count(),
    }
    return render(request, "surveys/build.html", context)


@page(
    lambda person, found: rules.may_build(person, found[0]),
    find=lambda request, *, deed, **url: (survey_at(request, **url), deed),
)
def do(request: Any, found: tuple[Survey, str]) -> HttpResponse:
    """Open it, close it, open it again, or ask the same once more."""
    survey, name = found
    if name not in _DEEDS:
        raise Http404
    answer = _done(request, _DEEDS[name], survey=survey)
    return redirect("survey-build", request.area.slug, (answer or survey).slug)


@page(
    lambda person, found: rules.may_build(person, found[0]),
    find=lambda request, *, key, **url: (survey_at(request, **url), key),
)
def add(request: Any, found: tuple[Survey, str]) -> HttpResponse:
    """Take a ready set in."""
    survey, key = found
    if key not in instruments():
        raise Http404
    _done(request, actions.add_instrument, survey=survey, instrument=instruments()[key])
    return redirect("survey-build", request.area.slug, survey.slug)


@page(
    lambda person, found: rules.may_build(person, found[0]),
    find=lambda request, *, deed, **url: (question_at(request, **url), deed),
)
def do_question(request: Any, found: tuple[Question, str]) -> HttpResponse:
    """One place up, one down, or out."""
    question, name = found
    steps = {"up": -1, "down": 1}
    if name in steps:
        _done(request, actions.move_question, question=question, steps=steps[name])
    elif name == "remove":
        _done(request, actions.remove_question, question=question)
    else:
        raise Http404
    return redirect("survey-build", request.area.slug, question.survey.slug)


def _pages(survey: Survey) -> list[dict[str, Any]]:
    """Page by page: its heading, and each question with its number, its words, its answers and its branch."""
    asked = {one.key: one for one in survey.questions.select_related("section")}
    numbers = {key: number for number, key in enumerate(asked, 1)}
    pages = []
    for section in survey.sections.all():
        theirs = [one for one in asked.values() if one.section_id == section.pk]
        rows = [
            {
                "question": one,
                "number": numbers[one.key],
                "words": worded(one.words),
                "answers": [worded(option["words"]).text for option in one.options],
                "hangs": _hangs(one, asked, numbers),
            }
            for one in theirs
        ]
        pages.append({"section": section, "heading": worded(section.words), "rows": rows})
    return pages


def _hangs(one: Question, asked: dict[str, Question], numbers: dict[str, int]) -> dict[str, Any] | None:
    """The earlier question's number and the answers that lead here."""
    earlier = asked.get(one.shown_if.get("question", ""))
    if earlier is None:
        return None
    wanted = [each for each in earlier.options if each["key"] in one.shown_if["options"]]
    return {"number": numbers[earlier.key], "answers": [worded(each["words"]).text for each in wanted]}


def _done(request: Any, deed: Callable[..., Any], **facts: Any) -> Any:
    """The deed's answer; where it was refused, the sentence stands on the next page."""
    form = DeedForm(request.POST or None)
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return deed(**facts, by=request.person, now=now(), idempotency_key=form.key)
    except CannotAct as error:
        messages.error(request, _("It was not done: %(why)s") % {"why": error})
        return None
