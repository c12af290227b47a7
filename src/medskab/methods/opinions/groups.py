"""Groups of people who answer alike, found without any order, with a measure of how far to trust them."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from ._cells import Cells, cells_of, grouped, silhouette
from .components import Components, components, places
from .votes import Votes

FEWEST_VOTES = 7
FEWEST_VOTERS = 7
FEWEST_MEMBERS = 5
MOST_GROUPS = 5
_CLEAR = 0.6
RESAMPLES = 20
_MOST_RESAMPLED = 2_000
_SEED = 20_260_101


class Clarity(StrEnum):
    """Whether there are groups to speak of."""

    CLEAR = "clear"
    TOO_FEW = "too-few"
    """Fewer than seven people answered enough statements."""
    ALIKE = "alike"
    """Nobody differs, or no split leaves five people in each group."""
    UNSTABLE = "unstable"
    """Groups can be drawn, but other samples of the same people give other ones: no clear groups."""
    GIVEN = "given"
    """The groups were not found but brought."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Who belongs together. `of` holds for each voter the number of their group, or -1 for none.

    Group 0 is the largest. `silhouette` (-1 to 1) says how far apart the groups lie; `stability` (about 0
    to 1) how far the same people end up together when the crowd is drawn again; None where it was not
    asked."""

    of: NDArray[np.int64]
    count: int
    clarity: Clarity
    silhouette: float = 0.0
    stability: float | None = None

    @property
    def are_clear(self) -> bool:
        """Whether the groups may be told of."""
        return self.clarity in (Clarity.CLEAR, Clarity.GIVEN)

    @property
    def sizes(self) -> list[int]:
        """Number of people per group."""
        return np.bincount(self.of[self.of >= 0], minlength=self.count).tolist()


def is_clustered(votes: Votes) -> NDArray[np.bool_]:
    """Who has answered enough to be put in a group: seven statements, or all where there are fewer.

    The reference tops up to fifteen people with the most active and never lets anybody go again; both
    depend on the order in which people came, and are left out."""
    answered = int(np.count_nonzero(np.bincount(votes.columns, minlength=votes.shape[1])))
    return votes.per_voter >= max(1, min(FEWEST_VOTES, answered))


def find_groups(
    votes: Votes, plane: Components, count: int | None = None, *, resamples: int = RESAMPLES
) -> Groups:
    """Group people by their places in the plane; `count` fixes the number of groups, 2 to 5, else it is
    chosen.

    Everybody with enough answers is brought into at most a hundred cells, and the cells into 2 to min(5, 2
    + cells // 12) groups of least inertia; the number with the best silhouette wins, the smaller of equals.
    Only groupings whose groups all have five people are considered: a smaller one could not be shown.
    Starts are drawn by k-means++ with a fixed seed over points in rising order, so that groups are a
    function of the votes alone. Then the crowd is drawn again with replacement (2,000 people at most),
    mapped and grouped from the start, and compared by the adjusted Rand index: below 0.6 on average there
    are no clear groups. `resamples=0` leaves that out; then nothing is called unstable.

    When not: to count how many opinions exist. A crowd that is spread evenly along one line can be cut in
    the middle stably; read `silhouette` (below 0.35: hardly apart) and the statements before giving groups
    names.

    Raises:
        ValueError: the number of groups is not 2 to 5.

    Source: Polis for cells, range and silhouette; Arthur, Vassilvitskii 2007 for the starts; Hennig 2007,
    "Cluster-wise assessment of cluster stability", for the resampling.
    """
    if count is not None and not 2 <= count <= MOST_GROUPS:
        raise ValueError(f"The number of groups is 2 to {MOST_GROUPS}.")
    of = np.full(votes.shape[0], -1, dtype=np.int64)
    inside = np.flatnonzero(is_clustered(votes))
    if len(inside) < FEWEST_VOTERS:
        return Groups(of, 0, Clarity.TOO_FEW)
    cells = cells_of(places(votes, plane)[inside], _SEED)
    label, score = _best(cells, _range(cells, count))
    if label is None:
        return Groups(of, 0, Clarity.ALIKE)
    of[inside] = label[cells.of]
    number = int(label.max()) + 1
    stability = _stability(votes, inside, of, number, resamples) if resamples else None
    is_clear = stability is None or stability >= _CLEAR
    return Groups(of, number, Clarity.CLEAR if is_clear else Clarity.UNSTABLE, score, stability)


def rand_index(one: NDArray[np.int64], other: NDArray[np.int64]) -> float:
    """The adjusted Rand index of two groupings of the same people: 1 the same, about 0 by chance.

    >>> rand_index(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    """
    table = np.zeros((int(one.max()) + 1, int(other.max()) + 1))
    np.add.at(table, (one, other), 1)
    together, rows, columns = (
        float((part * (part - 1) / 2).sum()) for part in (table, table.sum(axis=1), table.sum(axis=0))
    )
    pairs = len(one) * (len(one) - 1) / 2
    by_chance = rows * columns / pairs if pairs else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == by_chance else (together - by_chance) / (most - by_chance)


def _range(cells: Cells, count: int | None) -> list[int]:
    if count is not None:
        return [count] if count <= len(cells.points) else []
    most = min(MOST_GROUPS, 2 + len(cells.points) // 12, len(cells.points))
    return list(range(2, most + 1))


def _best(cells: Cells, counts: list[int]) -> tuple[NDArray[np.int64] | None, float]:
    best, score = None, -np.inf
    for count in counts:
        label = _by_size(cells, grouped(cells, count, _SEED + count))
        sizes = np.bincount(label, cells.weights)
        if len(sizes) < count or sizes.min() < FEWEST_MEMBERS:
            continue
        found = silhouette(cells.points, label)
        if found > score + 1e-12:
            best, score = label, found
    return best, (0.0 if best is None else score)


def _by_size(cells: Cells, label: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number groups from the largest; of equals, the one with the first cell."""
    used, first, label = np.unique(label, return_index=True, return_inverse=True)
    mass = np.bincount(label, cells.weights)
    order = sorted(range(len(used)), key=lambda at: (-mass[at], first[at]))
    return np.argsort(order)[label]


def _stability(
    votes: Votes, inside: NDArray[np.int64], of: NDArray[np.int64], count: int, resamples: int
) -> float:
    chance = np.random.default_rng(_SEED)
    size = min(len(inside), _MOST_RESAMPLED)
    found = []
    for _ in range(resamples):
        drawn = np.sort(chance.choice(inside, size))
        sample = votes.only(drawn)
        cells = cells_of(places(sample, components(sample)), _SEED)
        if len(cells.points) < count:
            found.append(0.0)
            continue
        again = grouped(cells, count, _SEED + count)[cells.of]
        once, at = np.unique(drawn, return_index=True)
        found.append(rand_index(of[once], again[at]))
    return float(np.mean(found))
