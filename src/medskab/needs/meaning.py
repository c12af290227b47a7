"""Likeness by meaning beside likeness by words: from a program that the installation names; none by default.

A lamp and a light are strangers to the words alone. A program that knows both can say that they are near;
where it fails, the words decide as they did before. It must run on the installation: what people say is
never sent elsewhere.
"""

import logging
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from django.conf import settings
from django.utils.module_loading import import_string

LEAST = 0.6
_log = logging.getLogger(__name__)


class Embedder(Protocol):
    """What the program must be able to do."""

    def vectors(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """For each text a point; texts that mean nearly the same lie in nearly the same direction."""


class Kept(Protocol):
    """Texts that are compared with another, called by their number."""

    def take_in(self, texts: Sequence[str]) -> None:
        """Some more texts."""

    def most_like(self, text: str, most: int, least: float) -> list[tuple[int, float]]:
        """Those most like it, highest first."""


class ByMeaning:
    """Texts by words and by meaning: each text is as near as the nearer of the two says."""

    def __init__(self, words: Kept) -> None:
        self.words = words
        self._points: np.ndarray | None = None
        self._count = 0

    def take_in(self, texts: Sequence[str]) -> None:
        """Some more texts, numbered on from the last."""
        self.words.take_in(texts)
        fresh = _points(texts) if texts else None
        self._count += len(texts)
        if fresh is not None:
            self._points = fresh if self._points is None else np.vstack([self._points, fresh])

    def most_like(self, text: str, most: int, least: float) -> list[tuple[int, float]]:
        """The numbers of the texts most like this one, highest first."""
        found = dict(self.words.most_like(text, most=most, least=least))
        asked = _points([text])
        # Where the program failed for some of the texts, its numbers would be others than the words'.
        if asked is not None and self._points is not None and len(self._points) == self._count:
            nearness = self._points @ asked[0]
            for number in np.argsort(-nearness, kind="stable")[:most]:
                if nearness[number] >= LEAST:
                    found[int(number)] = max(found.get(int(number), 0.0), float(nearness[number]))
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))[:most]


def with_meaning(words: Kept) -> Kept:
    """The same by meaning too, where the installation names a program."""
    return ByMeaning(words) if settings.EMBEDDER else words


def _points(texts: Sequence[str]) -> np.ndarray | None:
    try:
        program: Embedder = import_string(settings.EMBEDDER)()
        points = np.asarray(program.vectors(list(texts)), dtype=np.float64)
        if points.ndim != 2 or len(points) != len(texts) or not np.isfinite(points).all():
            raise ValueError("one point of finite numbers is needed for each text")
    except Exception:
        # It is somebody else's program: however it fails, the words still tell what is alike.
        _log.exception("The program for likeness by meaning failed.")
        return None
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    return points / np.where(lengths > 0, lengths, 1.0)
