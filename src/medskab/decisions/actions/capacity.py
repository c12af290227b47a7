"""Before the vote: who will carry a proposal out and what it really costs; then the ballot is fixed."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import preflight, queries, rules
from medskab.decisions.models import (
    CapacityCheck,
    Decision,
    DraftState,
    PhaseKind,
    Proposal,
    ProposalDraft,
    State,
)
from medskab.decisions.refusals import (
    BallotIsFixed,
    CostsMoreThanThereIs,
    NobodyCarriesItOut,
    NotOpenForThis,
    NotYoursToCheck,
    NotYoursToDecide,
    ProposalIsSettled,
)
from medskab.people.models import Person
from medskab.threads.actions import link


@deed
def check_capacity(
    *, draft: ProposalDraft, facts: dict[str, Any], by: Person, now: datetime
) -> CapacityCheck:
    """Say whether it can be done, by whom, for how much, until when.

    Facts: can_be_done, carried_out_by, organisation, cost_ore, done_by, note.
    """
    decision = draft.decision
    if not rules.may_check(by, draft):
        raise NotYoursToCheck
    if not queries.is_on(decision, now, PhaseKind.SHAPE, PhaseKind.CAPACITY):
        raise NotOpenForThis
    if facts["can_be_done"] and not str(facts.get("carried_out_by", "")).strip():
        raise NobodyCarriesItOut
    if facts["can_be_done"] and decision.budget and facts["cost_ore"] > decision.budget:
        raise CostsMoreThanThereIs
    check = CapacityCheck.objects.create(area_id=draft.area_id, draft=draft, at=now, by=by, **facts)
    becomes: dict[str, Any] = (
        {"state": DraftState.READY, "cost_ore": check.cost_ore, "because": ""}
        if check.can_be_done
        else {"state": DraftState.DECLINED, "because": check.note[:500]}
    )
    settled_so_far = (DraftState.PROPOSED, DraftState.READY, DraftState.DECLINED)
    if not ProposalDraft.objects.filter(pk=draft.pk, state__in=settled_so_far).update(**becomes):
        raise ProposalIsSettled
    audit.record("proposal.checked", draft, by=by, now=now)
    return check


@deed
def freeze_ballot(*, decision: Decision, by: Person, now: datetime) -> Decision:
    """Fix what stands on the ballot: nothing on it changes any more."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if decision.state != State.RUNNING or decision.proposals.exists():
        raise BallotIsFixed
    for number, draft in enumerate(preflight.ready(decision), 1):
        proposal = Proposal.objects.create(
            area_id=decision.area_id,
            decision=decision,
            number=number,
            project=f"{number:02}",
            title=draft.title,
            cost=draft.cost_ore or 0,
            votes=0,
            place=str(draft.place or ""),
            draft=draft,
        )
        link(draft, proposal, why=gettext_noop("stood on the ballot as"), now=now)
    audit.record("decision.ballot_fixed", decision, by=by, now=now)
    return decision
