"""Points of a crowd brought together in cells, and cells in groups, without any order."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_CELLS = 100
_DECIMALS = 9
_SQUARES, _MOST_POINTS = 8, 4_096
_ROUGH, _THOROUGH = (1, 12), (12, 100)
"""Starts and rounds: cells only sum up who is near whom, groups are what is told."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Up to a hundred points with weights that stand for everybody; `of` says which cell each person is
    in."""

    points: NDArray[np.float64]
    weights: NDArray[np.float64]
    of: NDArray[np.int64]


def cells_of(places: NDArray[np.float64], seed: int) -> Cells:
    """Few points: each is its own cell. Many: first onto a fine grid over the crowd, then nearest means."""
    points, of, weights = _distinct(np.round(places, _DECIMALS) + 0.0)
    if len(points) > _MOST_POINTS:
        points, weights, onto = _on_grid(points, weights)
        of = onto[of]
    if len(points) <= MOST_CELLS:
        return Cells(points, weights, of)
    label = nearest_means(points, weights, MOST_CELLS, np.random.default_rng(seed), _ROUGH)
    used, label = np.unique(label, return_inverse=True)
    means, mass = _means(points, weights, label, len(used))
    order = np.lexsort(means.T[::-1])
    rank = np.argsort(order)
    return Cells(means[order], mass[order], rank[label][of])


def grouped(cells: Cells, count: int, seed: int) -> NDArray[np.int64]:
    """The group of each cell, for a given number of groups: the best of several seeded starts."""
    return nearest_means(cells.points, cells.weights, count, np.random.default_rng(seed), _THOROUGH)


def silhouette(points: NDArray[np.float64], label: NDArray[np.int64]) -> float:
    """How much nearer cells are to their own group than to the next, from -1 to 1; a lone cell counts 0."""
    groups = np.arange(label.max() + 1)
    member = (label[:, np.newaxis] == groups).astype(float)
    apart = np.hypot(*(points[:, np.newaxis] - points).transpose(2, 0, 1))
    size = member.sum(axis=0)
    total = apart @ member
    own = np.take_along_axis(total, label[:, np.newaxis], 1)[:, 0] / np.maximum(size[label] - 1, 1)
    mean = np.where(member > 0, np.inf, total / np.maximum(size, 1))
    nearest = np.where(size > 0, mean, np.inf).min(axis=1)
    widest = np.maximum(own, nearest)
    score = np.where((size[label] > 1) & (widest > 0), (nearest - own) / np.where(widest > 0, widest, 1), 0.0)
    return float(score.mean())


def nearest_means(
    points: NDArray[np.float64],
    weights: NDArray[np.float64],
    count: int,
    chance: np.random.Generator,
    effort: tuple[int, int],
) -> NDArray[np.int64]:
    """k-means with weights: k-means++ starts, the one with the least inertia; the first of equals."""
    best, least = np.zeros(len(points), dtype=np.int64), np.inf
    for _ in range(effort[0]):
        label, inertia = _settled(points, weights, _starts(points, weights, count, chance), effort[1])
        if inertia < least * (1 - 1e-12):
            best, least = label, inertia
    return best


def _starts(
    points: NDArray[np.float64], weights: NDArray[np.float64], count: int, chance: np.random.Generator
) -> NDArray[np.float64]:
    """k-means++: each next centre is drawn by weight times squared distance to the nearest so far."""
    first = int(np.searchsorted(np.cumsum(weights), chance.random() * weights.sum(), side="right"))
    chosen = [min(first, len(points) - 1)]
    far = _squares(points, chosen[0])
    for _ in range(1, count):
        reached = np.cumsum(weights * far)
        at = int(np.searchsorted(reached, chance.random() * reached[-1], side="right"))
        chosen.append(min(at, len(points) - 1))
        far = np.minimum(far, _squares(points, chosen[-1]))
    return points[chosen]


def _squares(points: NDArray[np.float64], at: int) -> NDArray[np.float64]:
    across, along = points[:, 0] - points[at, 0], points[:, 1] - points[at, 1]
    return np.asarray(across * across + along * along)


def _settled(
    points: NDArray[np.float64], weights: NDArray[np.float64], centers: NDArray[np.float64], rounds: int
) -> tuple[NDArray[np.int64], float]:
    """Lloyd's rounds until nobody moves; an empty centre stays where it was."""
    norms = (points**2).sum(axis=1)
    label = np.full(len(points), -1)
    for _ in range(rounds):
        apart = (centers**2).sum(axis=1) - 2.0 * points @ centers.T
        nearest = apart.argmin(axis=1)
        if np.array_equal(nearest, label):
            break
        label = nearest
        means, mass = _means(points, weights, label, len(centers))
        centers = np.where(mass[:, np.newaxis] > 0, means, centers)
    inertia = float((weights * (norms + apart[np.arange(len(points)), label])).sum())
    return label, max(inertia, 0.0)


def _means(
    points: NDArray[np.float64], weights: NDArray[np.float64], label: NDArray[np.int64], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    mass = np.bincount(label, weights, count).astype(np.float64)
    sums = np.column_stack([np.bincount(label, weights * axis, count) for axis in points.T])
    return sums / np.maximum(mass, 1e-300)[:, np.newaxis], mass


def _distinct(
    points: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.float64]]:
    """Distinct points in rising order, which each point is, and how often it occurs."""
    order = np.lexsort(points.T[::-1])
    rising = points[order]
    is_new = np.ones(len(points), dtype=bool)
    is_new[1:] = (rising[1:] != rising[:-1]).any(axis=1)
    number = np.cumsum(is_new) - 1
    of = np.empty(len(points), dtype=np.int64)
    of[order] = number
    return rising[is_new], of, np.bincount(number).astype(float)


def _on_grid(
    points: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Points that share a square become their mean; squares are a fraction of the spread wide, however far
    a few outliers lie."""
    middle = np.average(points, axis=0, weights=weights)
    spread = np.sqrt(np.average((points - middle) ** 2, axis=0, weights=weights))
    square = np.floor((points - middle) / np.where(spread > 0, spread / _SQUARES, 1.0)).astype(np.int64)
    _, onto = np.unique(square[:, 0] * (1 << 32) + square[:, 1], return_inverse=True)
    means, mass = _means(points, weights, onto, int(onto.max()) + 1)
    return means, mass, onto
