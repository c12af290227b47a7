"""A conversation on paper: sheets are printed, filled in anywhere, and typed in by staff."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.statements import paper, rules
from medskab.statements.actions.papers import type_sheet
from medskab.statements.forms.paper import SheetsForm, TypeForm
from medskab.statements.models import Choice, Conversation

from .finding import conversation_at

_CHOICES = [(str(one.value), one.label) for one in (Choice.AGREE, Choice.DISAGREE, Choice.PASS)]


@require_GET
@page(rules.may_set_up, find=conversation_at)
def sheets(request: Any, conversation: Conversation) -> HttpResponse:
    """The sheets as a file; where the form is not whole, the form again."""
    form = SheetsForm(request.GET, area=conversation.area)
    if not form.is_valid() or not paper.on_paper(conversation):
        return _page(request, conversation, sheets_form=form)
    given = form.cleaned_data
    with translation.override(given["language"]):
        today = timezone.localdate(now())
        content = paper.printed_sheets(conversation, given["sheets"], given["place"], today)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{conversation.slug}.pdf"'
    response["Cache-Control"] = "no-store"
    return response


@page(rules.may_set_up, find=conversation_at)
def type_in(request: Any, conversation: Conversation) -> HttpResponse:
    """One row for each statement; the next sheet begins with the same place."""
    form = TypeForm(request.POST or None, area=conversation.area)
    if form.is_bound and form.is_valid():
        facts = {
            "number": form.cleaned_data["number"],
            "choices": paper.choices_in(request.POST, paper.on_paper(conversation)),
            "place": form.cleaned_data["place"],
        }
        if form.carry_out(type_sheet, about=conversation, **facts, by=request.person, now=now()):
            said = ngettext("%(number)s line is in.", "%(number)s lines are in.", form.answer)
            messages.success(request, said % {"number": form.answer})
            return redirect("conversation-paper", conversation.area.slug, conversation.slug)
    return _page(request, conversation, form=form)


def _page(request: Any, conversation: Conversation, **sent: Any) -> HttpResponse:
    typed = paper.choices_in(request.POST, statements := paper.on_paper(conversation))
    rows = [(one, str(typed.get(one.pk, ""))) for one in statements]
    context = {
        "conversation": conversation,
        "rows": rows,
        "choices": _CHOICES,
        "takes_votes": rules.takes_votes(conversation, now()),
        "form": TypeForm(area=conversation.area),
        "sheets_form": SheetsForm(
            area=conversation.area, auto_id="sheets_%s", initial={"language": settings.LANGUAGE_CODE}
        ),
        **sent,
    }
    return render(request, "statements/paper.html", context)
