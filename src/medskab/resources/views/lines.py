"""What money there is, and where it goes."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.common.asking import Asking
from medskab.common.policy import anyone, page
from medskab.mandates.rules import may_hand_over
from medskab.resources import actions, journal, overview, queries, rules
from medskab.resources.forms import GiveBackForm, LineForm
from medskab.resources.models import BudgetLine
from medskab.resources.proof import prove

from .finding import line_at

_ON_ONE_PAGE = 30
TAKE_IN = Asking(
    _("Money has come in"),
    _("Write it down"),
    actions.open_budget_line,
    _("It is written down. Everybody can see it."),
)

GIVE_BACK = Asking(
    _("Does money go back?"),
    _("Give it back"),
    actions.give_back,
    _("It is given back. Everybody can see what is left."),
    _("Only what nobody has decided over. Also where a wrong sum was written down."),
)


@page(anyone)
def money(request: Any) -> HttpResponse:
    """Each budget line in its sums; for staff and board what waits for them."""
    answers = may_hand_over(request.person, request.area)
    context = {
        "lines": queries.line_states(queries.lines_of(request.area)),
        "may_keep_money": rules.may_keep_money(request.person, request.area),
        "waiting": queries.waiting_spendings(request.area) if answers else [],
        "proof": prove(request.area) if answers else None,
    }
    return render(request, "resources/money.html", context)


@page(rules.may_see, find=line_at)
def line(request: Any, line: BudgetLine) -> HttpResponse:
    """What it is for, who decides over it, and where each krone of it is."""
    (state,) = queries.line_states([line])
    paid = Paginator(queries.paid_on(line), _ON_ONE_PAGE).get_page(request.GET.get("page"))
    parts = overview.parts(line, request.person)
    looks = rules.may_look_closely(request.person, line)
    context = {
        "line": line,
        "state": state,
        "pieces": overview.pieces(state),
        "parts": parts,
        "reservations": overview.reservations(line, request.person),
        "page": paid,
        "paid": [(bill, queries.was_taken_back(bill)) for bill in paid],
        "waiting": queries.waiting_on(line) if looks else [],
        "may_look_closely": looks,
        "may_give_back": state.free_ore > 0 and rules.may_pay_from(request.person, line),
        "may_pay": rules.may_pay_from(request.person, line) and any(not one.state.is_closed for one in parts),
    }
    return render(request, "resources/line.html", context)


@page(rules.may_keep_money)
def new_line(request: Any) -> HttpResponse:
    """Somebody gives money."""
    form = LineForm(request.POST or None, area=request.area)
    if TAKE_IN.is_done(request, form, area=request.area):
        return redirect(form.answer)
    return TAKE_IN.page(request, form, _("Our money"), back=reverse("money", args=[request.area.slug]))


@page(rules.may_pay_from, find=line_at)
def give_back(request: Any, line: BudgetLine) -> HttpResponse:
    """Money that nobody has decided over goes back."""
    form = GiveBackForm(request.POST or None)
    if GIVE_BACK.is_done(request, form, line=line):
        return redirect(line)
    return GIVE_BACK.page(request, form, line)


@page(rules.may_look_closely, find=line_at)
def movements(request: Any, line: BudgetLine) -> HttpResponse:
    """Every movement with its words, newest first."""
    found = Paginator(queries.postings_of([line]).order_by("-id"), _ON_ONE_PAGE)
    found_page = found.get_page(request.GET.get("page"))
    context = {
        "line": line,
        "page": found_page,
        "head": journal.head(),
        "rows": journal.shown(found_page),
        "proof": prove(request.area),
    }
    return render(request, "resources/movements.html", context)


@page(rules.may_look_closely, find=line_at)
def movements_csv(_request: Any, line: BudgetLine) -> Any:
    """The same to download."""
    answer = StreamingHttpResponse(journal.as_csv(line), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{line.area.slug}-money-{line.pk}.csv"'
    answer["Cache-Control"] = "no-store"
    return answer
