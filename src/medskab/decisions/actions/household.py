"""Entering a vote of the homes from its minutes, and correcting what was entered."""

from datetime import datetime
from typing import Any

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import calculations, queries, rules
from medskab.decisions.models import Decision, DecisionKind, HouseholdVote, State
from medskab.decisions.refusals import AlreadyCorrected, NothingChanged, NotYoursToDecide, UrnDecides
from medskab.people.models import Person
from medskab.places.models import Area

from .publishing import publish_again

_NUMBERS = ("yes", "no", "blank", "invalid", "homes", "votes_per_home")


@deed
def enter_vote(
    *, area: Area, words: dict[str, Any], vote: dict[str, Any], by: Person, now: datetime
) -> Decision:
    """Enter what the minutes say. Words: title, nature, and those of `write_words`."""
    if not rules.may_prepare(by, area):
        raise NotYoursToDecide
    _check(vote)
    decision = Decision.objects.create(
        area=area,
        slug=queries.free_slug(area, words["title"]),
        kind=DecisionKind.HOUSEHOLD,
        state=State.COUNTED,
        decided_on=vote["held_on"],
        created_by=by,
        created_at=now,
        **words,
    )
    entered = HouseholdVote.objects.create(area=area, decision=decision, at=now, by=by, **vote)
    audit.record("decision.vote_entered", decision, by=by, now=now, figures=_figures(entered))
    return decision


@deed
def correct_vote(
    *, replaced: HouseholdVote, vote: dict[str, Any], because: str, by: Person, now: datetime
) -> Decision:
    """Enter the right numbers beside the wrong ones, with the reason; what is public is published again."""
    decision = replaced.decision
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if decision.is_taken_here:
        raise UrnDecides
    _check(vote)
    if HouseholdVote.objects.filter(replaces=replaced).exists():
        raise AlreadyCorrected
    if all(getattr(replaced, name) == value for name, value in vote.items()):
        raise NothingChanged
    entered = HouseholdVote.objects.create(
        area_id=decision.area_id, decision=decision, replaces=replaced, because=because, at=now, by=by, **vote
    )
    Decision.objects.filter(pk=decision.pk).update(decided_on=vote["held_on"])
    audit.record(
        "decision.vote_corrected", decision, by=by, now=now, because=because, figures=_figures(entered)
    )
    decision.refresh_from_db()
    if decision.state == State.PUBLISHED:
        publish_again(decision=decision, by=by, now=now)
    return decision


def _check(vote: dict[str, Any]) -> None:
    calculations.homes_outcome({name: vote[name] for name in _NUMBERS}, vote["majority"])


def _figures(vote: HouseholdVote) -> dict[str, int]:
    return {name: getattr(vote, name) for name in _NUMBERS}
