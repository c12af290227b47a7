"""Staff make a conversation ready, open it and close it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.needs.models import Need
from medskab.needs.queries import standing
from medskab.statements import actions, queries, rules
from medskab.statements.forms.setting_up import ConversationForm, ReasonForm, SeedsForm, as_planned
from medskab.statements.models import Conversation, ConversationState

from .finding import conversation_at


@page(rules.may_set_up)
def new(request: Any) -> HttpResponse:
    """Begin one; statements come next."""
    form = ConversationForm(request.POST or None, area=request.area)
    if _carried_out(request, form, actions.make_conversation, area=request.area):
        messages.success(request, _("It is made. Now write some statements."))
        return redirect("conversation-seeds", request.area.slug, form.answer.slug)
    return render(request, "statements/conversation_form.html", {"form": form})


@page(rules.may_set_up, find=conversation_at)
def change(request: Any, conversation: Conversation) -> HttpResponse:
    """Word it better, or move its days."""
    form = ConversationForm(request.POST or None, area=request.area, initial=as_planned(conversation))
    if _carried_out(request, form, actions.change_conversation, conversation=conversation):
        messages.success(request, _("It is changed."))
        return redirect(conversation)
    context = {"form": form, "conversation": conversation}
    return render(request, "statements/conversation_form.html", context)


def _carried_out(request: Any, form: ConversationForm, deed: Any, **about: Any) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    return form.carry_out(deed, **about, plan=form.plan, by=request.person, now=now())


@page(rules.may_set_up, find=conversation_at)
def seeds(request: Any, conversation: Conversation) -> HttpResponse:
    """Statements to begin with; `?need=` begins with a need's words."""
    need = standing(request.area).filter(slug=request.GET.get("need", "")).first()
    form = SeedsForm(request.POST or None, area=request.area, initial=_as_worded(need))
    if form.is_bound and form.is_valid():
        facts = {"lines": form.words, "heard_in": form.cleaned_data["heard_in"], "by": request.person}
        if form.carry_out(actions.add_seeds, conversation=conversation, **facts, now=now()):
            messages.success(request, _("They are shown to all who vote."))
            return redirect(conversation)
    context = {
        "form": form,
        "conversation": conversation,
        "needs": standing(request.area)[:100],
        "many": queries.shown(conversation).count(),
    }
    return render(request, "statements/seeds.html", context)


def _as_worded(need: Need | None) -> dict[str, str]:
    return {"lines": need.title, "heard_in": need.slug} if need else {}


@page(rules.may_set_up, find=conversation_at)
def state(request: Any, conversation: Conversation) -> HttpResponse:
    """Open it to everybody, close it, or open it again."""
    form = ReasonForm(request.POST or None)
    is_open = conversation.state == ConversationState.OPEN and not _is_over(conversation)
    deed = actions.close_conversation if is_open else actions.open_conversation
    if form.is_bound and form.is_valid():
        because = form.cleaned_data["because"]
        about = {"conversation": conversation, "because": because, "by": request.person}
        if form.carry_out(deed, **about, now=now()):
            messages.success(request, _("It is closed.") if is_open else _("It is open."))
            return redirect(conversation)
    context = {"form": form, "conversation": conversation, "is_open": is_open}
    return render(request, "statements/state.html", context)


def _is_over(conversation: Conversation) -> bool:
    return conversation.closes_at is not None and conversation.closes_at <= now()
