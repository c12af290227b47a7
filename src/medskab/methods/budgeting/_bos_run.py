"""One count by bounded overspending: doubles find the few candidates, balls decide between them."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from ._balls import Ball, ball, left, whole
from ._bos_terms import Terms, backers_of, terms
from ._gate import Gate
from ._shapes import EPS, NEVER, Backing, Floats, Purse, Stand
from ._shares_run import Desk
from .outcome import Tie

_MARK = 0x9E3779B97F4A7C15


class NotSettled(ArithmeticError):
    """Two scores could be told neither apart nor equal in two thousand digits."""


class Bid(NamedTuple):
    """One project on its best terms."""

    project: int
    score: Ball
    """Price ÷ share² ÷ what the project is worth to a backer: smallest wins."""
    rate: Ball
    """What a backer pays per unit: price ÷ share."""
    share: Ball
    """How much of the cost the price covers."""


class _Kin(NamedTuple):
    """Groups with the same weight here and the same payments so far: they hold exactly the same."""

    groups: np.ndarray
    voters: int
    weight: int
    has: Ball


@dataclass(slots=True)
class BosRun:
    """The state of one count."""

    desk: Desk
    start: Fraction
    gate: Gate = field(init=False)
    free: list[int] = field(init=False)
    sold: list[tuple[Bid, int]] = field(default_factory=list)
    """Each purchase, and how many paid."""
    ties: list[Tie] = field(default_factory=list)
    amounts: list[Ball] = field(default_factory=lambda: [Ball(0)])
    purse: Purse = field(init=False)
    backing: Backing = field(init=False)
    history: np.ndarray = field(init=False)
    """Per group: a fingerprint of all that it paid."""
    floor: Floats = field(init=False)
    """Per project: a score below which it will never be again (money only shrinks)."""
    alive: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        desk, size = self.desk, len(self.desk.costs)
        self.gate = desk.contest.gate.fresh()
        self.free = desk.contest.take_free(self.gate)
        start = float(self.start)
        money = np.full(len(desk.copies), start)
        spent = np.full(len(money), NEVER if start else 0, np.int64)
        bought, rounds = np.zeros(size, np.int64), np.zeros(1, np.int64)
        self.purse = Purse(money, desk.copies, spent, bought, np.array([4.0 * start]), rounds)
        self.backing = desk.fresh_backing()
        self.history = np.zeros(len(money), np.uint64)
        self.floor = np.zeros(size)
        self.alive = (np.array(desk.contest.backers) > 0) & (desk.costs > 0)
        self.alive[self.gate.funded] = False

    def go(self) -> None:
        """Count."""
        while (bid := self._best_bid()) is not None:
            self._buy(bid)

    def holdings(self) -> list[Ball]:
        """Return what the backers of each project held: just before it was bought, or at the end."""
        heads, paid = self.desk.loops.holdings(self.desk.sheets, self.purse)
        return [self._left(int(some), units) for some, units in zip(heads, paid, strict=True)]

    def _best_bid(self) -> Bid | None:
        """Look at projects by their last lower bound; settle exactly between those that may be best."""
        best = np.inf
        seen: list[tuple[int, Terms]] = []
        for project in self._running():
            if self.floor[project] > best:
                break
            blur = EPS * float(self.purse.blur[0])
            backers = backers_of(project, self.backing, self.purse)
            if not len(backers.group):
                self.alive[project] = False
                continue
            offer = terms(backers, float(self._cost(project)), float(self.desk.scale[project]), blur)
            self.floor[project] = offer.low.min()
            best = min(best, float(offer.high.min()))
            seen.append((project, offer))
        bids = [bid for project, offer in seen for bid in self._bids(project, offer, best)]
        return self._choose(bids) if bids else None

    def _running(self) -> list[int]:
        """Those that may still be bought, most promising first."""
        for project in np.flatnonzero(self.alive).tolist():
            if self._cost(project) > self.gate.money or not self.gate.is_open(project):
                self.alive[project] = False
        return sorted(np.flatnonzero(self.alive).tolist(), key=self.floor.__getitem__)

    def _bids(self, project: int, offer: Terms, best: float) -> list[Bid]:
        near = offer.low <= best
        bids, known = [], set()
        for price, group in zip(offer.price[near].tolist(), offer.group[near].tolist(), strict=True):
            key = (price, int(self.history[group])) if group >= 0 else None
            if key not in known:
                known.add(key)
                bids.append(self._settle(project, price, group))
        return bids

    def _settle(self, project: int, price: float, group: int) -> Bid:
        """Work out one candidate to the last digit."""
        cost = whole(self._cost(project))
        blur = EPS * float(self.purse.blur[0])
        poor, units, _, kin = self._split(project, price, 1e-11 * price + 2 * blur)
        if group >= 0:
            own = next(one for one in kin if group in one.groups)
            exact = own.has.over(own.weight)
            covered = self._covered(exact, poor, units, kin)
            if covered.less(cost):
                share = covered.divided_by(cost)
                score = exact.divided_by(share.by(share)).over(self._scale(project))
                return Bid(project, score, exact.divided_by(share), share)
        exact = self._full_price(cost.minus(poor), units, kin)
        return Bid(project, exact.over(self._scale(project)), exact, whole(1))

    def _covered(self, price: Ball, poor: Ball, units: int, kin: list[_Kin]) -> Ball:
        total = poor.plus(price.times(units))
        for one in kin:
            due = price.times(one.weight)
            gives = one.has if one.has.less(due) else due
            # Where the two cannot be told apart, they differ by no more than both errors.
            total = total.plus(Ball(gives.mid, one.has.rad + due.rad).times(one.voters))
        return total

    def _full_price(self, cost: Ball, units: int, kin: list[_Kin]) -> Ball:
        """Newton, as in equal shares: start with all kin rich, move those who cannot pay."""
        rich = list(kin)
        units += sum(one.voters * one.weight for one in kin)
        while True:
            price = cost.over(units)
            broke = [one for one in rich if one.has.less(price.times(one.weight))]
            if not broke:
                unsure = sum(one.voters * (one.has.rad + price.rad * one.weight) for one in kin)
                return Ball(price.mid, price.rad + unsure // units + 1)
            for one in broke:
                rich.remove(one)
                cost = cost.minus(one.has.times(one.voters))
                units -= one.voters * one.weight

    def _choose(self, bids: list[Bid]) -> Bid:
        best = bids[0]
        for bid in bids[1:]:
            if bid.score.less(best.score):
                best = bid
        tied = [bid for bid in bids if not best.score.less(bid.score)]
        if not all(bid.score.agrees(best.score) for bid in tied):
            raise NotSettled
        most: dict[int, Bid] = {}
        for bid in tied:
            if bid.project not in most or most[bid.project].share.less(bid.share):
                most[bid.project] = bid
        return most[self.desk.contest.first_of(list(most), self.ties)]

    def _buy(self, bid: Bid) -> None:
        project, rounds = bid.project, int(self.purse.rounds[0]) + 1
        value, blur = bid.rate.floating(), EPS * float(self.purse.blur[0])
        _, _, payers, kin = self._split(project, value, 1e-15 * value + 2 * blur)
        backers = backers_of(project, self.backing, self.purse)
        self.desk.loops.charge(project, self.backing, self.purse, value)
        for one in kin:
            due = bid.rate.times(one.weight)
            more = due.less(one.has)
            self.purse.money[one.groups] = one.has.minus(due).floating() if more else 0.0
            self.purse.spent[one.groups] = NEVER if more else rounds
        mark = pow(_MARK, rounds, 2**64)
        self.history[backers.group] += backers.weight.astype(np.uint64) * np.uint64(mark)
        self.amounts.append(bid.rate)
        self.sold.append((bid, payers))
        self.purse.bought[project] = rounds
        self.purse.rounds[0] = rounds
        self.purse.blur[0] = (2.0 * rounds + 4.0) * float(self.start)
        self.alive[project] = False
        self.gate.fund(project)

    def _split(self, project: int, value: float, error: float) -> tuple[Ball, int, int, list[_Kin]]:
        """What the poor hold, units of the rich, heads that pay, and those too near to tell, by kin."""
        stand = Stand(self.backing, self.desk.sheets)
        (heads, units, payers), near, paid = self.desk.loops.split(project, stand, self.purse, value, error)
        groups = self.backing.group[near].astype(np.int64)
        weights = self.backing.weight[near] if len(self.backing.weight) else np.ones(len(near), np.int64)
        kin: dict[tuple[int, int], list[int]] = {}
        for group, key in zip(
            groups.tolist(), zip(self.history[groups].tolist(), weights.tolist(), strict=True), strict=True
        ):
            kin.setdefault(key, []).append(group)
        named = [self._kin(np.array(members), weight) for (_, weight), members in kin.items()]
        return self._left(int(heads), paid), int(units), int(payers), named

    def _kin(self, groups: np.ndarray, weight: int) -> _Kin:
        sheets, group = self.desk.sheets, int(groups[0])
        part = slice(int(sheets.start[group]), int(sheets.start[group + 1]))
        bought = self.purse.bought[sheets.project[part]]
        paid = np.zeros(len(self.amounts), np.int64)
        paid[bought] = sheets.weight[part] if len(sheets.weight) else 1
        voters = int(self.purse.copies[groups].sum())
        return _Kin(groups, voters, weight, self._left(1, paid))

    def _left(self, heads: int, paid: np.ndarray) -> Ball:
        return left(ball(self.start), heads, paid.tolist(), self.amounts)

    def _cost(self, project: int) -> int:
        return self.desk.contest.election.projects[project].cost

    def _scale(self, project: int) -> int:
        return self.desk.contest.scale(project)
