"""Bringing in a file of things said elsewhere: upload, look, choose columns, take in, take back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.common.tables.columns import ColumnsForm
from medskab.needs import actions, imports, rules
from medskab.needs.brought import BroughtFile, BroughtState
from medskab.needs.forms.bringing import BringForm

_SHOWN = 12
_ERRORS_SHOWN = 50
_DEEDS = {
    "take-in": (actions.take_in_file, _("It is taken in. It waits in the queue.")),
    "take-back": (actions.take_back_file, _("The file is taken back.")),
    "drop": (actions.drop_file, _("The file is forgotten. Nothing was taken in.")),
}


def file_at(request: Any, *, pk: int) -> BroughtFile:
    """A file by its number."""
    found = BroughtFile.objects.for_area(request.area).filter(pk=pk).select_related("area", "by").first()
    if found is None:
        raise Http404
    return found


@page(rules.may_sort)
def bring(request: Any) -> HttpResponse:
    """Choose a file; see what was brought before."""
    form = BringForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        facts = {"file_name": file.name, "content": file.read(), "by": request.person}
        if form.carry_out(actions.bring_file, area=request.area, **facts, now=now()):
            return redirect(form.answer)
    before = BroughtFile.objects.for_area(request.area).exclude(state=BroughtState.DRAFT)[:20]
    return render(request, "needs/bring.html", {"form": form, "before": before})


@page(rules.may_sort, find=file_at)
def look(request: Any, file: BroughtFile) -> HttpResponse:
    """What would come of it, or has come of it; a POST says which column means what."""
    if not file.is_draft:
        return render(request, "needs/brought.html", {"file": file})
    form = ColumnsForm(request.POST or None, headings=file.headings, mapping=file.mapping, of=imports.FIELDS)
    if form.is_bound and form.is_valid():
        facts = {"mapping": form.mapping, "by": request.person, "now": now()}
        if form.carry_out(actions.choose_columns, file=file, **facts):
            return redirect(file)
    return _draft(request, file, form)


def _draft(request: Any, file: BroughtFile, form: ColumnsForm) -> HttpResponse:
    is_enough = imports.is_enough(file.mapping)
    read = (
        imports.read_lines(file.lines, file.mapping, file.area, timezone.localdate(now()))
        if is_enough
        else ([], [])
    )
    context = {
        "file": file,
        "form": form,
        "is_enough": is_enough,
        "count": len(read[0]),
        "said": read[0][:_SHOWN],
        "errors": read[1][:_ERRORS_SHOWN],
        "more_errors": max(len(read[1]) - _ERRORS_SHOWN, 0),
    }
    return render(request, "needs/brought_draft.html", context)


@require_POST
@page(rules.may_sort, find=file_at)
def deal_with(request: Any, file: BroughtFile) -> HttpResponse:
    """Take it in, take it back, or forget it; `what` says which button was pressed."""
    if (what := request.POST.get("what", "")) not in _DEEDS:
        raise Http404
    deed, done = _DEEDS[what]
    form = DeedForm(request.POST)
    if form.carry_out(deed, file=file, by=request.person, now=now()):
        messages.success(request, done)
        return redirect("need-files" if what == "drop" else "need-queue", request.area.slug)
    for sentence in form.non_field_errors():
        messages.error(request, str(sentence))
    return redirect(file)
