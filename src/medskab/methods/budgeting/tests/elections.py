"""Small elections for tests: written by hand, or drawn by Hypothesis."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project


def election(
    budget: int,
    costs: dict[str, int],
    votes: Sequence[str | dict[str, int]],
    kind: BallotKind = BallotKind.APPROVAL,
    **more: object,
) -> Election:
    """An election in short form: each vote is a text of one-letter ids, or points by id."""
    places = {name: at for at, name in enumerate(costs)}
    rows = [[places[name] for name in vote] for vote in votes]
    offsets = np.cumsum([0, *map(len, rows)]).astype(np.int64)
    chosen = np.array([at for row in rows for at in row], np.int32)
    points = None
    if kind in (BallotKind.CUMULATIVE, BallotKind.SCORING):
        points = np.array([given for vote in votes for given in vote.values()], np.int64)  # type: ignore[union-attr]
    projects = tuple(Project(name, cost, categories=(f"k{cost % 2}",)) for name, cost in costs.items())
    return Election(budget, projects, Ballots(kind, offsets, chosen, points), **more)  # type: ignore[arg-type]


@st.composite
def elections(draw: st.DrawFn, kind: BallotKind = BallotKind.APPROVAL, voters: int = 9) -> Election:
    """A small election; few different costs and small budgets, so that ties and near misses are common."""
    names = "abcdef"[: draw(st.integers(1, 6))]
    costs = {name: draw(st.integers(0, 12)) for name in names}
    budget = draw(st.integers(0, 30))
    one = st.lists(st.sampled_from(names), unique=True, max_size=1 if kind is BallotKind.CHOOSE_ONE else 6)
    votes: list[str | dict[str, int]] = []
    for _ in range(draw(st.integers(0, voters))):
        row = draw(one)
        if kind in (BallotKind.CUMULATIVE, BallotKind.SCORING):
            votes.append({name: draw(st.integers(0, 4)) for name in row})
        else:
            votes.append("".join(row))
    return election(budget, costs, votes, kind, currency_unit=draw(st.sampled_from([1, 2])))


def any_elections() -> st.SearchStrategy[Election]:
    """Elections of all kinds of ballots."""
    return st.sampled_from(list(BallotKind)).flatmap(elections)
