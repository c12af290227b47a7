"""The result: for everybody once it is out; staff say which sizes are known, and publish it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.surveys import rules
from medskab.surveys.actions.publishing import order_result
from medskab.surveys.forms.result import ReleaseForm
from medskab.surveys.models import Survey, SurveyResult
from medskab.surveys.results import loading, showing, standing
from medskab.tools.jobs.queries import open_job_about


def survey_for_result(request: Any, *, survey_slug: str) -> Survey:
    """A survey by its address."""
    found = Survey.objects.for_area(request.area).filter(slug=survey_slug)
    survey = found.select_related("area").first()
    if survey is None:
        raise Http404
    return survey


@require_GET
@page(rules.may_read, find=survey_for_result)
def result(request: Any, survey: Survey) -> HttpResponse:
    """Each question in words, with margins; what is not out yet says so."""
    found = SurveyResult.objects.filter(survey=survey).select_related("survey__area", "area").first()
    context = {
        "survey": survey,
        "result": found,
        "items": showing.shown_items(found) if found else [],
        "before": showing.wave_before(survey) if found else None,
        "may_publish": not found and rules.may_build(request.person, survey),
    }
    return render(request, "surveys/result.html", context)


@page(rules.may_build, find=survey_for_result)
def release(request: Any, survey: Survey) -> HttpResponse:
    """Who was heard, and the sizes that weigh them; then publish."""
    today = now().date()
    form = ReleaseForm(request.POST or None, homes=loading.homes_by_block(survey.area, today))
    known = form.known if form.is_bound and form.is_valid() else None
    if form.carry_out(order_result, survey=survey, known=known, by=request.person, now=now()):
        return redirect("job", survey.area.slug, form.answer.ref)
    if not form.is_bound and (job := open_job_about(survey)):
        return redirect("job", survey.area.slug, job.ref)
    context = {"survey": survey, "form": form, "standing": standing.standing(survey, today)}
    return render(request, "surveys/release.html", context)
