"""The map as circles: each stands for at least five people who answer alike, never for one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from medskab.methods.opinions.groups import FEWEST_MEMBERS

WIDTH, HEIGHT = 640, 400
_MARGIN = 46
_MOST_CIRCLES = 60


@dataclass(frozen=True)
class Crowd:
    """People near each other: the middle of their places, in the drawing's own measure."""

    letter: str
    count: int
    x: float
    y: float
    radius: float

    @property
    def outer(self) -> float:
        """The ring around it for whoever stands in it."""
        return round(self.radius + 6, 1)

    @property
    def words_at(self) -> float:
        """How far above the middle words stand; below it where the upper edge is near."""
        away = self.radius + 14
        return round(-away if self.y > away + 18 else away + 14, 1)


def crowds(
    places: Sequence[tuple[str, NDArray[np.float64], NDArray[np.int64]]],
) -> tuple[list[Crowd], list[NDArray[np.int64]]]:
    """Split each group in halves as long as each half keeps five people; draw the middles, and say who is
    in which circle.

    Each group comes with its letter, its places, and whose they are."""
    people = sum(len(group) for _letter, group, _whose in places)
    least = max(FEWEST_MEMBERS, -(-people // _MOST_CIRCLES))
    parts = [
        (letter, group[part], whose[part])
        for letter, group, whose in places
        if len(group) >= least
        for part in _split(group, np.arange(len(group)), least)
    ]
    if not parts:
        return [], []
    middles = _on_paper(np.array([part.mean(axis=0) for _letter, part, _whose in parts]))
    most = max(len(part) for _letter, part, _whose in parts)
    drawn = [
        Crowd(letter, len(part), round(x, 1), round(y, 1), round(11 + 11 * (len(part) / most) ** 0.5, 1))
        for (letter, part, _whose), (x, y) in zip(parts, middles.tolist(), strict=True)
    ]
    return drawn, [whose for _letter, _part, whose in parts]


def _on_paper(middles: NDArray[np.float64]) -> NDArray[np.float64]:
    """In the drawing's own measure, upwards as on paper, one scale for both directions."""
    low, span = middles.min(axis=0), np.ptp(middles, axis=0)
    scale = min(
        (WIDTH - 2 * _MARGIN) / max(float(span[0]), 1e-9), (HEIGHT - 2 * _MARGIN) / max(float(span[1]), 1e-9)
    )
    scale = 0.0 if scale > 1e8 else scale
    placed = (np.array([WIDTH, HEIGHT]) - span * scale) / 2 + (middles - low) * scale
    placed[:, 1] = HEIGHT - placed[:, 1]
    return np.asarray(placed)


def _split(group: NDArray[np.float64], inside: NDArray[np.int64], least: int) -> Iterator[NDArray[np.int64]]:
    if len(inside) < 2 * least:
        yield inside
        return
    wider = int(np.argmax(np.ptp(group[inside], axis=0)))
    order = inside[np.argsort(group[inside, wider], kind="stable")]
    half = len(order) // 2
    yield from _split(group, order[:half], least)
    yield from _split(group, order[half:], least)
