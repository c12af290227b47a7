"""Every rule as its definition reads: voter by voter, in fractions, slow. The oracle of the small cases."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from medskab.methods.budgeting.election import Election
from medskab.methods.budgeting.limits import Limits
from medskab.methods.budgeting.rule import Completion, Rule, RuleName, Satisfaction, TieBreak, resolve

Ballot = dict[int, int]


class Slow:
    """One election under one rule, as plain Python."""

    def __init__(self, election: Election, rule: Rule, limits: Limits = Limits()) -> None:  # noqa: B008
        self.rule = resolve(rule, election.ballots.kind)
        self.limits = limits
        self.projects = election.projects
        self.costs = [project.cost for project in election.projects]
        self.budget = election.budget
        self.unit = election.currency_unit
        self.ballots = [self._ballot(election, voter) for voter in range(election.ballots.count)]
        self.named = [self._named(election, at) for at in range(len(self.costs))]
        self.by_hand = [self._place(one.project) for one in limits.overrides if one.funded]

    def winners(self) -> list[str]:
        """The winners' ids in order."""
        rules: dict[RuleName, Callable[[], list[int]]] = {
            RuleName.EQUAL_SHARES: self._equal_shares,
            RuleName.PHRAGMEN: self._phragmen,
            RuleName.GREEDY_VOTES: lambda: self._greedy(self.by_hand, lambda at: Fraction(self.total(at))),
            RuleName.GREEDY_VOTES_PER_COST: lambda: self._greedy(self.by_hand, self._per_cost),
            RuleName.BOS: self._bos,
        }
        return [self.projects[at].id for at in rules[self.rule.name]()]

    def _ballot(self, election: Election, voter: int) -> Ballot:
        ballots = election.ballots
        begin, end = int(ballots.offsets[voter]), int(ballots.offsets[voter + 1])
        given = {}
        for place in range(begin, end):
            weight = 1
            if self.rule.satisfaction is Satisfaction.BORDA:
                weight = end - 1 - place
            elif ballots.points is not None:
                points = int(ballots.points[place])
                weight = points if self.rule.satisfaction is Satisfaction.POINTS else min(points, 1)
            if weight > 0:
                given[int(ballots.projects[place])] = weight
        return given

    def _named(self, election: Election, at: int) -> int:
        ballots = election.ballots
        counted = ballots.points is None or ballots.points > 0
        return int(((ballots.projects == at) & counted).sum())

    def _place(self, name: str) -> int:
        return next(at for at, project in enumerate(self.projects) if project.id == name)

    def backers(self, at: int) -> list[int]:
        """Voters who give a project something."""
        return [voter for voter, ballot in enumerate(self.ballots) if at in ballot]

    def total(self, at: int) -> int:
        """What they give it."""
        return sum(ballot.get(at, 0) for ballot in self.ballots)

    def cost(self, chosen: Iterable[int]) -> int:
        """What these projects cost together."""
        return sum(self.costs[at] for at in chosen)

    def allowed(self, at: int, chosen: list[int]) -> bool:
        """Whether the limits let a project join those chosen."""
        project = self.projects[at]
        if any(one.project == project.id and not one.funded for one in self.limits.overrides):
            return False
        if self.named[at] < self.limits.votes_needed(len(self.ballots)):
            return False
        names = {self.projects[won].id for won in chosen}
        if any(project.id in group and names & set(group) for group in self.limits.incompatible):
            return False
        for category, ceiling in self.limits.ceilings.items():
            inside = [won for won in chosen if category in self.projects[won].categories]
            if category in project.categories and self.cost(inside) + project.cost > ceiling:
                return False
        return True

    def open(self, chosen: list[int]) -> list[int]:
        """Backed projects that may still join."""
        every = range(len(self.costs))
        return [at for at in every if at not in chosen and self.total(at) and self.allowed(at, chosen)]

    def tie_key(self, at: int) -> tuple[object, ...]:
        """Smallest first."""
        name = self.projects[at].id
        return {
            TieBreak.ID: (name,),
            TieBreak.CHEAPEST: (self.costs[at], -self.named[at], name),
            TieBreak.MOST_VOTES: (-self.named[at], self.costs[at], name),
            TieBreak.LOT: (self.rule.lot.index(name) if self.rule.lot else 0,),
        }[self.rule.tie_break]

    def _free(self) -> list[int]:
        chosen = list(self.by_hand)
        for at in sorted(range(len(self.costs)), key=self.tie_key):
            if self.costs[at] == 0 and at in self.open(chosen):
                chosen.append(at)
        return chosen

    def scale(self, at: int) -> int:
        """What a unit of weight is worth."""
        return self.costs[at] if self.rule.satisfaction is Satisfaction.COST else 1

    # equal shares

    def _price(self, at: int, money: list[Fraction]) -> Fraction | None:
        backers = self.backers(at)
        if sum(money[voter] for voter in backers) < self.costs[at]:
            return None
        backers.sort(key=lambda voter: money[voter] / self.ballots[voter][at])
        cost, units = Fraction(self.costs[at]), self.total(at)
        for voter in backers:
            price = cost / units
            if price * self.ballots[voter][at] <= money[voter]:
                return price
            cost -= money[voter]
            units -= self.ballots[voter][at]
        raise AssertionError("the backers can pay")

    def shares_at(self, start: Fraction) -> tuple[list[int], list[Fraction]]:
        """One count at a fixed start: the winners, and what each voter has left."""
        money = [start] * len(self.ballots)
        chosen = self._free()
        while True:
            offers = {at: self._price(at, money) for at in self.open(chosen) if self.costs[at]}
            keys = {at: price / self.scale(at) for at, price in offers.items() if price is not None}
            if not keys:
                return chosen, money
            best = min(keys, key=lambda at: (keys[at], self.tie_key(at)))
            for voter in self.backers(best):
                money[voter] -= min(money[voter], offers[best] * self.ballots[voter][best])
            chosen.append(best)

    def _equal_shares(self) -> list[int]:
        left = self.budget - self.cost(self.by_hand)
        start = Fraction(left, max(1, len(self.ballots)))
        if self.rule.completion is Completion.NONE or not self.ballots:
            return self.shares_at(start)[0]
        exhaustive = self.rule.completion is Completion.ADD1_EXHAUSTIVE
        if not exhaustive:
            start = Fraction(start // self.unit * self.unit)
        chosen = self._add1(start, exhaustive)
        if self.rule.completion is Completion.ADD1U:
            return self._greedy(chosen, lambda at: Fraction(self.total(at)))
        return chosen

    def _add1(self, start: Fraction, exhaustive: bool) -> list[int]:
        before: list[int] = []
        while True:
            chosen = self.shares_at(start)[0]
            if self.cost(chosen) > self.budget:
                return before
            missing = self.open(chosen)
            room = self.budget - self.cost(chosen)
            if not missing or (exhaustive and all(self.costs[at] > room for at in missing)):
                return chosen
            before = chosen
            start += self.unit

    # the others

    def _per_cost(self, at: int) -> Fraction:
        return (
            Fraction(self.total(at), self.costs[at]) if self.costs[at] else Fraction(10**12 + self.total(at))
        )

    def _greedy(self, chosen: list[int], score: Callable[[int], Fraction]) -> list[int]:
        chosen = list(chosen)
        for at in sorted(range(len(self.costs)), key=lambda at: (-score(at), self.tie_key(at))):
            if at in self.open(chosen) and self.cost([*chosen, at]) <= self.budget:
                chosen.append(at)
        return chosen

    def _phragmen(self) -> list[int]:
        chosen = list(self.by_hand)
        whole = self.budget - self.cost(chosen)
        loads = [Fraction(0)] * len(self.ballots)
        while True:
            after = {
                at: Fraction(self.costs[at] + sum(loads[voter] for voter in self.backers(at)))
                / len(self.backers(at))
                for at in self.open(chosen)
                if self.costs[at] <= whole
            }
            tied = [at for at in after if after[at] == min(after.values())]
            if not tied or any(self.cost([*chosen, at]) > self.budget for at in tied):
                return chosen
            best = min(tied, key=self.tie_key)
            for voter in self.backers(best):
                loads[voter] = after[best]
            chosen.append(best)

    def _bos(self) -> list[int]:
        chosen = self._free()
        start = Fraction(self.budget - self.cost(self.by_hand), max(1, len(self.ballots)))
        money = [start] * len(self.ballots)
        while True:
            fitting = [at for at in self.open(chosen) if self.cost([*chosen, at]) <= self.budget]
            terms = {at: best for at in fitting if self.costs[at] and (best := self._terms(at, money))}
            if not terms:
                return chosen
            best = min(terms, key=lambda at: (terms[at][0], self.tie_key(at)))
            for voter in self.backers(best):
                money[voter] -= min(money[voter], terms[best][2] * self.ballots[voter][best])
            chosen.append(best)

    def _terms(self, at: int, money: list[Fraction]) -> tuple[Fraction, Fraction, Fraction] | None:
        """The best (score, minus the share covered, rate) among all prices at which somebody runs out."""
        backers = [voter for voter in self.backers(at) if money[voter]]
        prices = {money[voter] / self.ballots[voter][at] for voter in backers}
        if (full := self._price(at, money)) is not None:
            prices = {price for price in prices if price < full} | {full}
        found = []
        for price in prices:
            covered = sum(min(money[voter], price * self.ballots[voter][at]) for voter in backers)
            share = Fraction(covered) / self.costs[at]
            found.append((price / share**2 / self.scale(at), -share, price / share))
        return min(found, default=None)
