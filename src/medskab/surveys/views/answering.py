"""Answering, page by page, without an account."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.common.arriving import Arrival, Channel, arrival, came_by
from medskab.common.clock import now
from medskab.common.flood import Flood
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.common.voices import forget_voice, remember, voice
from medskab.surveys import actions, code_in_hand, rules
from medskab.surveys.codes import voice_of_code
from medskab.surveys.forms.answering import BeginForm, PageForm
from medskab.surveys.handed_on import receipts_of
from medskab.surveys.models import OneAnswerPer, Response, Survey
from medskab.surveys.queries import about, answers_of, response_of

from .finding import place_of, survey_and_place, survey_at
from .paging import language_of, languages_to_choose, paper_at

_BEGUN = Flood("begun", 240)


@page(rules.may_read, find=survey_at)
def survey(request: Any, survey: Survey) -> HttpResponse:
    """What it is for, and the way in. On a shared screen nobody finds what the one before them began."""
    is_shared = _is_shared(request)
    response = None if is_shared else response_of(survey, voice_here(request, survey))
    context = {
        "survey": survey,
        "is_open": survey.takes_answers(now()),
        "by_code": survey.one_answer_per == OneAnswerPer.CODE,
        "response": response,
        "count": survey.questions.count(),
        "receipts": receipts_of(response) if response else [],
        "languages": languages_to_choose(survey),
        "may_build": rules.may_build(request.person, survey),
    }
    shown = render(request, "surveys/survey.html", context)
    return _forget(shown, survey) if is_shared else shown


@page(lambda person, found: rules.may_read(person, found[0]), find=survey_and_place)
def survey_from_wall(request: Any, found: tuple[Survey, Any]) -> HttpResponse:
    """From a code on the wall."""
    survey, place = found
    return came_by(redirect(survey), request.area, Arrival(Channel.QR, place.pk))


@page(rules.may_read, find=survey_at)
def begin(request: Any, survey: Survey) -> HttpResponse:
    """What it means to answer; then the first page, or where this voice stopped."""
    _is_answerable(survey)
    key, language = voice_here(request, survey), language_of(request, survey)
    if not key:
        return redirect("survey-code", request.area.slug, survey.slug)
    if response_of(survey, key):
        return _to_page(survey, 1, language)
    form = BeginForm(request.POST or None)
    if form.is_bound and form.is_valid() and _has_room(survey, form):
        given = _given(request, {}, age_band=form.cleaned_data["age_band"], is_last=False)
        facts = {"survey": survey, "given": given, "voice_key": key}
        if form.carry_out(actions.take_answers, **facts, by=None, now=now()):
            return remember(request, _to_page(survey, 1, language))
    return remember(request, render(request, "surveys/begin.html", {"form": form, "survey": survey}))


@page(
    lambda person, found: rules.may_read(person, found[0]),
    find=lambda request, *, number, **url: (survey_at(request, **url), number),
)
def answer_page(request: Any, found: tuple[Survey, int]) -> HttpResponse:
    """One page; each is saved when it is left."""
    survey, number = found
    _is_answerable(survey)
    key, language = voice_here(request, survey), language_of(request, survey)
    response = response_of(survey, key)
    if response is None or response.is_complete:
        return redirect("survey-answer" if response is None else "survey", request.area.slug, survey.slug)
    answers = answers_of(response)
    paper = paper_at(survey, number, answers)
    form = PageForm(request.POST or None, questions=paper.asked, answers=answers, language=language)
    if form.is_bound and form.is_valid():
        following = paper.following({**answers, **form.answers})
        given = _given(request, form.answers, is_last=following > paper.count)
        facts = {"survey": survey, "given": given, "voice_key": key}
        if form.carry_out(actions.take_answers, **facts, by=None, now=now()):
            return _thanks(request, response) if given.is_last else _to_page(survey, following, language)
    query = f"?language={language}" if language else ""
    return render(request, "surveys/page.html", {**paper.shown(form), "query": query})


@page(rules.may_read, find=survey_at)
def thanks(request: Any, survey: Survey) -> HttpResponse:
    """That it came in, and the codes of what was handed on."""
    response = response_of(survey, voice_here(request, survey))
    if response is None or not response.is_complete:
        return redirect(survey)
    return _thanked(request, response)


@page(rules.may_read, find=survey_at)
def take_back(request: Any, survey: Survey) -> HttpResponse:
    """Delete what this browser answered."""
    form = DeedForm(request.POST or None)
    facts = {"survey": survey, "voice_key": voice_here(request, survey)}
    if form.carry_out(actions.take_back_answers, **facts, by=None, now=now()):
        messages.success(request, _("Your answers are deleted."))
        return redirect(survey)
    return render(request, "surveys/take_back.html", {"form": form, "survey": survey})


def voice_here(request: Any, survey: Survey) -> str:
    """Whose voice this browser is: the code's in its hand, else its own; empty without a code."""
    if survey.one_answer_per == OneAnswerPer.CODE:
        held = code_in_hand.held(request, survey)
        return voice_of_code(survey, held) if held else ""
    return voice(request, about(survey))


def _is_answerable(survey: Survey) -> None:
    if not survey.takes_answers(now()):
        raise Http404


def _has_room(survey: Survey, form: BeginForm) -> bool:
    if _BEGUN.is_over(survey):
        form.add_error(None, _("Many answer just now. Wait a minute and send it again."))
        return False
    _BEGUN.note(survey)
    return True


def _is_shared(request: Any) -> bool:
    return arrival(request).channel == Channel.KIOSK


def _given(request: Any, answers: dict[str, Any], **more: Any) -> actions.Given:
    came = arrival(request)
    channel = came.channel if came.channel in {Channel.QR, Channel.KIOSK} else Channel.WEB
    return actions.Given(answers=answers, channel=channel, place=place_of(request, came.place), **more)


def _to_page(survey: Survey, number: int, language: str) -> HttpResponse:
    address = reverse("survey-answer-page", args=[survey.area.slug, survey.slug, number])
    return redirect(f"{address}?language={language}" if language else address)


def _thanks(request: Any, response: Response) -> HttpResponse:
    """On a shared screen at once, for it forgets; elsewhere at an address of its own."""
    if not _is_shared(request):
        return redirect("survey-thanks", request.area.slug, response.survey.slug)
    response.refresh_from_db()
    return _forget(_thanked(request, response), response.survey)


def _thanked(request: Any, response: Response) -> HttpResponse:
    context = {"survey": response.survey, "receipts": receipts_of(response), "is_shared": _is_shared(request)}
    return render(request, "surveys/thanks.html", context)


def _forget(shown: HttpResponse, survey: Survey) -> HttpResponse:
    return code_in_hand.give(forget_voice(shown), survey, "")
