"""Bringing in a list of homes: upload, look, choose columns, carry out, take back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.common.tables.columns import ColumnsForm
from medskab.places import actions, queries, rules
from medskab.places.forms import UploadForm
from medskab.places.imports.columns import FIELDS
from medskab.places.imports.preview import preview
from medskab.places.models import DwellingList
from medskab.tools.jobs.queries import open_job_about

from . import finding


@page(rules.may_shape)
def upload(request: Any) -> HttpResponse:
    """Choose a file; see what was brought in before."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = actions.upload_list(
                area=request.area,
                file_name=file.name,
                content=file.read(),
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
            return redirect(kept)
        except CannotAct as error:
            form.add_error("file", str(error))
    context = {"form": form, "lists": queries.dwelling_lists(request.area)[:20]}
    return render(request, "places/upload.html", context)


@page(rules.may_shape, find=finding.dwelling_list)
def look(request: Any, kept: DwellingList) -> HttpResponse:
    """What a list would change, or has changed."""
    if not kept.is_draft:
        latest = queries.latest_list(request.area)
        is_latest = latest is not None and latest.pk == kept.pk
        return render(request, "places/list_done.html", {"list": kept, "is_latest": is_latest})
    if job := open_job_about(kept):
        return redirect("job", request.area.slug, job.ref)
    return _draft(request, kept, ColumnsForm(headings=kept.headings, mapping=kept.mapping, of=FIELDS))


def _draft(request: Any, kept: DwellingList, columns: ColumnsForm) -> HttpResponse:
    seen = preview(kept, now().date())
    is_open = columns.is_bound or not seen.are_columns_enough
    context = {"list": kept, "columns": columns, "seen": seen, "are_columns_open": is_open}
    return render(request, "places/list_draft.html", context)


@require_POST
@page(rules.may_shape, find=finding.dwelling_list)
def columns(request: Any, kept: DwellingList) -> HttpResponse:
    """Say which column means what."""
    form = ColumnsForm(request.POST, headings=kept.headings, mapping=kept.mapping, of=FIELDS)
    if form.is_valid():
        try:
            actions.map_columns(
                dwelling_list=kept,
                mapping=form.mapping,
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
            return redirect(kept)
        except CannotAct as error:
            form.add_error(None, str(error))
    return _draft(request, kept, form) if kept.is_draft else redirect(kept)


@require_POST
@page(rules.may_shape, find=finding.dwelling_list)
def carry_out(request: Any, kept: DwellingList) -> HttpResponse:
    """Have it carried out; follow it on the page of the work."""
    try:
        job = actions.ask_to_carry_out(
            dwelling_list=kept,
            by=request.person,
            now=now(),
            idempotency_key=_key(request),
        )
    except CannotAct as error:
        messages.error(request, str(error))
        return redirect(kept)
    return redirect("job", request.area.slug, job.ref)


@require_POST
@page(rules.may_shape, find=finding.dwelling_list)
def drop(request: Any, kept: DwellingList) -> HttpResponse:
    """Forget it."""
    try:
        actions.drop_list(
            dwelling_list=kept,
            by=request.person,
            now=now(),
            idempotency_key=_key(request),
        )
        messages.success(request, _("The list is forgotten. Nothing was brought in."))
    except CannotAct as error:
        messages.error(request, str(error))
    return redirect("dwelling-lists", request.area.slug)


@require_POST
@page(rules.may_shape, find=finding.dwelling_list)
def take_back(request: Any, kept: DwellingList) -> HttpResponse:
    """Make everything as it was before."""
    try:
        actions.take_back_list(
            dwelling_list=kept,
            by=request.person,
            now=now(),
            idempotency_key=_key(request),
        )
        messages.success(request, _("The list is taken back. Everything is as it was before."))
    except CannotAct as error:
        messages.error(request, str(error))
    return redirect(kept)


def _key(request: Any) -> str:
    form = DeedForm(request.POST)
    return form.key if form.is_valid() else ""
