"""Staff type sheets and calls, one after another."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.surveys import actions, rules
from medskab.surveys.forms.typed import TypedForm
from medskab.surveys.handed_on import receipts_of
from medskab.surveys.models import Response, Survey, SurveyState

from .finding import survey_at, typed_response

_STAYS = ("channel", "place", "on")


@page(rules.may_build, find=survey_at)
def type_answers(request: Any, survey: Survey) -> HttpResponse:
    """One sheet; then the next, with what stayed the same filled in."""
    if survey.state != SurveyState.OPEN:
        messages.warning(request, _("It must be open to take answers."))
        return redirect("survey-build", request.area.slug, survey.slug)
    questions = list(survey.questions.select_related("section"))
    stayed = {name: request.GET[name] for name in _STAYS if name in request.GET}
    form = TypedForm(request.POST or None, survey=survey, questions=questions, initial=stayed)
    if form.is_bound and form.is_valid():
        facts = {"survey": survey, "given": form.given, "voice_key": form.voice_key}
        if form.carry_out(actions.take_answers, **facts, by=request.person, now=now()):
            return _next(request, survey, form.stays)
    last = survey.responses.filter(typed_by=request.person).last()
    context = {"form": form, "survey": survey, "last": last, "undo": DeedForm(), "stays": stayed.items()}
    context["receipts"] = receipts_of(last) if last else []
    return render(request, "surveys/typed.html", context)


@page(rules.may_build, find=typed_response)
def undo(request: Any, response: Response) -> HttpResponse:
    """Take the last one out."""
    form = DeedForm(request.POST or None)
    if not form.is_bound:
        raise Http404
    survey = response.survey
    if form.carry_out(actions.undo_typed, response=response, by=request.person, now=now()):
        messages.success(request, _("Number %(number)s is taken out.") % {"number": response.number})
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return _next(request, survey, {name: request.POST[name] for name in _STAYS if request.POST.get(name)})


def _next(request: Any, survey: Survey, stays: dict[str, str]) -> HttpResponse:
    address = reverse("survey-type", args=[request.area.slug, survey.slug])
    return redirect(f"{address}?{urlencode(stays)}" if stays else address)
