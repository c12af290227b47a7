"""Adding a statement of one's own, and taking it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common import voices
from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.statements import actions, queries, rules
from medskab.statements.calculations.routing import alike
from medskab.statements.forms.taking_part import SayForm
from medskab.statements.models import Conversation, Statement

from .finding import conversation_at, statement_at


@page(rules.may_see, find=conversation_at)
def say(request: Any, conversation: Conversation) -> HttpResponse:
    """Write it; where others said nearly the same, they are shown first."""
    if not rules.takes_words(conversation, now()):
        messages.info(request, _("No statements can be added here now."))
        return redirect(conversation)
    form = SayForm(request.POST or None)
    like = _alike(request, conversation, form)
    if not like and not _is_unknown(request, form) and _handed_in(request, conversation, form):
        messages.success(request, _("Thank you. All see it once it is checked."))
        return redirect("conversation-mine", request.area.slug, conversation.slug)
    context = {"conversation": conversation, "form": form, "alike": like}
    return voices.remember(request, render(request, "statements/say.html", context))


def _alike(request: Any, conversation: Conversation, form: SayForm) -> list[Statement]:
    if not form.is_bound or not form.is_valid() or "anyway" in request.POST:
        return []
    return alike(conversation, form.cleaned_data["words"])


def _is_unknown(request: Any, form: SayForm) -> bool:
    """Whether it comes from a browser that keeps nothing yet: it is asked to send it once more."""
    if not form.is_bound or not voices.is_new_here(request):
        return False
    form.add_error(None, _("Your browser must keep a cookie for this. Send it once more."))
    return True


def _handed_in(request: Any, conversation: Conversation, form: SayForm) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    key = queries.key_of(request, conversation)
    facts = {"conversation": conversation, "said": form.said, "key": key}
    return form.carry_out(actions.say_statement, **facts, by=None, now=now())


@page(anyone, find=statement_at)
def take_back(request: Any, statement: Statement) -> HttpResponse:
    """Whoever holds the voice that said it may take it back."""
    form = DeedForm(request.POST or None)
    key = queries.key_of(request, statement.conversation)
    if form.carry_out(actions.withdraw_statement, statement=statement, key=key, by=None, now=now()):
        messages.success(request, _("It is taken back."))
    for error in form.non_field_errors() if form.is_bound else ():
        messages.error(request, str(error))
    return redirect("conversation-mine", request.area.slug, statement.conversation.slug)
