"""The two directions in which a crowd differs most, and where each person and statement stands along
them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.linalg import ArpackNoConvergence, LinearOperator, eigsh

from .moments import Moments, moments
from .votes import Votes

_SMALL, _MOST_WITH_MATRIX = 64, 2_000
_ROWS = 50_000
_NCV = 9
"""Vectors kept in the search: few, so that small products stay on one processor."""


@dataclass(frozen=True, slots=True)
class Components:
    """The plane of the map. C is the number of statements; those that are out or unanswered have zeros.

    `center` (C): mean vote per statement. `axes` (2, C): orthogonal unit vectors, the widest first; a row
    of zeros where votes do not differ in so many directions. `spread` (2): sum of squares along each axis.
    `answered` (C): whether anybody answered. `is_out` (C): whether it was left out."""

    center: NDArray[np.float64]
    axes: NDArray[np.float64]
    spread: NDArray[np.float64]
    answered: NDArray[np.bool_]
    is_out: NDArray[np.bool_]

    @property
    def width(self) -> int:
        """Number of statements that anybody answered: what the projection scales by."""
        return int(self.answered.sum())

    @property
    def statement_places(self) -> NDArray[np.float64]:
        """Place (C, 2) of somebody who answered one statement only, and agreed."""
        return (np.sqrt(self.width) * np.where(self.is_out, 0.0, 1.0 - self.center) * self.axes).T

    @property
    def extremity(self) -> NDArray[np.float64]:
        """How far (C) each statement lies from the middle: what divides the crowd most is largest."""
        return np.hypot(*self.statement_places.T)


def components(votes: Votes) -> Components:
    """Find the two main directions of the votes: a missing vote counts as the mean of its statement.

    When to use: to draw a map. When not: to say how many opinions there are; two directions always exist,
    also in noise. Signs are fixed (the largest loading is positive), so the same votes give the same plane
    always; a plane in which both directions are equally wide has no direction of its own.

    Source: the pipeline of Polis (Small et al. 2021, "Polis: scaling deliberation by mapping high
    dimensional opinion spaces"), whose components these are to within 1e-6 of the cosine.

    >>> from .votes import Statement, gather
    >>> two = [Statement("a"), Statement("b")]
    >>> who, what = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    >>> votes = gather(["v", "w"], two, who, what, np.array([1, -1, -1, 1]))
    >>> components(votes).axes.round(3).tolist()
    [[0.707, -0.707], [0.0, 0.0]]
    """
    if votes.shape[1] <= _MOST_WITH_MATRIX:
        return from_moments(moments(votes), votes.is_out)
    return _from_rows(votes)


def from_moments(
    counted: Moments,
    is_out: NDArray[np.bool_],
    warm: NDArray[np.float64] | None = None,
    scatter: NDArray[np.float64] | None = None,
) -> Components:
    """The same from counts; `warm` are earlier axes (2, C) to start the search from, which change no
    answer, and `scatter` is that of the counts where it is known already."""
    scatter = counted.scatter(is_out) if scatter is None else scatter
    size = len(scatter)
    if size <= _SMALL:
        spread, axes = _by_matrix(scatter)
    else:
        spread, axes = _search(_alone(scatter), warm, scatter)
    return _components(counted.means(is_out), axes, spread, counted.answered > 0, is_out)


def _from_rows(votes: Votes) -> Components:
    """Without a matrix of statements × statements, for very many statements: the scatter only as a deed."""
    people, size = votes.shape
    is_out, (sums, counts) = votes.is_out, _column_sums(votes)
    center = np.where(is_out, 0.0, sums / np.maximum(counts, 1))
    kept = np.where(is_out[votes.columns], 0.0, votes.values - center[votes.columns])
    rows = csr_array((kept, votes.columns, votes.offsets), shape=(people, size))
    across = rows.T.tocsr()
    operator = LinearOperator((size, size), matvec=lambda vector: across @ (rows @ vector))
    spread, axes = _search(operator, None, None)
    return _components(center, axes, spread, counts > 0, is_out)


def _column_sums(votes: Votes) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    size = votes.shape[1]
    counts = np.bincount(votes.columns, minlength=size)
    return np.bincount(votes.columns, weights=votes.values, minlength=size).astype(np.float64), counts


def _search(
    operator: LinearOperator, warm: NDArray[np.float64] | None, matrix: NDArray[np.float64] | None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The two largest by Lanczos from a start that is fixed or given, never drawn."""
    size = operator.shape[0]
    start = 1.0 + np.arange(size) / size
    if warm is not None and warm.any():
        start = warm.sum(axis=0) + 1e-3 * start / np.linalg.norm(start)
    if not operator.matvec(start).any():
        return np.zeros(2), np.zeros((2, size))
    try:
        spread, vectors = eigsh(operator, k=2, v0=start, which="LA", tol=1e-12, ncv=min(size, _NCV))
    except ArpackNoConvergence:
        if matrix is None:
            raise
        return _by_matrix(matrix)
    return spread[::-1], vectors[:, ::-1].T


def _alone(matrix: NDArray[np.float64]) -> LinearOperator:
    """The matrix as a deed on one processor: its threads would cost more than they do, and round
    otherwise."""
    return LinearOperator(matrix.shape, matvec=lambda vector: np.vecdot(matrix, vector.ravel()))


def _by_matrix(matrix: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    spread, vectors = np.linalg.eigh(matrix)
    top, axes = np.zeros(2), np.zeros((2, len(matrix)))
    found = min(2, len(matrix))
    top[:found] = spread[::-1][:found]
    axes[:found] = vectors[:, ::-1][:, :found].T
    return top, axes


def _components(
    center: NDArray[np.float64],
    axes: NDArray[np.float64],
    spread: NDArray[np.float64],
    answered: NDArray[np.bool_],
    is_out: NDArray[np.bool_],
) -> Components:
    """Fix the signs; leave out directions in which nothing differs, where rounding alone would choose."""
    axes = np.where((spread > 1e-9 * max(1.0, spread[0]))[:, np.newaxis], axes, 0.0)
    for at, axis in enumerate(axes):
        size = np.abs(axis)
        if size.any() and axis[np.argmax(size > size.max() - 1e-9)] < 0:
            axes[at] = -axis
    return Components(center, axes, np.maximum(spread, 0.0), answered, is_out)


def places(votes: Votes, plane: Components) -> NDArray[np.float64]:
    """Where each voter stands in the plane: an array of voters × 2.

    Only what a person answered moves them, and few answers are stretched, so that newcomers are not all
    drawn to the middle: sqrt(C / n) times the sum over their answers of (vote - center) · axis. As in the
    reference, n counts statements that are out as if everybody had answered them. Use it also for one
    person's own place: `votes` may be theirs alone, as long as the statements are the same.

    Raises:
        ValueError: the plane is of other statements.
    """
    people, size = votes.shape
    if size != len(plane.center):
        raise ValueError("The plane belongs to other statements than these votes.")
    weights = np.ascontiguousarray(np.where(plane.is_out, 0.0, plane.axes).T)
    shift = weights * plane.center[:, np.newaxis]
    found = np.empty((people, 2))
    for first in range(0, people, _ROWS):
        last = min(first + _ROWS, people)
        offsets, columns, values = votes.rows(first, last)
        offsets = offsets.astype(np.int32)
        said = csr_array((values.astype(np.float64), columns, offsets), shape=(last - first, size))
        seen = csr_array((np.ones(len(columns)), columns, offsets), shape=(last - first, size))
        found[first:last] = said @ weights - seen @ shift
    return found * np.sqrt(plane.width / np.maximum(_answers(votes, plane), 1))[:, np.newaxis]


def _answers(votes: Votes, plane: Components) -> NDArray[np.int64]:
    """Answers per voter, those to statements that are out replaced by one for each of them."""
    out = plane.is_out & plane.answered
    if not out.any():
        return votes.per_voter
    person = np.repeat(np.arange(votes.shape[0]), votes.per_voter)
    on_out = np.bincount(person, weights=out[votes.columns], minlength=votes.shape[0])
    return votes.per_voter - on_out.astype(np.int64) + int(out.sum())
