"""One count of equal shares at a fixed start: fast in doubles, decided in integers."""

from dataclasses import dataclass, field
from fractions import Fraction
from types import ModuleType

import numpy as np

from ._contest import Contest
from ._gate import Gate
from ._ledger import Ledger
from ._shapes import NEVER, Backing, Prices, Purse, Sheets, Stand
from .outcome import Tie

_ALL_POOR = 1e200
"""A price at which every backer gives all that it has."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Equal ballots merged, and who backs what: made once, used by every count."""

    contest: Contest
    loops: ModuleType
    sheets: Sheets
    copies: np.ndarray
    backing: Backing
    working: Backing
    """Where a count drops backers who have spent everything: `backing` itself if there is but one count."""
    costs: np.ndarray
    scale: np.ndarray
    lowest: np.ndarray
    """Price of each project when all its backers can pay it."""

    def fresh_backing(self) -> Backing:
        """Return all backers again, for one more count; the count before is over."""
        if self.working is not self.backing:
            np.copyto(self.working.end, self.backing.end)
            np.copyto(self.working.group, self.backing.group)
            np.copyto(self.working.weight, self.backing.weight)
        return self.working


@dataclass(frozen=True, slots=True)
class _Offer:
    """An exact price, numerator ÷ (ledger denominator · units), and the backers that needed a closer look."""

    project: int
    numerator: int
    units: int
    payers: int
    close: dict[int, tuple[int, int]]
    """Group to (what it holds, as a numerator; its weight)."""


