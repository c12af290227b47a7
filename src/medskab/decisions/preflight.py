"""What must be in place before a decision is opened, and before its vote is."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from medskab.mandates.queries import why_not
from medskab.resources.queries import available_ore

from .models import (
    Decision,
    DecisionKind,
    DraftState,
    Nature,
    PhaseKind,
    Poll,
    PollState,
    ProposalDraft,
)

NEEDED_WORDS = ("decided_by", "basis", "meaning", "objection")


@dataclass(frozen=True)
class Check:
    """One thing to be in place, what to do about it, and the address where it is done."""

    title: str
    text: str
    is_done: bool
    page: str = ""


def before_opening(decision: Decision, now: datetime) -> list[Check]:
    """What a decision needs before everybody sees it."""
    phases = {phase.kind: phase for phase in decision.phases.all()}
    vote = phases.get(PhaseKind.VOTE)
    checks = [
        Check(
            _("It says who decides, on what basis, what it means, and how to object"),
            _("These words stand on every page of the decision."),
            all(getattr(decision, name).strip() for name in NEEDED_WORDS),
            "decision-words",
        ),
        Check(
            _("The phases have dates that lie ahead"),
            _("Each phase ends before the next one starts, and there is a vote."),
            vote is not None and vote.starts_at > now,
            "decision-plan",
        ),
    ]
    if decision.nature == Nature.HEARING:
        return checks
    reason = _("Choose the mandate under which this is decided.")
    if decision.mandate:
        reason = why_not(decision.mandate, ceiling_ore=decision.budget or 0, now=now)
    checks.append(Check(_("A mandate covers it"), reason or _("It does."), not reason, "decision-set-up"))
    if decision.is_budget:
        checks.append(_money(decision))
    return checks


def before_voting(decision: Decision, now: datetime) -> list[Check]:
    """What the vote needs before its urn is opened."""
    poll = real_poll(decision)
    ballot_stands = decision.proposals.exists() or not decision.is_budget
    rehearsed = Poll.objects.filter(
        decision=decision, is_rehearsal=True, state__in=[PollState.OPENED, PollState.DESTROYED]
    ).exists()
    return [
        Check(
            _("What stands on the ballot is fixed"),
            _("Each proposal has a cost and somebody who carries it out."),
            ballot_stands,
            "decision-ballot",
        ),
        Check(
            _("It is said who may vote, and how"),
            _("Ages or homes, and what people do on the ballot."),
            poll is not None,
            "decision-poll-set-up",
        ),
        Check(
            _("The codes are made"),
            _("Letters to the homes, and some for the desk."),
            poll is not None and poll.issues.exists(),
            "decision-codes",
        ),
        Check(
            _("Two people from different sides hold the key"),
            _("Without the key nobody can open the urn, not even we."),
            poll is not None and bool(poll.sealing_key) and len(poll.custodians) == 2,
            "decision-keys",
        ),
        Check(
            _("It was rehearsed"),
            _("Pretend ballots, and the urn opened once with the pretend key."),
            rehearsed,
            "decision-rehearsal",
        ),
    ]


def real_poll(decision: Decision) -> Poll | None:
    """The vote itself, not its rehearsals."""
    return Poll.objects.filter(decision=decision, is_rehearsal=False).first()


def ready(decision: Decision) -> list[ProposalDraft]:
    """What is going to stand on the ballot, in the order in which it was proposed."""
    return list(decision.drafts.filter(state=DraftState.READY).select_related("place"))


def _money(decision: Decision) -> Check:
    line = decision.budget_line
    has_money = bool(line and decision.budget and available_ore(line) >= decision.budget)
    return Check(
        _("The money is there"),
        _("It is put aside when the decision is opened."),
        has_money and decision.kind == DecisionKind.BUDGET,
        "decision-set-up",
    )
