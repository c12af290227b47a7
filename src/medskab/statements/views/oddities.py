"""Staff look at what is odd; what a person decides about it stands in public beside the result."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.statements import actions, results, rules
from medskab.statements.calculations import odd
from medskab.statements.forms.bringing_in import SetAsideForm
from medskab.statements.forms.setting_up import ReasonForm
from medskab.statements.models import Conversation

from .finding import conversation_at


@page(rules.may_set_up, find=conversation_at)
def oddities(request: Any, conversation: Conversation) -> HttpResponse:
    """Patterns, bursts and floods; set voices aside, or take that back."""
    about = {"conversation": conversation, "by": request.person, "now": now()}
    is_back = "count_again" in request.POST
    form: Any = (ReasonForm if is_back else SetAsideForm)(request.POST or None)
    if _is_done(form, about, is_back=is_back):
        said = _("They count again.") if is_back else _("They are set aside. Everybody can read why.")
        messages.success(request, said)
        return redirect("conversation-oddities", request.area.slug, conversation.slug)
    context = {
        "conversation": conversation,
        "form": form,
        "patterns": odd.patterns(conversation),
        "bursts": odd.bursts(conversation),
        "floods": odd.floods(conversation),
        "said_in_bursts": odd.said_in_bursts(conversation),
        "aside": results.set_aside(conversation),
    }
    return render(request, "statements/oddities.html", context)


def _is_done(form: Any, about: dict[str, Any], *, is_back: bool) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    because = form.cleaned_data["because"]
    if is_back:
        return bool(form.carry_out(actions.count_again, because=because, **about))
    return bool(form.carry_out(actions.set_aside, voices=form.numbers, because=because, **about))
