"""What would have had to be different for a proposal to win: on request, found once for everybody."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.decisions import actions, queries, rules
from medskab.decisions.amounts import Money
from medskab.decisions.models import Proposal
from medskab.decisions.words.what_if import what_if_sentences

from .finding import proposal_at


@page(rules.may_see_proposal, find=proposal_at)
def what_if(request: Any, proposal: Proposal) -> HttpResponse:
    """The answer, or the button that asks for it."""
    decision = proposal.decision
    form = DeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.order_what_if(
                decision=decision,
                proposal=proposal,
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return redirect(request.path)
    found = queries.what_if_of(decision, proposal)
    money = Money(decision.currency, decision.currency_unit)
    context = {
        "form": form,
        "decision": decision,
        "proposal": proposal,
        "is_winner": not queries.is_refused(decision, proposal),
        "sentences": what_if_sentences(found.answer, money) if found else [],
        "is_being_found": not found and queries.is_what_if_asked(decision, proposal),
        "may_ask": rules.may_ask_what_if(request.person, decision),
    }
    return render(request, "decisions/what_if.html", context)
