"""Following a long piece of work, and stopping it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.people.models import Person
from medskab.people.rules import is_staff
from medskab.tools.jobs import actions, queries
from medskab.tools.jobs.models import Job, JobState

_ENDINGS = {
    JobState.DONE: gettext_lazy("Done."),
    JobState.FAILED: gettext_lazy("Nothing has been changed."),
    JobState.CANCELLED: gettext_lazy("This work was stopped. Nothing has been changed."),
}


@dataclass(frozen=True)
class Onward:
    """Where the reader goes from here."""

    url: str
    text: str


def may_follow(person: Person | None, job: Job) -> bool:
    """The area's staff, and whoever started the work."""
    if person is None or person.area_id != job.area_id or person.erased_at is not None:
        return False
    return job.started_by == str(person.pk) or is_staff(person, person.area)


def _find(request: Any, *, ref: str) -> Job:
    job = queries.job_of(request.area.pk, ref)
    if job is None:
        raise Http404
    return job


@require_GET
@page(may_follow, find=_find)
def job(request: Any, job: Job) -> HttpResponse:
    """The page, or only its moving part where the page asks again."""
    is_asking_again = request.headers.get("HX-Request") == "true"
    template = "hall/job_part.html" if is_asking_again else "hall/job.html"
    context = {"job": job, "words": words_for(job, now()), "onward": _onward(job, request.area)}
    response = render(request, template, context)
    response["Vary"] = "HX-Request"
    return response


@require_POST
@page(may_follow, find=_find)
def stop(request: Any, job: Job) -> HttpResponse:
    """Stop the work; nothing that it prepared is kept."""
    form = DeedForm(request.POST)
    if form.is_valid():
        try:
            actions.ask_to_cancel(job=job, by=request.person, now=now(), idempotency_key=form.key)
        except CannotAct as error:
            messages.warning(request, str(error))
    return redirect("job", request.area.slug, job.ref)


def words_for(job: Job, moment: datetime) -> str:
    """How the work stands, in a sentence."""
    if job.is_over:
        return job.error_sentence or str(_ENDINGS[JobState(job.state)])
    if job.is_being_stopped:
        return _("It is being stopped.")
    if job.state == JobState.RUNNING:
        return _counted(job)
    if not queries.is_worker_alive(moment):
        return _("It waits. Nothing is being worked on right now: tell whoever runs this site.")
    if job.attempts:
        return _("It did not work at once. It will be tried again soon.")
    return _("It waits for its turn.")


def _counted(job: Job) -> str:
    note = job.note or _("It is being worked on.")
    if not job.progress_total:
        return note
    counted = ngettext("%(done)s of %(total)s.", "%(done)s of %(total)s.", job.progress_total)
    return f"{note} {counted % {'done': job.progress_done, 'total': job.progress_total}}"


def _onward(job: Job, area: Any) -> Onward | None:
    if not job.is_over:
        return None
    about = _about(job)
    if job.state == JobState.DONE and (job.done_url or about):
        return Onward(job.done_url or about, _("See the result"))
    return Onward(about or area.get_absolute_url(), _("Go back"))


def _about(job: Job) -> str:
    if not job.about_kind:
        return ""
    thing = apps.get_model(job.about_kind)._base_manager.filter(pk=job.about_id).first()
    return queries.where_work_goes_on(thing)
