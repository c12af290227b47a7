"""A lost letter: new codes for the home, its unused ones open nothing any more."""

from base64 import b64encode
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from medskab.common.clock import now
from medskab.common.codes import shown
from medskab.common.policy import page
from medskab.decisions import actions, on_paper, rules
from medskab.decisions.forms.again import AgainForm
from medskab.decisions.models import Poll

from .polling import once, poll_at


@page(rules.may_run_poll, find=poll_at)
def again(request: Any, poll: Poll) -> HttpResponse:
    """Two of the staff do it together, and the board tells that it was done."""
    form = AgainForm(request.POST or None, poll=poll, by=request.person)

    def issue(**_key: Any) -> object:
        given = form.cleaned_data
        return actions.reissue(
            poll=poll,
            dwelling=given["home"],
            because=given["because"],
            second=given["second"],
            by=request.person,
            now=now(),
        )

    if form.carry_out(issue):
        return _letter(request, poll, form)
    return render(
        request, "decisions/poll/again.html", {"form": form, "poll": poll, "decision": poll.decision}
    )


def _letter(request: Any, poll: Poll, form: AgainForm) -> HttpResponse:
    codes = [shown(code) for code in form.answer.codes]
    drawn = on_paper.part_of_letters(poll, [(form.cleaned_data["home"].full_address, codes)], 1)
    sheet = b64encode(drawn.content).decode() if drawn else ""
    return once(request, "decisions/poll/desk_codes.html", poll, {"codes": codes, "sheet": sheet})
