"""Where passages of a text stand after it was edited: only where their words are the same."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

Place = tuple[int, int]
Block = tuple[int, int, int]  # from where, to where, how long

_PIECE = re.compile(r"\w+|\W")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MOST_LINES = 20_000
_MOST_SIGNS = 4_000  # of a changed stretch that is compared word by word


def moved(old: str, new: str, places: Sequence[Place]) -> list[Place | None]:
    """The same passages in the new text, or None where somebody has to look."""
    blocks = list(_joined(_same(old, new)))
    return [_one(old, new, blocks, place) for place in places]


def _one(old: str, new: str, blocks: list[Block], place: Place) -> Place | None:
    start, end = place
    for here, there, length in blocks:
        if here <= start and end <= here + length:
            return (start - here + there, end - here + there)
    words = old[start:end]
    if not words or old.count(words) != 1 or new.count(words) != 1:
        return None
    at = new.index(words)  # a stretch that was moved as a whole
    return (at, at + len(words))


def _same(old: str, new: str) -> Iterator[Block]:
    """What both texts hold in the same order: beginning, stretches between, end."""
    begin = _alike(old, new)
    rest = min(len(old), len(new)) - begin
    end = _alike(old[::-1][:rest], new[::-1][:rest])
    yield (0, 0, begin)
    yield from _between(old[begin : len(old) - end], new[begin : len(new) - end], begin)
    yield (len(old) - end, len(new) - end, end)


def _alike(one: str, other: str) -> int:
    """How many signs at their beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _between(old: str, new: str, offset: int) -> Iterator[Block]:
    lines, others = _LINE.findall(old), _LINE.findall(new)
    if max(len(lines), len(others)) > _MOST_LINES:
        return
    at, other = _starts(lines), _starts(others)
    for kind, i, j, k, m in SequenceMatcher(None, lines, others).get_opcodes():
        here, there = offset + at[i], offset + other[k]
        if kind == "equal":
            yield (here, there, at[j] - at[i])
        elif kind == "replace" and max(at[j] - at[i], other[m] - other[k]) <= _MOST_SIGNS:
            yield from _by_words(old[at[i] : at[j]], new[other[k] : other[m]], (here, there))


def _by_words(old: str, new: str, offset: Place) -> Iterator[Block]:
    pieces, others = _PIECE.findall(old), _PIECE.findall(new)
    at, other = _starts(pieces), _starts(others)
    for i, k, length in SequenceMatcher(None, pieces, others).get_matching_blocks():
        yield (offset[0] + at[i], offset[1] + other[k], at[i + length] - at[i])


def _starts(pieces: list[str]) -> list[int]:
    return list(accumulate(map(len, pieces), initial=0))


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Blocks that follow each other in both texts are one."""
    here, there, length = next(blocks)
    for start, other, more in blocks:
        if (start, other) == (here + length, there + length):
            length += more
        else:
            yield (here, there, length)
            here, there, length = start, other, more
    yield (here, there, length)
