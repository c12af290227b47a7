"""What would have had to be different for a losing project to win: more votes, or a lower cost."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from .count import count
from .election import BadElection, BallotKind, Ballots, Election
from .limits import Limits
from .rule import Rule, RuleName, Satisfaction, resolve

_MONOTONE = {RuleName.GREEDY_VOTES, RuleName.GREEDY_VOTES_PER_COST}
"""Rules under which more votes or a lower cost never hurt, so that halving finds the least change."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The smallest changes found, each by counting again with nothing else changed."""

    project: str
    votes: int | None
    """So many more ballots that name it alone would have made it win. None: no number tried did."""
    votes_least: bool
    """Whether it is certain that no smaller number would have."""
    cost: int | None
    """The highest cost found at which it would have won. None: none, not even for nothing."""
    cost_least: bool
    """Whether it is certain that no higher cost would have."""
    counts: int
    """How many counts it took to find out."""


def what_if(
    election: Election, project: str, rule: Rule | None = None, limits: Limits | None = None, tries: int = 100
) -> WhatIf:
    """Find what would have made a losing project win, by counting again.

    More votes are ballots that name the project alone (with points: with the most points that any ballot
    gives to one project), from voters who did not vote; so the number of voters grows too. The cost is
    lowered by whole currency units. Under greedy rules, halving finds the least change for certain. The other
    rules may, rarely, turn a project down for a change larger than one that helps; then all smaller changes
    are tried if they are no more than `tries`, and otherwise the answer says that it may not be the least.

    When to use: to tell the people behind a project how far it was. It takes some twenty to two hundred
    counts: under add1, where each is many counts, only when somebody asks.
    When not: for advice on tactics; other voters would have voted otherwise too. Votes are left out under
    Borda, where a ballot that names one project gives it nothing.

    Raises:
        BadElection: there is no such project, or it won.
        BadRule: as in `count`.

    Source: measures "singleton-add" and "cost-reduction" of Boehmer, Faliszewski, Janeczko, Peters,
    Pierczyński, Schierreich, Skowron, Szufa, "Evaluation of Project Performance in Participatory Budgeting",
    IJCAI 2024.

    >>> from medskab.methods.budgeting.election import Project
    >>> ballots = Ballots(BallotKind.APPROVAL, np.array([0, 1, 2, 3]), np.array([0, 0, 1], np.int32))
    >>> election = Election(100, (Project("pond", 60), Project("stage", 60)), ballots)
    >>> answer = what_if(election, "stage", Rule("greedy-votes"))
    >>> answer.votes, answer.cost
    (2, 40)
    """
    rule = resolve(rule or Rule(), election.ballots.kind)
    places = {one.id: at for at, one in enumerate(election.projects)}
    if project not in places:
        raise BadElection("There is no project {project} in this election.", project=project)
    search = _Search(election, places[project], rule, limits or Limits(), tries)
    if search.wins(election):
        raise BadElection("Project {project} is funded. Ask about one that is not.", project=project)
    votes, votes_least = search.votes()
    cost, cost_least = search.cost()
    return WhatIf(project, votes, votes_least, cost, cost_least, search.counts)


@dataclass(slots=True)
class _Search:
    election: Election
    at: int
    rule: Rule
    limits: Limits
    tries: int
    counts: int = field(default=0)

    def wins(self, election: Election) -> bool:
        """Count once."""
        self.counts += 1
        return election.projects[self.at].id in count(election, self.rule, self.limits).winners

    def votes(self) -> tuple[int | None, bool]:
        """The least number of added ballots."""
        if self.rule.satisfaction is Satisfaction.BORDA or self.election.ballots.kind is BallotKind.ORDINAL:
            return None, False
        if self.election.projects[self.at].cost > self.election.budget:
            return None, True
        most = 16 * (self.election.ballots.count + 1)
        return self._least(lambda more: self.wins(_with_ballots(self.election, self.at, more)), most)

    def cost(self) -> tuple[int | None, bool]:
        """The highest cost."""
        cost, unit = self.election.projects[self.at].cost, self.election.currency_unit
        most = -(-cost // unit)
        less, certain = self._least(lambda units: self.wins(self._cheaper(units * unit)), most)
        return (None if less is None else max(0, cost - less * unit)), certain

    def _cheaper(self, less: int) -> Election:
        projects = list(self.election.projects)
        projects[self.at] = replace(projects[self.at], cost=max(0, projects[self.at].cost - less))
        return replace(self.election, projects=tuple(projects))

    def _least(self, works: Callable[[int], bool], most: int) -> tuple[int | None, bool]:
        """The least change from 1 to `most` that works, and whether that is certain."""
        monotone = self.rule.name in _MONOTONE
        failed, change = {0}, min(1, most)
        while change and not works(change):
            failed.add(change)
            change = min(2 * change, most) if change < most else 0
        if not change:
            return None, monotone
        low = max(failed)
        while change - low > 1:
            middle = (low + change) // 2
            if works(middle):
                change = middle
            else:
                low = middle
                failed.add(middle)
        if monotone:
            return change, True
        untried = [smaller for smaller in range(1, change) if smaller not in failed]
        if len(untried) > self.tries:
            return change, False
        return next((smaller for smaller in untried if works(smaller)), change), True


def _with_ballots(election: Election, at: int, more: int) -> Election:
    ballots = election.ballots
    end = int(ballots.offsets[-1])
    offsets = np.concatenate([ballots.offsets, np.arange(end + 1, end + more + 1, dtype=np.int64)])
    projects = np.concatenate([ballots.projects, np.full(more, at, np.int32)])
    points = ballots.points
    if points is not None:
        points = np.concatenate([points, np.full(more, max(1, int(points.max(initial=0))), np.int64)])
    added = Ballots(ballots.kind, offsets, projects, points, ballots.points_scale)
    return replace(election, ballots=added)
