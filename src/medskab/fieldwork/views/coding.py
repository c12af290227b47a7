"""Reading a text and giving codes to its passages, each coder for themselves."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.fieldwork import actions, envelopes, readable, rules
from medskab.fieldwork.coded_text import coded_lines, place_of_lines
from medskab.fieldwork.forms import ReasonForm
from medskab.fieldwork.forms.coding import PassageForm, PlainForm
from medskab.fieldwork.models import Coding, Source
from medskab.fieldwork.sealed import text_of

from .finding import source_at

_A_SITTING = timedelta(hours=2)
_OPEN = "fieldwork-sitting"


@page(rules.may_work, find=source_at)
def coding(request: Any, one: Source) -> HttpResponse:
    """The text with its codes; asked for a reason once in a sitting of two hours."""
    if not _is_open(request, one):
        return _ask(request, one)
    form = PassageForm(request.POST if request.POST.get("do") == "give" else None, area=request.area)
    text = _newest(one)
    if _is_done(request, one, text, form):
        return redirect("fieldwork-coding", request.area.slug, one.pk)
    response = render(request, "fieldwork/coding.html", _shown(request, one, text, form))
    response["Cache-Control"] = "no-store"
    return response


def _shown(request: Any, one: Source, text: str, form: PassageForm) -> dict[str, Any]:
    is_done = one.done.filter(version=one.version, coder=request.person).exists()
    given = one.codings.filter(removed_at=None).select_related("code", "coder", "area")
    here = [row for row in given if row.version == one.version]
    shown = [row for row in here if is_done or row.coder_id == request.person.pk]
    passages = [(row, text[row.start : row.end], envelopes.open_note(one, row.memo)) for row in shown]
    return {
        "source": one,
        "form": form,
        "plain": DeedForm(),
        "quote": PlainForm(),
        "lines": coded_lines(text, shown),
        "passages": passages,
        "is_done": is_done,
        "older": len(given) - len(here),
        "taken": _last_taken(request, one),
    }


def _last_taken(request: Any, one: Source) -> Coding | None:
    own = one.codings.filter(coder=request.person, version=one.version)
    return own.exclude(removed_at=None).select_related("code").order_by("removed_at").last()


def _is_done(request: Any, one: Source, text: str, form: PassageForm) -> bool:
    if request.method != "POST":
        return False
    if form.is_bound:
        return form.is_valid() and _give(request, one, text, form)
    do, rows = request.POST.get("do"), one.codings.select_related("source", "source__subject", "area")
    row = rows.filter(pk=int(request.POST["row"])).first() if request.POST.get("row", "").isdigit() else None
    try:
        _other(request, one, str(do), row)
    except CannotAct as error:
        messages.error(request, str(error))
    return True


def _other(request: Any, one: Source, do: str, row: Coding | None) -> None:
    facts = {"by": request.person, "now": now()}
    if do == "finish":
        actions.finish_coding(source=one, **facts)
        messages.success(request, _("Done. Now you see what the others gave."))
    elif row and do in ("take", "put-back"):
        actions.take_code(coding=row, is_taken=do == "take", **facts)
    elif row and do == "quote":
        actions.propose_quote(coding=row, plain=request.POST.get("plain", "")[:2000], **facts)
        messages.success(request, _("The quote is proposed. Show it to the speaker next."))


def _give(request: Any, one: Source, text: str, form: PassageForm) -> bool:
    typed = form.cleaned_data
    place = (typed["start"] or 0, typed["end"] or 0)
    if not typed["end"]:
        place = place_of_lines(text, typed["first_line"] or 0, typed["last_line"] or typed["first_line"] or 0)
    facts = {"code": typed["code"], "memo": typed["memo"].strip(), "place": place}
    return form.carry_out(actions.give_code, source=one, **facts, by=request.person, now=now())


def _newest(one: Source) -> str:
    newest = one.versions.order_by("-number").select_related("source").first()
    return envelopes.open_text(newest) if newest else ""


def _is_open(request: Any, one: Source) -> bool:
    since = request.session.get(_OPEN, {}).get(str(one.pk))
    if not since or now() - datetime.fromisoformat(since) > _A_SITTING:
        return False
    try:
        readable.check(one, request.person, now())
    except CannotAct:
        return False
    return True


def _ask(request: Any, one: Source) -> HttpResponse:
    form = ReasonForm(request.POST if "reason" in request.POST else None)
    if form.is_bound and form.is_valid():
        try:
            text_of(one, by=request.person, reason=form.cleaned_data["reason"], now=now())
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            request.session[_OPEN] = request.session.get(_OPEN, {}) | {str(one.pk): now().isoformat()}
            return redirect("fieldwork-coding", request.area.slug, one.pk)
    return render(request, "fieldwork/coding_reason.html", {"source": one, "form": form})
