"""Staff look at each statement before all see it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.statements import actions, queries, rules
from medskab.statements.calculations.routing import alike
from medskab.statements.forms.setting_up import ReasonForm
from medskab.statements.models import Conversation, Statement, StatementState

from .finding import conversation_at, statement_at

_ON_ONE_PAGE = 50


@page(rules.may_set_up, find=conversation_at)
def queue(request: Any, conversation: Conversation) -> HttpResponse:
    """What waits, oldest first; and what is shown, declined or taken back."""
    state = request.GET.get("state", "")
    state = state if state in StatementState.values else StatementState.WAITING
    found = Paginator(queries.in_state(conversation, state), _ON_ONE_PAGE)
    context = {
        "conversation": conversation,
        "page": found.get_page(request.GET.get("page")),
        "query": f"state={state}&",
        "checking": queries.checking(conversation, now()),
        "tabs": [(one.label, f"?state={one.value}", one == state) for one in StatementState],
    }
    return render(request, "statements/queue.html", context)


@page(rules.may_set_up, find=statement_at)
def check(request: Any, statement: Statement) -> HttpResponse:
    """One statement: show it to all, or decline it with a reason."""
    form = ReasonForm(request.POST or None)
    about = {"statement": statement, "by": request.person, "now": now()}
    if "show" in request.POST:
        is_done = form.carry_out(actions.show_statement, **about)
    else:
        because = request.POST.get("because", "")
        is_done = form.carry_out(actions.decline_statement, because=because, **about)
    if is_done:
        messages.success(request, _("It is checked."))
        return _onward(statement)
    like = [one for one in alike(statement.conversation, statement.words) if one != statement]
    context = {"conversation": statement.conversation, "statement": statement, "form": form, "alike": like}
    return render(request, "statements/check.html", context)


def _onward(statement: Statement) -> HttpResponse:
    """The next that waits, so that staff go through without going back."""
    conversation = statement.conversation
    address = [conversation.area.slug, conversation.slug]
    following = queries.in_state(conversation, StatementState.WAITING).first()
    if following is None:
        return redirect("statement-queue", *address)
    return redirect("statement-check", *address, following.pk)
