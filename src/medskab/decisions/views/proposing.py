"""Proposals before the vote, and what became of those that won."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.decisions import actions, preflight, queries, rules
from medskab.decisions.forms.proposing import AnswerForm, CheckForm, ProposeForm, ShapeForm
from medskab.decisions.models import Decision, ProposalDraft, ShapingAnswer

from .finding import decision_at


def draft_at(request: Any, *, slug: str, pk: int) -> ProposalDraft:
    """A proposal by its number."""
    found = ProposalDraft.objects.for_area(request.area).filter(decision__slug=slug, pk=pk)
    draft = found.select_related("decision__area", "author", "place", "need").first()
    if draft is None:
        raise Http404
    return draft


def answer_at(request: Any, *, slug: str, pk: int) -> ShapingAnswer:
    """One author's answer to an offer."""
    found = ShapingAnswer.objects.for_area(request.area).filter(shaping__decision__slug=slug, pk=pk)
    answer = found.select_related("shaping__decision__area", "draft").first()
    if answer is None:
        raise Http404
    return answer


@page(rules.may_propose, find=decision_at)
def propose(request: Any, decision: Decision) -> HttpResponse:
    """Hand in a proposal."""
    form = ProposeForm(request.POST or None, decision=decision)

    def hand_in(**key: Any) -> ProposalDraft:
        return actions.propose(decision=decision, facts=form.facts, by=request.person, now=now(), **key)

    if form.carry_out(hand_in):
        return redirect("decision-draft", request.area.slug, decision.slug, form.answer.pk)
    return render(request, "decisions/here/propose.html", {"form": form, "decision": decision})


@page(rules.may_see_draft, find=draft_at)
def draft(request: Any, draft: ProposalDraft) -> HttpResponse:
    """One proposal: what it is, how it was shaped, who would carry it out."""
    answers = draft.shaping_answers.select_related("shaping").order_by("pk")
    context = {
        "draft": draft,
        "author": queries.author_shown(draft, request.person, now()),
        "decision": draft.decision,
        "check": draft.checks.last(),
        "answers": answers,
        "may_change": rules.may_change_draft(request.person, draft) and draft.state == "proposed",
        "may_check": rules.may_check(request.person, draft),
        "mine_to_answer": [
            one for one in answers if one.has_agreed is None and rules.may_answer_shaping(request.person, one)
        ],
    }
    return render(request, "decisions/here/draft.html", context)


@page(rules.may_change_draft, find=draft_at)
def change(request: Any, draft: ProposalDraft) -> HttpResponse:
    """Change one's own proposal, or take it back."""
    form = (
        ProposeForm(request.POST, decision=draft.decision)
        if request.method == "POST"
        else ProposeForm.for_draft(draft)
    )

    def keep(**key: Any) -> ProposalDraft:
        return actions.change_draft(draft=draft, facts=form.facts, by=request.person, now=now(), **key)

    if form.carry_out(keep):
        return redirect("decision-draft", request.area.slug, draft.decision.slug, draft.pk)
    context = {"form": form, "decision": draft.decision, "draft": draft, "take_back": DeedForm()}
    return render(request, "decisions/here/propose.html", context)


@page(rules.may_change_draft, find=draft_at)
def withdraw(request: Any, draft: ProposalDraft) -> HttpResponse:
    """Take it back."""
    form = DeedForm(request.POST or None)
    if form.carry_out(actions.withdraw_draft, draft=draft, by=request.person, now=now()):
        return redirect(draft.decision)
    return render(
        request, "decisions/here/take_back.html", {"form": form, "decision": draft.decision, "draft": draft}
    )


@page(rules.may_conduct, find=decision_at)
def shape(request: Any, decision: Decision) -> HttpResponse:
    """Ask authors whether their proposals may be changed, merged or split."""
    form = ShapeForm(request.POST or None, decision=decision)

    def offer(**key: Any) -> object:
        return actions.offer_shaping(
            decision=decision,
            drafts=list(form.cleaned_data["drafts"]),
            wordings=form.wordings,
            because=form.cleaned_data["because"],
            by=request.person,
            now=now(),
            **key,
        )

    if form.carry_out(offer):
        return redirect(decision)
    return render(request, "decisions/here/shape.html", {"form": form, "decision": decision})


@page(rules.may_answer_shaping, find=answer_at)
def answer(request: Any, answer: ShapingAnswer) -> HttpResponse:
    """Yes or no to what one's proposal would become."""
    form = AnswerForm(request.POST or None)

    def say(**key: Any) -> ShapingAnswer:
        return actions.answer_shaping(
            answer=answer,
            has_agreed=form.cleaned_data["has_agreed"],
            by=request.person,
            now=now(),
            **key,
        )

    if form.carry_out(say):
        return redirect("decision-draft", request.area.slug, answer.draft.decision.slug, answer.draft_id)
    context = {"form": form, "answer": answer, "decision": answer.shaping.decision}
    return render(request, "decisions/here/answer.html", context)


@page(rules.may_check, find=draft_at)
def check(request: Any, draft: ProposalDraft) -> HttpResponse:
    """Say whether it can be done, by whom, for how much."""
    form = CheckForm(request.POST or None)

    def say(**key: Any) -> object:
        return actions.check_capacity(draft=draft, facts=form.facts, by=request.person, now=now(), **key)

    if form.carry_out(say):
        return redirect("decision-draft", request.area.slug, draft.decision.slug, draft.pk)
    return render(
        request, "decisions/here/check.html", {"form": form, "draft": draft, "decision": draft.decision}
    )


@page(rules.may_conduct, find=decision_at)
def fix_ballot(request: Any, decision: Decision) -> HttpResponse:
    """Fix what stands on the ballot."""
    form = DeedForm(request.POST or None)
    if form.carry_out(actions.freeze_ballot, decision=decision, by=request.person, now=now()):
        return redirect("decision-work", request.area.slug, decision.slug)
    context = {
        "form": form,
        "decision": decision,
        "ready": preflight.ready(decision),
        "left_out": decision.drafts.filter(state="proposed"),
    }
    return render(request, "decisions/here/fix_ballot.html", context)
