"""Bills: written down, confirmed by a second person, taken back; and what was promised, closed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from medskab.common.asking import Asking
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.resources import actions, queries, rules
from medskab.resources.forms import BecauseForm, PayForm
from medskab.resources.models import BudgetLine, Commitment, Spending
from medskab.resources.queries import SpendingState

from .finding import bill_at, line_at, part_at

PAY = Asking(
    _("Pay a bill"),
    _("Write the bill down"),
    actions.spend,
    _("The bill is written down."),
    _("Above the limit of the right to decide, it waits until a second person has said yes."),
)
CONFIRM = Asking(
    _("Is this bill right?"),
    _("Yes, it is right"),
    actions.confirm_spending,
    _("The bill is paid."),
    _("With your yes the money moves."),
)
TAKE_BACK = Asking(
    _("Take the bill back?"),
    _("Take it back"),
    actions.reverse,
    _("It is taken back. The money can be used again."),
    _("What was written stays. A new line says that it was taken back, and why."),
    is_dangerous=True,
)
CLOSE = Asking(
    _("Is everything paid?"),
    _("Close it"),
    actions.close_commitment,
    _("It is closed."),
    _("Nothing more is paid from it. What is left can be decided over again."),
    is_dangerous=True,
)


@page(rules.may_pay_from, find=line_at)
def pay(request: Any, line: BudgetLine) -> HttpResponse:
    """Write a bill down."""
    parts = [one for one in queries.commitments_on(line) if not one.is_closed]
    if not parts:
        messages.info(request, gettext("Nothing is promised from this money. A decision must do that first."))
        return redirect(line)
    chosen = request.GET.get("part") or (parts[0].commitment.pk if len(parts) == 1 else None)
    form = PayForm(request.POST or None, parts=parts, initial={"commitment": chosen})
    if PAY.is_done(request, form):
        return redirect(form.answer)
    return PAY.page(request, form, line)


@page(rules.may_answer, find=bill_at)
def bill(request: Any, bill: Spending) -> HttpResponse:
    """One bill, and what became of it."""
    state = queries.state_of(bill)
    is_waiting = state == SpendingState.WAITING
    context = {
        "bill": bill,
        "line": bill.commitment.reservation.line,
        "state": state.value,
        "history": bill.transactions.select_related("by"),
        "is_waiting": is_waiting,
        "may_confirm": is_waiting and rules.may_confirm(request.person, bill),
        "may_take_back": is_waiting or state == SpendingState.PAID,
    }
    return render(request, "resources/bill.html", context)


@page(rules.may_answer, find=bill_at)
def confirm(request: Any, bill: Spending) -> HttpResponse:
    """The second person says yes."""
    form = DeedForm(request.POST or None)
    if CONFIRM.is_done(request, form, spending=bill):
        return redirect(bill)
    return CONFIRM.page(request, form, bill)


@page(rules.may_answer, find=bill_at)
def take_back(request: Any, bill: Spending) -> HttpResponse:
    """An opposite entry; a bill that waits is dropped."""
    form = BecauseForm(request.POST or None)
    if TAKE_BACK.is_done(request, form, spending=bill):
        return redirect(bill)
    return TAKE_BACK.page(request, form, bill)


@page(rules.may_pay_from, find=part_at)
def close(request: Any, part: Commitment) -> HttpResponse:
    """Nothing more is paid from it."""
    form = BecauseForm(request.POST or None)
    if CLOSE.is_done(request, form, commitment=part):
        return redirect(part)
    return CLOSE.page(request, form, part)
