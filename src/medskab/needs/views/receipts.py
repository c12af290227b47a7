"""What became of it: for whoever holds the receipt."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.needs import actions, queries, receipt_in_hand, receipts
from medskab.needs.forms.saying import CodeForm
from medskab.needs.models import Input
from medskab.needs.term import days_to_answer
from medskab.people.rules import is_signed_in

_ON_ONE_PAGE = 20


@page(anyone)
def receipt(request: Any) -> HttpResponse:
    """Type the code, see what became of it, put it away. The code stands in no address."""
    if "put-away" in request.POST:
        return receipt_in_hand.take(redirect("need-receipt", request.area.slug), request.area, "")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if queries.by_code(request.area, form.cleaned_data["code"]):
            code = receipts.read(form.cleaned_data["code"])
            return receipt_in_hand.take(redirect("need-receipt", request.area.slug), request.area, code)
        form.add_error("code", _("We find nothing under this code. Look at it again."))
    code = receipts.read(receipt_in_hand.held(request))
    row = None if form.is_bound else queries.by_code(request.area, code)
    context = {"form": form, "code": code, "row": row, **(_became(request, row) if row else {})}
    return render(request, "needs/receipt.html", context)


@page(anyone)
def take_back(request: Any) -> HttpResponse:
    """Delete what was said; the receipt in hand says which."""
    code, form = receipts.read(receipt_in_hand.held(request)), DeedForm(request.POST or None)
    if form.carry_out(actions.take_back, area=request.area, code=code, by=None, now=now()):
        messages.success(request, _("It is taken back. What you said is deleted."))
        return redirect("need-receipt", request.area.slug)
    if queries.by_code(request.area, code) is None:
        return redirect("need-receipt", request.area.slug)
    context = {
        "form": form,
        "question": _("Take it back?"),
        "consequence": _("Words, photo and recording are deleted for good, and so is the answer."),
        "yes": _("Yes, delete it"),
        "back": reverse("need-receipt", args=[request.area.slug]),
        "is_dangerous": True,
    }
    return render(request, "confirm.html", context)


@page(is_signed_in)
def mine(request: Any) -> HttpResponse:
    """What I said with my name, and what became of it."""
    found = Paginator(queries.said_by(request.person), _ON_ONE_PAGE)
    return render(request, "needs/mine.html", {"page": found.get_page(request.GET.get("page"))})


def _became(request: Any, row: Input) -> dict[str, Any]:
    needs = queries.with_voices(queries.heard_in(row))
    return {
        "needs": [(need, queries.came_of(need, request.person)) for need in needs],
        "days": days_to_answer(request.area),
        "address": request.build_absolute_uri(request.path),
    }
