"""A table with its totals as a list of cells and the sums that bind them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from .tables import Grid

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells row by row, totals last; `sums` has a row per sum: parts +1, total −1, together 0."""

    shape: tuple[int, int]
    inner: tuple[int, int]
    values: Floats
    sums: csr_array

    @property
    def has_row_totals(self) -> bool:
        """Whether each row has a total, in a last column."""
        return self.shape[1] > self.inner[1]

    @property
    def has_column_totals(self) -> bool:
        """Whether each column has a total, in a last row."""
        return self.shape[0] > self.inner[0]

    def with_totals(self, grid: Grid) -> NDArray[np.int64]:
        """Another grid of the same shape, its totals added, as a flat list."""
        return _with_totals(grid).ravel()

    @property
    def weights(self) -> Floats:
        """What it costs to hide each cell: big numbers more than small ones, totals most."""
        weights = (1 + np.log1p(self.values) / np.log1p(max(self.values.max(), 1))).reshape(self.shape)
        if self.has_row_totals:
            weights[:, -1] *= 4
        if self.has_column_totals:
            weights[-1, :] *= 4
        weights[-1, -1] *= 10
        return weights.ravel()


def cells_of(grid: Grid) -> Cells:
    """The cells of a table and its totals."""
    inner = (len(grid), len(grid[0]))
    whole = _with_totals(grid)
    rows, columns = whole.shape
    index = np.arange(whole.size).reshape(whole.shape)
    totals: list[tuple[NDArray[np.int64], int]] = []
    if columns > inner[1]:
        totals += [(index[r, :-1], int(index[r, -1])) for r in range(rows)]
    if rows > inner[0]:
        # Where rows have totals, the grand total is their sum already: one sum per inner column is enough.
        totals += [(index[:-1, c], int(index[-1, c])) for c in range(inner[1])]
    return Cells(whole.shape, inner, whole.ravel().astype(float), _matrix(totals, whole.size))


def _with_totals(grid: Grid) -> NDArray[np.int64]:
    whole = np.array(grid, dtype=np.int64)
    rows, columns = whole.shape
    if columns > 1:
        whole = np.hstack([whole, whole.sum(axis=1, keepdims=True)])
    if rows > 1:
        whole = np.vstack([whole, whole.sum(axis=0, keepdims=True)])
    return whole


def _matrix(totals: list[tuple[NDArray[np.int64], int]], size: int) -> csr_array:
    entries = [
        (row, int(cell), sign)
        for row, (parts, total) in enumerate(totals)
        for cell, sign in [*((part, 1.0) for part in parts), (total, -1.0)]
    ]
    rows, columns, signs = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_array(coo_array((signs, (rows, columns)), shape=(len(totals), size)))
