"""Changing, merging and splitting proposals, each with its authors' consent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import queries, rules
from medskab.decisions.models import (
    Decision,
    DraftState,
    PhaseKind,
    ProposalDraft,
    Shaping,
    ShapingAnswer,
    ShapingKind,
    ShapingState,
)
from medskab.decisions.refusals import (
    NotOpenForThis,
    NotYourProposal,
    NotYoursToDecide,
    ProposalIsSettled,
    ShapingMakesNoSense,
)
from medskab.notifications import actions as notifications
from medskab.people.models import Person
from medskab.threads.actions import link

Wording = dict[str, Any]


@deed
def offer_shaping(
    *,
    decision: Decision,
    drafts: Sequence[ProposalDraft],
    wordings: list[Wording],
    because: str,
    by: Person,
    now: datetime,
) -> Shaping:
    """Ask the authors whether their proposals may become something else: [{title, text, cost_ore}]."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if not queries.is_on(decision, now, PhaseKind.SHAPE, PhaseKind.CAPACITY):
        raise NotOpenForThis
    if any(one.decision_id != decision.pk or one.state != DraftState.PROPOSED for one in drafts):
        raise ProposalIsSettled
    shaping = Shaping.objects.create(
        area_id=decision.area_id,
        decision=decision,
        kind=_kind(len(drafts), len(wordings)),
        wordings=wordings,
        because=because,
        at=now,
        by=by,
    )
    for draft in drafts:
        has_agreed = None if draft.author_id else True  # typed for somebody: staff speak for it
        ShapingAnswer.objects.create(
            area_id=decision.area_id, shaping=shaping, draft=draft, has_agreed=has_agreed
        )
    audit.record("proposal.shaping_offered", shaping, by=by, now=now, because=because)
    authors = Person.objects.filter(pk__in=[one.author_id for one in drafts if one.author_id])
    notifications.tell(people=authors, kind="decisions/shaping", about=decision, by=by, now=now)
    _carry_out_if_agreed(shaping, by, now)
    return shaping


@deed
def answer_shaping(*, answer: ShapingAnswer, has_agreed: bool, by: Person, now: datetime) -> ShapingAnswer:
    """Say yes or no for one's own proposal; the last yes carries it out, one no ends it."""
    if answer.draft.author_id != by.pk:
        raise NotYourProposal
    open_answers = ShapingAnswer.objects.filter(
        pk=answer.pk, has_agreed=None, shaping__state=ShapingState.OFFERED
    )
    if not open_answers.update(has_agreed=has_agreed, answered_at=now):
        raise ProposalIsSettled
    shaping = answer.shaping
    audit.record("proposal.shaping_answered", shaping, by=by, now=now)
    if has_agreed:
        _carry_out_if_agreed(shaping, by, now)
    else:
        Shaping.objects.filter(pk=shaping.pk, state=ShapingState.OFFERED).update(state=ShapingState.REFUSED)
    answer.refresh_from_db()
    return answer


def _kind(many: int, become: int) -> ShapingKind:
    if many == 1 and become == 1:
        return ShapingKind.CHANGE
    if many > 1 and become == 1:
        return ShapingKind.MERGE
    if many == 1 and become > 1:
        return ShapingKind.SPLIT
    raise ShapingMakesNoSense


def _carry_out_if_agreed(shaping: Shaping, by: Person, now: datetime) -> None:
    answers = list(shaping.answers.select_related("draft"))
    if any(answer.has_agreed is not True for answer in answers):
        return
    if not Shaping.objects.filter(pk=shaping.pk, state=ShapingState.OFFERED).update(state=ShapingState.DONE):
        return
    drafts = [answer.draft for answer in answers]
    if any(draft.state != DraftState.PROPOSED for draft in drafts):
        raise ProposalIsSettled
    if shaping.kind == ShapingKind.CHANGE:
        ProposalDraft.objects.filter(pk=drafts[0].pk).update(**shaping.wordings[0])
    else:
        _replace(shaping, drafts, now)
    audit.record("proposal.shaped", shaping, by=by, now=now)


def _replace(shaping: Shaping, drafts: list[ProposalDraft], now: datetime) -> None:
    first = drafts[0]
    for wording in shaping.wordings:
        new = ProposalDraft.objects.create(
            area_id=shaping.area_id,
            decision=shaping.decision,
            place=first.place,
            author=first.author,
            typed_by=None if first.author_id else shaping.by,
            proposed_at=now,
            **wording,
        )
        link(new, shaping.decision, why=gettext_noop("was proposed for"), now=now)
        for draft in drafts:
            link(draft, new, why=gettext_noop("became part of"), now=now)
            ProposalDraft.objects.filter(pk=draft.pk).update(state=DraftState.RESHAPED, became=new)
