"""Reading a text and giving codes to its passages, each coder for themselves."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.common.typed import whole_number
from medskab.fieldwork import actions, envelopes, rules
from medskab.fieldwork.coded_text import coded_lines, place_of_lines
from medskab.fieldwork.forms import ReasonForm
from medskab.fieldwork.forms.coding import MemoForm, PassageForm, PlainForm
from medskab.fieldwork.models import Coding, Source, SourceMemo
from medskab.fieldwork.models.coding import MOST_MEMO

from . import sitting
from .finding import source_at

_MOST_AGAIN = 100


@page(rules.may_work, find=source_at)
def coding(request: Any, one: Source) -> HttpResponse:
    """The text with its codes; asked for a reason once in a sitting of two hours."""
    if not sitting.is_open(request, one):
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
    seen = [row for row in given if is_done or row.coder_id == request.person.pk]
    shown = [row for row in seen if row.version == one.version]
    passages = [(row, text[row.start : row.end], envelopes.open_note(one, row.memo)) for row in shown]
    return {
        "source": one,
        "form": form,
        "plain": DeedForm(),
        "quote": PlainForm(),
        "lines": coded_lines(text, shown),
        "passages": passages,
        "is_done": is_done,
        "again": _to_give_again(one, [row for row in seen if row.version != one.version]),
        "memos": _memos(request, one, is_done),
        "memo": MemoForm(),
        "taken": _last_taken(request, one),
    }


def _to_give_again(one: Source, rows: list[Coding]) -> list[tuple[Coding, str]]:
    """Passages whose words were changed, as they were."""
    rows = rows[:_MOST_AGAIN]
    versions = one.versions.select_related("source").filter(number__in={row.version for row in rows})
    texts = {version.number: envelopes.open_text(version) for version in versions}
    return [(row, texts[row.version][row.start : row.end]) for row in rows]


def _memos(request: Any, one: Source, is_done: bool) -> list[tuple[SourceMemo, str]]:
    rows = one.memos.select_related("by")
    seen = rows if is_done else rows.filter(by=request.person)
    return [(row, envelopes.open_note(one, row.words)) for row in seen[:_MOST_AGAIN]]


def _last_taken(request: Any, one: Source) -> Coding | None:
    own = one.codings.filter(coder=request.person, version=one.version)
    return own.exclude(removed_at=None).select_related("code").order_by("removed_at").last()


def _is_done(request: Any, one: Source, text: str, form: PassageForm) -> bool:
    if request.method != "POST":
        return False
    if form.is_bound:
        return form.is_valid() and _give(request, one, text, form)
    do, rows = request.POST.get("do"), one.codings.select_related("source", "source__subject", "area")
    row = rows.filter(pk=whole_number(request.POST.get("row"))).first()
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
    elif do == "memo":
        actions.write_memo(source=one, words=request.POST.get("words", "")[:MOST_MEMO], **facts)
    elif do == "memo-off" and (memo := _memo(request, one)):
        actions.drop_memo(memo=memo, **facts)


def _memo(request: Any, one: Source) -> SourceMemo | None:
    return one.memos.filter(pk=whole_number(request.POST.get("memo")) or 0).first()


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


def _ask(request: Any, one: Source) -> HttpResponse:
    form = ReasonForm(request.POST if "reason" in request.POST else None)
    if form.is_bound and form.is_valid():
        try:
            sitting.open_for(request, [one], form.cleaned_data["reason"])
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return redirect("fieldwork-coding", request.area.slug, one.pk)
    return render(request, "fieldwork/coding_reason.html", {"source": one, "form": form})
