"""What is counted of the votes for the map: whole numbers that do not depend on any order."""

import os
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .votes import Votes

_WORTH = 20_000_000
"""Pairs of votes, each two by the same person, that take as long as the import of the compiled loop."""
_done = 0
"""Pairs gone through in numpy so far: once they would have paid for the import, the compiled loop it is."""
_DENSE_CELLS = 1 << 22
_CHUNK = 32_767
"""Voters whose four counts of a pair of statements fit into one 64-bit number, 16 bits each."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Counts for each pair of statements j, k, as int64 matrices of statements × statements.

    `together` [j, k]: how many answered both. `sums` [j, k]: sum of the votes on j of those who answered k.
    `products` [j, k]: sum of the product of both votes. All exact; the diagonals hold the counts of one
    statement."""

    together: NDArray[np.int64]
    sums: NDArray[np.int64]
    products: NDArray[np.int64]

    @property
    def answered(self) -> NDArray[np.int64]:
        """Number of votes per statement."""
        return self.together.diagonal()

    @property
    def agreed(self) -> NDArray[np.int64]:
        """Number of agreements per statement."""
        return (self.products.diagonal() + self.sums.diagonal()) // 2

    def means(self, is_out: NDArray[np.bool_]) -> NDArray[np.float64]:
        """The mean vote per statement; 0 where nobody answered or the statement is out."""
        return np.where(is_out, 0.0, self.sums.diagonal() / np.maximum(self.answered, 1))

    def scatter(self, is_out: NDArray[np.bool_]) -> NDArray[np.float64]:
        """XᵀX of the voters × statements matrix X, centred by statement, with missing votes at the mean.

        From K - L·diag(m) - diag(m)·Lᵀ + O∘(m mᵀ), with O, L, K the three counts and m the means.
        Statements that are out have a row and a column of zeros. Divided by the number of voters it is
        their covariance."""
        mean = self.means(is_out)
        part = self.sums * mean
        part += part.T
        result = self.together * mean
        result *= mean[:, np.newaxis]
        result += self.products
        result -= part
        result[is_out] = 0.0
        result[:, is_out] = 0.0
        return result

    def scatter_rows(self, is_out: NDArray[np.bool_], rows: list[int]) -> NDArray[np.float64]:
        """Some rows (and, since it is symmetric, columns) of the same."""
        mean = self.means(is_out)
        own = mean[rows, np.newaxis]
        result = self.together[rows] * mean * own + self.products[rows]
        result -= self.sums[rows] * mean + self.sums[:, rows].T * own
        result[:, is_out] = 0.0
        result[is_out[rows]] = 0.0
        return result


def moments(votes: Votes) -> Moments:
    """Count pairs of votes once, so that components follow without ever making the dense matrix.

    When to use: up to some 2,000 statements; the three matrices take 24 bytes per pair of statements. Above
    that `components` works on the votes themselves. Time grows with the sum over voters of their votes
    squared. The answers are the same with the compiled loop and without; `MEDSKAB_NO_NUMBA=1` does without.

    >>> from .votes import Statement, gather
    >>> two = [Statement("a"), Statement("b")]
    >>> votes = gather(["v", "w"], two, np.array([0, 0, 1]), np.array([0, 1, 0]), np.array([1, -1, 0]))
    >>> found = moments(votes)
    >>> found.together.tolist(), found.sums.tolist(), found.products.tolist()
    ([[2, 1], [1, 1]], [[1, 1], [-1, -1]], [[1, -1], [-1, 1]])
    """
    global _done  # noqa: PLW0603 - remembers effort, never anything that could change a result
    _done += int(np.square(votes.per_voter).sum())
    if _done < _WORTH or os.environ.get("MEDSKAB_NO_NUMBA", "") not in ("", "0"):
        return _plain(votes)
    try:
        from . import _kernels  # noqa: PLC0415 - numba is slow to import, and small maps do not need it
    except ImportError:
        return _plain(votes)
    return _counted(votes, _kernels.count_pairs)


def _plain(votes: Votes) -> Moments:
    """By dense blocks of voters; exact, since no count in a block reaches 2²⁴."""
    people, size = votes.shape
    step = max(1, _DENSE_CELLS // max(1, 2 * size))
    total = np.zeros((3, size, size), dtype=np.int64)
    for first in range(0, people, step):
        last = min(first + step, people)
        offsets, columns, values = votes.rows(first, last)
        row = np.repeat(np.arange(last - first), np.diff(offsets))
        both = np.zeros((last - first, 2 * size), dtype=np.float32)
        both[row, columns] = 1.0
        both[row, columns + size] = values
        product = (both.T @ both).astype(np.int64)
        total[0] += product[:size, :size]
        total[1] += product[size:, :size]
        total[2] += product[size:, size:]
    return Moments(*total)


def _counted(votes: Votes, count_pairs) -> Moments:  # type: ignore[no-untyped-def]
    """By pairs of votes in each row, four counts packed into one number and unpacked before any is full."""
    people, size = votes.shape
    total = np.zeros((4, size, size), dtype=np.int64)
    packed = np.zeros((size, size), dtype=np.int64)
    for first in range(0, people, _CHUNK):
        packed[:] = 0
        count_pairs(*votes.rows(first, min(first + _CHUNK, people)), packed)
        for field in range(3):
            low = ((packed + (1 << 15)) & 0xFFFF) - (1 << 15)
            total[field] += low
            packed -= low
            packed >>= 16
        total[3] += packed
    together, sums, sums_below, products = total
    above = np.triu(np.ones((size, size), dtype=bool), 1)
    sums += np.where(above, sums_below, 0).T
    together += np.where(above, together, 0).T
    products += np.where(above, products, 0).T
    return Moments(together, sums, products)
