"""Quotes: what staff propose, and what the speaker says to it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common import codes
from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.common.typed import whole_number
from medskab.fieldwork import actions, envelopes, queries, rules
from medskab.fieldwork.forms import ReceiptForm
from medskab.fieldwork.forms.coding import AnswerForm
from medskab.fieldwork.models import Quote, QuoteState, Subject
from medskab.fieldwork.quoting import usable_quotes

_ON_ONE_PAGE = 30


@page(rules.may_work)
def quotes(request: Any) -> HttpResponse:
    """How far each came; words stand here only once the speaker said yes."""
    found = Quote.objects.for_area(request.area).filter(source__erased_at=None)
    rows = found.select_related("area", "source", "source__subject", "coding__code")
    form = DeedForm(request.POST or None)
    quote = rows.filter(pk=whole_number(request.POST.get("row"))).first()
    if quote and form.carry_out(actions.show_quote, quote=quote, by=request.person, now=now()):
        messages.success(request, _("The speaker finds it with their receipt."))
        return redirect("fieldwork-quotes", request.area.slug)
    context = {
        "page": Paginator(rows, _ON_ONE_PAGE).get_page(request.GET.get("page")),
        "usable": usable_quotes(request.area),
        "form": form,
        "plain": DeedForm(),
    }
    return render(request, "fieldwork/quotes.html", context)


@page(anyone)
def mine(request: Any) -> HttpResponse:
    """For whoever holds a receipt: the words that others may read, and a yes or no to each."""
    receipt = ReceiptForm(request.POST or None)
    whom = None
    if receipt.is_bound and receipt.is_valid():
        code = _read(receipt.cleaned_data["code"])
        whom = queries.by_receipt(request.area, code)
        if whom is None:
            receipt.add_error("code", _("We find nothing under this code. Look at it again."))
        else:
            _answer(request, whom, code)
    shown = _shown(whom) if whom else []
    context = {"form": receipt, "subject": whom, "shown": shown, "plain": AnswerForm()}
    response = render(request, "fieldwork/mine_quotes.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _answer(request: Any, whom: Subject, code: str) -> None:
    if (answer := request.POST.get("answer", "")) not in ("yes", "no"):
        return
    quote = _of(whom).filter(pk=whole_number(request.POST.get("row"))).first()
    form = AnswerForm(request.POST)
    if quote is None or not form.is_valid():
        return
    facts = {"quote": quote, "code": code, "is_yes": answer == "yes", "wording": form.cleaned_data["wording"]}
    if form.carry_out(actions.answer_quote, **facts, by=None, now=now()):
        messages.success(request, _("Thank you. Your answer counts from now on."))
    for error in form.non_field_errors():
        messages.error(request, str(error))


def _of(whom: Subject) -> Any:
    waiting = Quote.objects.filter(source__subject=whom, source__erased_at=None)
    return waiting.exclude(state=QuoteState.PROPOSED).select_related("area", "source", "source__subject")


def _shown(whom: Subject) -> list[tuple[Quote, str, str]]:
    notes = envelopes.open_note
    return [(one, notes(one.source, one.words), notes(one.source, one.plain)) for one in _of(whom)]


def _read(typed: str) -> str:
    try:
        return codes.read_code(typed)
    except codes.NotACode:
        return ""
