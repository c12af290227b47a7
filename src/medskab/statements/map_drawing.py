"""The map as circles: each stands for at least five people who answer alike, never for one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .calculations import FEWEST_MEMBERS

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


def crowds(places: Sequence[tuple[str, NDArray[np.float64]]]) -> list[Crowd]:
    """Split each group in halves as long as each half keeps five people, and draw the middles."""
    people = sum(len(group) for _letter, group in places)
    least = max(FEWEST_MEMBERS, -(-people // _MOST_CIRCLES))
    parts = [
        (letter, part) for letter, group in places if len(group) >= least for part in _split(group, least)
    ]
    if not parts:
        return []
    middles = np.array([part.mean(axis=0) for _letter, part in parts])
    low, span = middles.min(axis=0), np.ptp(middles, axis=0)
    scale = min(
        (WIDTH - 2 * _MARGIN) / max(float(span[0]), 1e-9), (HEIGHT - 2 * _MARGIN) / max(float(span[1]), 1e-9)
    )
    scale = 0.0 if scale > 1e8 else scale
    begin = (np.array([WIDTH, HEIGHT]) - span * scale) / 2
    drawn = []
    for (letter, part), middle in zip(parts, middles, strict=True):
        x, y = begin + (middle - low) * scale
        radius = 11 + 11 * (len(part) / max(len(one) for _letter, one in parts)) ** 0.5
        drawn.append(
            Crowd(letter, len(part), round(float(x), 1), round(float(HEIGHT - y), 1), round(radius, 1))
        )
    return drawn


def _split(group: NDArray[np.float64], least: int) -> Iterator[NDArray[np.float64]]:
    if len(group) < 2 * least:
        yield group
        return
    wider = int(np.argmax(np.ptp(group, axis=0)))
    order = np.argsort(group[:, wider], kind="stable")
    half = len(group) // 2
    yield from _split(group[order[:half]], least)
    yield from _split(group[order[half:]], least)
