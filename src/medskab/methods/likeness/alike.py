"""Finding the texts that are most like one, among thousands, in a few thousandths of a second."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from medskab.methods.likeness.grams import BITS, features

_OF_TEXT = 24
_TEXT = (1 << _OF_TEXT) - 1


class Alike:
    """Texts by their features: what is rare among them weighs most (cosine of inverse frequencies).

    Only hashed features are kept, never a text. Texts are called by their number, in the order given.
    It knows words and signs, not meaning: a lamp and a light are strangers to it.

    Source: Salton, Buckley 1988 (weights, cosine); Cavnar, Trenkle 1994 (runs of signs in any language).

    >>> kept = Alike(["The lamp by the gate is out", "A bench in the yard"])
    >>> [number for number, _likeness in kept.most_like("lamps are out at the gate", least=0.1)]
    [0]
    >>> kept.take_in(["Lampen ved porten er slukket"])
    >>> kept.most_like("porten er mørk, lampe slukket")[0][0]
    2
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._entries: NDArray[np.int64] = np.zeros(0, np.int64)
        self.count = 0
        self.take_in(texts)

    def take_in(self, texts: Sequence[str]) -> None:
        """Some more texts, numbered on from the last."""
        numbers, owners = features(texts)
        fresh = np.sort((numbers << _OF_TEXT) | (owners + self.count))
        # Two sorted runs: a stable sort only merges them.
        self._entries = np.sort(np.concatenate([self._entries, fresh]), kind="stable")
        self.count += len(texts)
        features_of, texts_of = self._entries >> _OF_TEXT, self._entries & _TEXT
        how_many = np.bincount(features_of, minlength=1 << BITS)
        self._weight = np.log1p(self.count / np.maximum(how_many, 1))
        squares = np.bincount(texts_of, weights=self._weight[features_of] ** 2, minlength=self.count)
        self._lengths = np.sqrt(np.maximum(squares, 1e-12))

    def most_like(self, text: str, most: int = 5, least: float = 0.2) -> list[tuple[int, float]]:
        """The numbers of the texts most like this one, each with its likeness from 0 to 1, highest first."""
        asked, _owner = features([text])
        weight = self._weight[asked]
        begins = np.searchsorted(self._entries, asked << _OF_TEXT)
        ends = np.searchsorted(self._entries, (asked + 1) << _OF_TEXT)
        sums = np.zeros(self.count)
        for begin, end, squared in zip(begins, ends, weight**2, strict=True):
            sums[self._entries[begin:end] & _TEXT] += squared
        length = float(np.sqrt((weight**2).sum()))
        likeness = sums / (self._lengths * length) if length else sums
        best = np.argsort(-likeness, kind="stable")[:most]
        return [(int(number), float(likeness[number])) for number in best if likeness[number] >= least]
