"""Ballots on paper: two people type each of them, neither seeing what the other typed."""

from collections.abc import Sequence
from typing import Any

from medskab.decisions import actions
from medskab.decisions.models import PaperBatch
from medskab.people.models import Person

from .voting import Vote

_TYPISTS = ("freja", "birgit")


def type_twice(
    vote: Vote, papers: Sequence[dict[str, Any] | None], *, slip_at: int, slip: dict[str, Any]
) -> None:
    """One bundle. The second person slips once; both look at that paper again, and then they agree."""
    first, second = (vote.story.who(key) for key in _TYPISTS)
    moment = vote.story.at(vote.last + 1, 10)
    batch = actions.start_batch(
        poll=vote.poll, papers=len(papers), box="Kassen i beboerhuset", by=first, now=moment
    )
    _type(vote, batch, papers, first)
    with_slip = [slip if number == slip_at else paper for number, paper in enumerate(papers, 1)]
    _type(vote, batch, with_slip, second)
    actions.enter_paper(
        batch=batch,
        number=slip_at,
        choice=papers[slip_at - 1],
        by=second,
        now=vote.story.at(vote.last + 1, 13),
    )
    actions.finish_entry(batch=batch, by=second, now=vote.story.at(vote.last + 1, 13))


def _type(vote: Vote, batch: PaperBatch, papers: Sequence[dict[str, Any] | None], by: Person) -> None:
    moment = vote.story.at(vote.last + 1, 11)
    for number, paper in enumerate(papers, 1):
        actions.enter_paper(batch=batch, number=number, choice=paper, by=by, now=moment)
    actions.finish_entry(batch=batch, by=by, now=moment)
