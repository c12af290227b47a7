"""The features of short texts: whole words, and runs of three and four signs, each as a number."""

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BITS = 19
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_SPACE = ord(" ")
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)

Numbers = NDArray[np.int64]


def features(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Each feature of each text once: the features, and beside them the numbers of their texts.

    A feature is a number below 2 ** 19; that two share one is rare and does little harm.

    Source: the hashing trick (Weinberger et al. 2009), on words and character n-grams.

    >>> numbers, of = features(["Lamp!", "lamp", "The bench"])
    >>> sorted(numbers[of == 0]) == sorted(numbers[of == 1])
    True
    >>> set(numbers[of == 0]) & set(numbers[of == 2])
    set()
    """
    plain = [_plain(text) for text in texts]
    signs = np.frombuffer("\0".join([*plain, ""]).encode("utf-32-le"), np.uint32).astype(np.uint64)
    lengths = np.fromiter((len(text) + 1 for text in plain), np.int64, len(plain))
    text_of = np.repeat(np.arange(len(plain)), lengths)
    found = [_runs(signs, 3), _runs(signs, 4), _words(signs)]
    numbers = np.concatenate([number for number, _at in found])
    owners = np.concatenate([text_of[at] for _number, at in found])
    ordered = np.sort((owners << BITS) | numbers)  # np.unique takes twenty times as long for these
    once = ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered
    return once & ((1 << BITS) - 1), once >> BITS


def _plain(text: str) -> str:
    """Small letters and figures, one space around each word."""
    words = _BETWEEN_WORDS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    return f" {words} " if words else ""


def _runs(signs: NDArray[np.uint64], length: int) -> tuple[Numbers, Numbers]:
    """Every run of so many signs that lies within one text."""
    if len(signs) < length:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(signs, length)
    at = np.flatnonzero((windows != 0).all(axis=1))
    mixed = (windows[at] * _ODD[:length]).sum(axis=1, dtype=np.uint64)
    return _number(mixed + np.uint64(length)), at


def _words(signs: NDArray[np.uint64]) -> tuple[Numbers, Numbers]:
    """Every whole word."""
    inside = (signs != 0) & (signs != _SPACE)
    begins = np.flatnonzero(inside & ~np.concatenate([[False], inside[:-1]]))
    if not len(begins):
        return np.zeros(0, np.int64), begins
    place = np.arange(len(signs)) - np.repeat(np.append(0, begins), np.diff([0, *begins, len(signs)]))
    weighed = np.where(inside, (signs + _ODD[1]) * _scattered(place.astype(np.uint64)), 0)
    return _number(np.add.reduceat(weighed, begins)), begins


def _scattered(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A multiplier for each place in a word, far from those of its neighbours."""
    mixed = (numbers + np.uint64(1)) * _ODD[0]
    return (mixed ^ (mixed >> np.uint64(29))) * _ODD[3]


def _number(mixed: NDArray[np.uint64]) -> Numbers:
    mixed = (mixed ^ (mixed >> np.uint64(32))) * _ODD[1]
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)
