"""Staff bring in a conversation that was held elsewhere: upload, look, take in."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.statements import actions, rules
from medskab.statements.forms.bringing_in import BringInForm
from medskab.statements.models import UploadState, VotesUpload
from medskab.tools.jobs.queries import open_job_about


def upload_at(request: Any, *, pk: int) -> VotesUpload:
    """The files that somebody brought."""
    found = VotesUpload.objects.for_area(request.area).filter(pk=pk).defer("votes", "comments")
    upload = found.select_related("area", "conversation__area").first()
    if upload is None:
        raise Http404
    return upload


@page(rules.may_set_up)
def bring_in(request: Any) -> HttpResponse:
    """Two files in the open layout, and where they come from."""
    form = BringInForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        facts = {"area": request.area, "brought": form.brought, "by": request.person, "now": now()}
        if form.carry_out(actions.upload_votes, **facts):
            return redirect(form.answer)
    waiting = VotesUpload.objects.for_area(request.area).filter(state=UploadState.DRAFT)
    context = {"form": form, "waiting": waiting.defer("votes", "comments").select_related("area")[:20]}
    return render(request, "statements/import.html", context)


@page(rules.may_set_up, find=upload_at)
def look(request: Any, upload: VotesUpload) -> HttpResponse:
    """What is in the files; then take it in, or forget it."""
    if upload.state != UploadState.DRAFT:
        return redirect(upload.conversation or upload)
    if job := open_job_about(upload):
        return redirect("job", request.area.slug, job.ref)
    form = DeedForm(request.POST or None)
    facts = {"upload": upload, "by": request.person, "now": now()}
    if "drop" in request.POST and form.carry_out(actions.drop_upload, **facts):
        messages.success(request, _("It is forgotten. Nothing was taken in."))
        return redirect("conversation-import", request.area.slug)
    if "take_in" in request.POST and form.carry_out(actions.ask_to_take_in, **facts):
        return redirect("job", request.area.slug, form.answer.ref)
    return render(request, "statements/import_look.html", {"upload": upload, "form": form})
