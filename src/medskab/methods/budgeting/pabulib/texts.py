"""A column of many texts as places in one block of bytes: no object per cell, so that it stays small."""

from collections.abc import Sequence
from itertools import accumulate
from typing import overload

import numpy as np
from numpy.typing import NDArray

_PADDING = bytes(16)
_MASKS = np.array([(1 << 8 * kept) - 1 for kept in range(9)], dtype=np.uint64)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_LONGEST_BY_WORDS = 64


class Block:
    """Bytes without any NUL, readable eight at a time from any place."""

    __slots__ = ("text", "view", "words")

    def __init__(self, text: bytes) -> None:
        self.text = text + _PADDING
        self.view = np.frombuffer(self.text, dtype=np.uint8)
        self.words: NDArray[np.uint64] = np.ndarray(
            shape=(len(self.text) - 7,), dtype="<u8", buffer=self.text, strides=(1,)
        )


class Texts(Sequence[str]):
    """Texts at `block[starts[i]:ends[i]]`, in UTF-8, made into `str` only when asked for."""

    __slots__ = ("block", "ends", "starts")

    def __init__(self, block: Block, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> None:
        self.block, self.starts, self.ends = block, starts, ends

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Texts":
        """Pack texts that exist as `str` already."""
        encoded = [text.encode() for text in texts]
        ends = np.fromiter(accumulate(map(len, encoded)), dtype=np.int64, count=len(encoded))
        starts = np.concatenate([np.zeros(1, np.int64), ends[:-1]]) if len(ends) else ends
        return cls(Block(b"".join(encoded)), starts, ends)

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> "Texts": ...
    def __getitem__(self, index: int | slice) -> "str | Texts":
        if isinstance(index, slice):
            return Texts(self.block, self.starts[index], self.ends[index])
        return self.block.text[int(self.starts[index]) : int(self.ends[index])].decode()

    def at(self, places: NDArray[np.int64] | NDArray[np.bool_]) -> "Texts":
        """The texts at these places, or where the mask is true."""
        return Texts(self.block, self.starts[places], self.ends[places])

    def stripped(self) -> "Texts":
        """The same texts without spaces and tabs at either end."""
        starts, ends = self.starts.copy(), self.ends.copy()
        view = self.block.view
        while len(fat := np.flatnonzero((starts < ends) & _is_space(view[starts]))):
            starts[fat] += 1
        while len(fat := np.flatnonzero((starts < ends) & _is_space(view[ends - 1]))):
            ends[fat] -= 1
        return Texts(self.block, starts, ends)

    def lengths(self) -> NDArray[np.int64]:
        """Bytes of each text."""
        return self.ends - self.starts

    def all_differ(self) -> bool:
        """Whether certainly no two texts are equal (False may also mean: look closer)."""
        return all_differ(self._keys())

    def distinct(self) -> tuple[list[str], NDArray[np.int64]]:
        """Each different text once, and for every text its place in that list."""
        if not len(self):
            return [], np.zeros(0, np.int64)
        if int(self.lengths().max()) <= _LONGEST_BY_WORDS:
            keys = self._keys()
            ordered = np.sort(keys)
            different = ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])]
            found = np.searchsorted(different, keys)
            first = np.empty(len(different), np.int64)
            first[found] = np.arange(len(self))
            if self._equal(self.at(first[found])):
                return list(self.at(first)), found
        places: dict[str, int] = {}
        found = np.fromiter((places.setdefault(text, len(places)) for text in self), np.int64, len(self))
        return list(places), found

    def _word(self, number: int) -> NDArray[np.uint64]:
        kept = np.clip(self.lengths() - 8 * number, 0, 8)
        places = np.minimum(self.starts + 8 * number, len(self.block.words) - 1)
        return self.block.words[places] & _MASKS[kept]

    def _word_count(self) -> int:
        return -(-int(self.lengths().max(initial=0)) // 8)

    def _keys(self) -> NDArray[np.uint64]:
        """A number per text: equal texts have equal numbers; the reverse is checked by `_equal`."""
        keys = np.zeros(len(self), np.uint64)
        for number in range(self._word_count()):
            keys = (keys ^ self._word(number)) * _MIX
            keys ^= keys >> np.uint64(29)
        return keys

    def _equal(self, other: "Texts") -> bool:
        return np.array_equal(self.lengths(), other.lengths()) and all(
            np.array_equal(self._word(number), other._word(number)) for number in range(self._word_count())
        )


def all_differ(numbers: NDArray[np.int64] | NDArray[np.uint64]) -> bool:
    """Whether no number occurs twice (sorting is much faster here than numpy's hashing `unique`)."""
    ordered = np.sort(numbers)
    return not bool((ordered[1:] == ordered[:-1]).any())


def _is_space(bytes_: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return (bytes_ == ord(" ")) | (bytes_ == ord("\t"))