@dataclass(slots=True)
class SharesRun:
    """The state of one count. `go` buys until nothing can be bought or the cost passes `stop_above`."""

    desk: Desk
    start: Fraction
    stop_above: int
    gate: Gate = field(init=False)
    free: list[int] = field(init=False)
    """What costs nothing, in the order in which it came in."""
    sold: list[tuple[int, int]] = field(default_factory=list)
    """Each purchase: the project, and how many paid. Its rate is the ledger's next amount, from number 1."""
    ties: list[Tie] = field(default_factory=list)
    all_rich: bool = True
    """Whether every purchase so far was paid in equal parts by all its backers."""
    ledger: Ledger = field(init=False)
    purse: Purse = field(init=False)
    backing: Backing = field(init=False)
    prices: Prices = field(init=False)
    alive: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        desk = self.desk
        self.gate = desk.contest.gate.fresh()
        self.free = desk.contest.take_free(self.gate)
        self.ledger = Ledger(self.start)
        size = len(desk.costs)
        money = np.full(len(desk.copies), float(self.start))
        spent = np.full(len(money), NEVER if self.start else 0, np.int64)
        bought, rounds = np.zeros(size, np.int64), np.zeros(1, np.int64)
        blur = np.array([4.0 * float(self.start)])
        self.purse = Purse(money, desk.copies, spent, bought, blur, rounds)
        self.backing = desk.fresh_backing()
        least = desk.lowest / desk.scale * (1 - 1e-15)
        self.prices = Prices(desk.lowest.copy(), np.zeros(size), least, desk.costs, desk.scale)
        backed = np.array(desk.contest.backers) > 0
        self.alive = backed & (desk.costs > 0)
        self.alive[self.gate.funded] = False
        self._close_shut()

    def go(self) -> None:
        """Count."""
        while self.gate.spent <= self.stop_above and (offer := self._best_offer()) is not None:
            self._buy(offer)

    def _held(self, project: int) -> int:
        """What the backers of a project hold together now, as a numerator."""
        (heads, _, _), _, paid = self._split(project, _ALL_POOR, 0.0)
        return self._left(heads, paid)

    def holdings(self) -> list[Fraction]:
        """Return what the backers of each project held: just before it was bought, or at the end."""
        heads, paid = self.desk.loops.holdings(self.desk.sheets, self.purse)
        return [self.ledger.fraction(self._left(*pair)) for pair in zip(heads, paid, strict=True)]

    def _close_shut(self) -> None:
        if self.gate.shut:
            self.alive[list(self.gate.shut)] = False

    def _best_offer(self) -> _Offer | None:
        while True:
            order = np.flatnonzero(self.alive)
            order = order[np.argsort(self.prices.least[order], kind="stable")]
            best, looked = self.desk.loops.cheapest(order, self.backing, self.purse, self.prices)
            if not looked:
                return None
            seen = order[:looked]
            undecided = np.isinf(self.prices.error[seen])
            self.alive[seen[np.isinf(self.prices.value[seen]) & ~undecided]] = False
            if best == np.inf and not undecided.any():
                return None
            near = seen[self.alive[seen] & (undecided | (self.prices.least[seen] <= best))]
            offers = [offer for at in near.tolist() if (offer := self._offer(at)) is not None]
            if offers:
                return self._choose(offers)

    def _choose(self, offers: list[_Offer]) -> _Offer:
        best = offers[0]
        tied = [best]
        for offer in offers[1:]:
            here = offer.numerator * best.units * self.desk.contest.scale(best.project)
            there = best.numerator * offer.units * self.desk.contest.scale(offer.project)
            if here < there:
                best, tied = offer, [offer]
            elif here == there:
                tied.append(offer)
        chosen = self.desk.contest.first_of([offer.project for offer in tied], self.ties)
        return next(offer for offer in tied if offer.project == chosen)

    def _offer(self, project: int) -> _Offer | None:
        """Return the exact price, or None (and never look again) where the backers cannot pay it."""
        value, error = float(self.prices.value[project]), float(self.prices.error[project])
        whole = self.desk.contest.election.projects[project].cost * self.ledger.denominator
        if error == np.inf:
            if self._held(project) < whole:
                self.alive[project] = False
                return None
            value = 0.0
        (heads, units, payers), near, paid = self._split(project, value, error)
        numerator = whole - self._left(heads, paid)
        close = {int(self.backing.group[place]): self._closely(int(place)) for place in near}
        numerator, units = self._settle(numerator, int(units), close)
        return _Offer(project, numerator, units, int(payers), close)

    def _settle(self, numerator: int, units: int, close: dict[int, tuple[int, int]]) -> tuple[int, int]:
        """Move who cannot pay the exact price from rich to poor until nobody is left: Newton, exact."""
        copies = self.purse.copies
        rich = dict(close)
        units += sum(int(copies[group]) * weight for group, (_, weight) in close.items())
        while True:
            broke = [group for group, (has, weight) in rich.items() if has * units < weight * numerator]
            if not broke:
                return numerator, units
            for group in broke:
                has, weight = rich.pop(group)
                numerator -= int(copies[group]) * has
                units -= int(copies[group]) * weight

    def _closely(self, place: int) -> tuple[int, int]:
        """What one voter of a group holds, as a numerator, and the weight it gives here."""
        sheets, group = self.desk.sheets, int(self.backing.group[place])
        weighted = len(sheets.weight) > 0
        has = self.ledger.start
        for entry in range(int(sheets.start[group]), int(sheets.start[group + 1])):
            bought = int(self.purse.bought[sheets.project[entry]])
            if bought:
                has -= self.ledger.numerators[bought] * (int(sheets.weight[entry]) if weighted else 1)
        return has, int(self.backing.weight[place]) if weighted else 1

    def _buy(self, offer: _Offer) -> None:
        project, rounds = offer.project, int(self.purse.rounds[0]) + 1
        self.sold.append((project, offer.payers))
        self.all_rich &= offer.units == self.desk.contest.totals[project]
        value = self.ledger.floating(offer.numerator, offer.units)
        afterwards = {
            group: self.ledger.floating(max(0, has * offer.units - weight * offer.numerator), offer.units)
            for group, (has, weight) in offer.close.items()
        }
        self.desk.loops.charge(project, self.backing, self.purse, value)
        for group, left in afterwards.items():
            self.purse.money[group] = left
            self.purse.spent[group] = NEVER if left else rounds
        self.ledger.append(offer.numerator, offer.units)
        self.purse.bought[project] = rounds
        self.purse.rounds[0] = rounds
        self.purse.blur[0] = (2.0 * rounds + 4.0) * float(self.start)
        self.alive[project] = False
        self.gate.fund(project)
        self._close_shut()

    def _split(self, project: int, value: float, error: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        stand = Stand(self.backing, self.desk.sheets)
        return self.desk.loops.split(project, stand, self.purse, value, error)

    def _left(self, heads: int, paid: np.ndarray) -> int:
        return self.ledger.left(int(heads), paid.tolist())
