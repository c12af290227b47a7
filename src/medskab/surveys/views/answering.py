"""Answering, page by page, without an account."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.arriving import Arrival, Channel, arrival, came_by
from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.common.voices import remember, voice
from medskab.surveys import actions, rules
from medskab.surveys.branching import shown
from medskab.surveys.forms.answering import BeginForm, PageForm
from medskab.surveys.models import OneAnswerPer, Question, Survey
from medskab.surveys.queries import about, answers_of, response_of
from medskab.surveys.words import worded

from .finding import place_of, survey_and_place, survey_at


@page(rules.may_read, find=survey_at)
def survey(request: Any, survey: Survey) -> HttpResponse:
    """What it is for, and the way in."""
    response = response_of(survey, voice(request, about(survey)))
    context = {
        "survey": survey,
        "is_open": survey.takes_answers(now()) and survey.one_answer_per == OneAnswerPer.BROWSER,
        "response": response,
        "may_build": rules.may_build(request.person, survey),
    }
    return render(request, "surveys/survey.html", context)


@page(lambda person, found: rules.may_read(person, found[0]), find=survey_and_place)
def survey_from_wall(request: Any, found: tuple[Survey, Any]) -> HttpResponse:
    """From a code on the wall."""
    survey, place = found
    return came_by(redirect(survey), request.area, Arrival(Channel.QR, place.pk))


@page(rules.may_read, find=survey_at)
def begin(request: Any, survey: Survey) -> HttpResponse:
    """What it means to answer; then the first page, or where this voice stopped."""
    _is_answerable(survey)
    key = voice(request, about(survey))
    if response_of(survey, key):
        return redirect("survey-answer-page", request.area.slug, survey.slug, 1)
    form = BeginForm(request.POST or None)
    if form.is_bound and form.is_valid():
        given = _given(request, {}, age_band=form.cleaned_data["age_band"], is_last=False)
        if form.carry_out(
            actions.take_answers, survey=survey, given=given, voice_key=key, by=None, now=now()
        ):
            return remember(request, redirect("survey-answer-page", request.area.slug, survey.slug, 1))
    return remember(request, render(request, "surveys/begin.html", {"form": form, "survey": survey}))


@page(
    lambda person, found: rules.may_read(person, found[0]),
    find=lambda request, *, number, **url: (survey_at(request, **url), number),
)
def answer_page(request: Any, found: tuple[Survey, int]) -> HttpResponse:
    """One page; each is saved when it is left."""
    survey, number = found
    _is_answerable(survey)
    key = voice(request, about(survey))
    response = response_of(survey, key)
    if response is None or response.is_complete:
        return redirect("survey-answer" if response is None else "survey", request.area.slug, survey.slug)
    answers = answers_of(response)
    pages = list(survey.sections.all())
    asked = _asked(survey, pages, number, answers)
    form = PageForm(request.POST or None, questions=asked, answers=answers)
    if form.is_bound and form.is_valid():
        opened = _asked(survey, pages, number, {**answers, **form.answers})
        following = number if set(opened) - set(asked) else number + 1
        is_last = following > len(pages)
        given = _given(request, form.answers, is_last=is_last)
        if form.carry_out(
            actions.take_answers, survey=survey, given=given, voice_key=key, by=None, now=now()
        ):
            return _onward(request, survey, following, is_last)
    context = {
        "survey": survey,
        "form": form,
        "number": number,
        "before": number - 1,
        "count": len(pages),
        "heading": worded(pages[number - 1].words).text,
        "is_other": any(worded(one.words).is_other for one in asked),
    }
    return render(request, "surveys/page.html", context)


@page(rules.may_read, find=survey_at)
def take_back(request: Any, survey: Survey) -> HttpResponse:
    """Delete what this browser answered."""
    form = DeedForm(request.POST or None)
    key = voice(request, about(survey))
    if form.carry_out(actions.take_back_answers, survey=survey, voice_key=key, by=None, now=now()):
        messages.success(request, _("Your answers are deleted."))
        return redirect(survey)
    return render(request, "surveys/take_back.html", {"form": form, "survey": survey})


def _is_answerable(survey: Survey) -> None:
    if not survey.takes_answers(now()) or survey.one_answer_per != OneAnswerPer.BROWSER:
        raise Http404


def _asked(survey: Survey, pages: list[Any], number: int, answers: dict[str, Any]) -> list[Question]:
    if not 1 <= number <= len(pages):
        raise Http404
    questions = shown(survey.questions.select_related("section"), answers)
    return [one for one in questions if one.section_id == pages[number - 1].pk]


def _given(request: Any, answers: dict[str, Any], **more: Any) -> actions.Given:
    came = arrival(request)
    channel = came.channel if came.channel in {Channel.QR, Channel.KIOSK} else Channel.WEB
    return actions.Given(answers=answers, channel=channel, place=place_of(request, came.place), **more)


def _onward(request: Any, survey: Survey, following: int, is_last: bool) -> HttpResponse:
    if not is_last:
        return redirect("survey-answer-page", request.area.slug, survey.slug, following)
    messages.success(request, _("Thank you. We have your answers."))
    return redirect(survey)
