"""Counting the votes, and what is decided by hand about a proposal."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop

from medskab import __version__
from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import calculations, queries, rules
from medskab.decisions.models import Count, Decision, Override, Proposal, Ruling, State, WhatIf
from medskab.decisions.refusals import (
    AlreadyAtWork,
    MayNotAsk,
    NoSuchProposal,
    NothingToCount,
    NotYoursToDecide,
    RuleIsAgreed,
    UrnDecides,
)
from medskab.people.models import Person
from medskab.tools.jobs import actions as jobs
from medskab.tools.jobs.models import Job
from medskab.tools.jobs.queries import open_job_about

_CAN_BE_COUNTED = (State.IMPORTED, State.COUNTED)


@deed
def order_count(*, decision: Decision, orders: list[calculations.Order], by: Person, now: datetime) -> Job:
    """Have the votes counted: by the first order as the result, by the others to compare."""
    from medskab.decisions import jobs as tasks  # noqa: PLC0415  a task calls actions, and actions start it

    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if not Decision.objects.filter(pk=decision.pk, state__in=_CAN_BE_COUNTED).exists():
        raise NothingToCount
    agreed = queries.agreed_order(decision)
    if agreed is not None and not agreed.counts_like(orders[0]):
        raise RuleIsAgreed
    if open_job_about(decision) is not None:
        raise AlreadyAtWork
    job = jobs.start(
        tasks.count_votes,
        about=decision,
        by=by,
        now=now,
        title=gettext_noop("Counting the votes"),
        decision_id=decision.pk,
        orders=[order.as_json() for order in orders],
        person_id=by.pk,
    )
    audit.record("decision.count_ordered", decision, by=by, now=now, figures={"rule": orders[0].rule})
    return job


@deed
def keep_counts(
    *,
    decision: Decision,
    counts: list[calculations.Counted],
    by: Person,
    now: datetime,
) -> Decision:
    """The job has counted: keep every count; the first is the decision's own until it is counted again."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    kept = [_count(decision, one, number > 0, by, now) for number, one in enumerate(counts)]
    counted = Decision.objects.filter(pk=decision.pk, state__in=_CAN_BE_COUNTED)
    if not counted.update(state=State.COUNTED, official_count=kept[0]):
        raise NothingToCount
    figures = {"count": kept[0].pk, "winners": len(kept[0].outcome["winners"]), "rule": kept[0].rule}
    audit.record("decision.counted", decision, by=by, now=now, figures=figures)
    decision.refresh_from_db()
    return decision


@deed
def decide_by_hand(
    *, decision: Decision, project: str, ruling: Ruling, words: dict[str, str], by: Person, now: datetime
) -> Override:
    """Fund a proposal or take it out, whatever the votes; or let the votes decide after all.

    Words: reason, decided_by.
    """
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if not Decision.objects.filter(pk=decision.pk, state__in=_CAN_BE_COUNTED).exists():
        raise NothingToCount
    if decision.is_taken_here:
        raise UrnDecides
    proposal = Proposal.objects.filter(decision=decision, project=project).first()
    if proposal is None:
        raise NoSuchProposal
    override = Override.objects.create(
        area_id=decision.area_id,
        decision=decision,
        proposal=proposal,
        ruling=ruling,
        at=now,
        by=by,
        **words,
    )
    figures = {"proposal": proposal.number, "ruling": str(ruling)}
    audit.record(
        "decision.decided_by_hand", decision, by=by, now=now, because=words["reason"], figures=figures
    )
    return override


@deed
def order_what_if(*, decision: Decision, proposal: Proposal, by: Person | None, now: datetime) -> Job:
    """Have it found out, once for all readers, what would have made a proposal win."""
    from medskab.decisions import jobs as tasks  # noqa: PLC0415  a task calls actions, and actions start it

    if not rules.may_ask_what_if(by, decision):
        raise MayNotAsk
    if not queries.is_refused(decision, proposal):
        raise NoSuchProposal
    job = jobs.start(
        tasks.find_what_if,
        about=decision,
        by=by,
        now=now,
        title=gettext_noop("Counting what would have been enough"),
        key=queries.what_if_key(decision, proposal),
        count_id=decision.official_count_id,
        proposal_id=proposal.pk,
    )
    figures = {"proposal": proposal.number, "count": decision.official_count_id}
    audit.record("decision.what_if_asked", decision, by=by, now=now, figures=figures)
    return job


@deed
def keep_what_if(
    *, count: Count, proposal: Proposal, answer: dict[str, Any], by: None, now: datetime
) -> WhatIf:
    """The job has found it."""
    found, _is_new = WhatIf.objects.get_or_create(
        count=count, proposal=proposal, defaults={"area_id": count.area_id, "answer": answer, "at": now}
    )
    audit.record(
        "decision.what_if_found", count.decision, by=by, now=now, figures={"proposal": proposal.number}
    )
    return found


def _count(
    decision: Decision, found: calculations.Counted, is_information: bool, by: Person, now: datetime
) -> Count:
    return Count.objects.create(
        area_id=decision.area_id,
        decision=decision,
        submission=decision.submission,
        is_information=is_information,
        rule=found.rule,
        satisfaction=found.satisfaction,
        completion=found.completion,
        tie_break=found.tie_break,
        limits=found.outcome["parameters"],
        version=__version__,
        input_sha256=found.outcome["input_sha256"],
        outcome=found.outcome,
        seconds=found.seconds,
        at=now,
        by=by,
    )
