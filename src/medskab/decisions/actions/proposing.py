"""Proposing something, changing one's own proposal, taking it back."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import queries, rules
from medskab.decisions.models import Decision, DraftState, PhaseKind, ProposalDraft
from medskab.decisions.refusals import NotOpenForThis, NotYourProposal, ProposalIsSettled
from medskab.people.models import Person
from medskab.threads.actions import link

_OPEN = (PhaseKind.PROPOSE, PhaseKind.SHAPE)


@deed
def propose(*, decision: Decision, facts: dict[str, Any], by: Person, now: datetime) -> ProposalDraft:
    """Hand in a proposal. Facts: title, text, place, need, cost_ore.

    Staff type for somebody who cannot; then it has no author in the system, and staff shape it.
    """
    if not rules.may_propose(by, decision):
        raise NotYourProposal
    if not queries.is_on(decision, now, PhaseKind.PROPOSE):
        raise NotOpenForThis
    _check_ground(decision, facts)
    is_staff = rules.may_conduct(by, decision)
    draft = ProposalDraft.objects.create(
        area_id=decision.area_id,
        decision=decision,
        author=None if is_staff else by,
        typed_by=by if is_staff else None,
        proposed_at=now,
        **facts,
    )
    if draft.need is not None:
        link(draft.need, draft, why=gettext_noop("became a proposal"), now=now)
    link(draft, decision, why=gettext_noop("was proposed for"), now=now)
    audit.record("proposal.made", draft, by=by, now=now)
    return draft


@deed
def change_draft(*, draft: ProposalDraft, facts: dict[str, Any], by: Person, now: datetime) -> ProposalDraft:
    """Change one's own proposal while it is shaped. Facts: title, text, place, cost_ore."""
    if not rules.may_change_draft(by, draft):
        raise NotYourProposal
    if not queries.is_on(draft.decision, now, *_OPEN):
        raise NotOpenForThis
    _check_ground(draft.decision, facts)
    if not ProposalDraft.objects.filter(pk=draft.pk, state=DraftState.PROPOSED).update(**facts):
        raise ProposalIsSettled
    audit.record("proposal.changed", draft, by=by, now=now)
    draft.refresh_from_db()
    return draft


@deed
def withdraw_draft(*, draft: ProposalDraft, by: Person, now: datetime) -> ProposalDraft:
    """Take one's own proposal back, before it is on the ballot."""
    if not rules.may_change_draft(by, draft):
        raise NotYourProposal
    if not ProposalDraft.objects.filter(pk=draft.pk, state=DraftState.PROPOSED).update(
        state=DraftState.WITHDRAWN
    ):
        raise ProposalIsSettled
    audit.record("proposal.withdrawn", draft, by=by, now=now)
    draft.refresh_from_db()
    return draft


def _check_ground(decision: Decision, facts: dict[str, Any]) -> None:
    for name in ("place", "need"):
        thing = facts.get(name)
        if thing is not None and thing.area_id != decision.area_id:
            raise NotYourProposal
