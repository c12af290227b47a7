"""Entering a vote of the homes, and correcting it."""

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.decisions import actions, queries, rules
from medskab.decisions.forms import CorrectionForm, VoteForm
from medskab.decisions.models import Decision

from .finding import decision_at


@page(rules.may_prepare)
def new_vote(request: Any) -> HttpResponse:
    """Enter what the minutes say."""
    form = VoteForm(request.POST or None)
    entered = partial(actions.enter_vote, area=request.area, by=request.person, now=now())
    if form.carry_out(lambda **key: entered(words=form.words, vote=form.vote, **key)):
        return redirect("decision-work", request.area.slug, form.answer.slug)
    return render(request, "decisions/vote.html", {"form": form})


@page(rules.may_conduct, find=decision_at)
def correct(request: Any, decision: Decision) -> HttpResponse:
    """Enter other numbers beside the wrong ones."""
    vote = queries.standing_vote(decision)
    if vote is None:
        raise Http404
    form = CorrectionForm(request.POST) if request.method == "POST" else CorrectionForm.for_vote(vote)
    corrected = partial(actions.correct_vote, replaced=vote, by=request.person, now=now())
    if form.carry_out(lambda **key: corrected(vote=form.vote, because=form.cleaned_data["because"], **key)):
        return redirect("decision-work", request.area.slug, decision.slug)
    return render(request, "decisions/correct.html", {"form": form, "decision": decision})
