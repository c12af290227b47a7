"""A text as a coder sees it: numbered lines, cut where passages begin and end."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from .models import Code, Coding


@dataclass(frozen=True)
class Piece:
    """A stretch of one line with the same codes; `start` is its place in the whole text."""

    words: str
    start: int
    codes: tuple[Code, ...]


@dataclass(frozen=True)
class Line:
    """One line of the text, from `start` up to, not with, `end`."""

    number: int
    start: int
    end: int
    pieces: tuple[Piece, ...]


def coded_lines(text: str, codings: Sequence[Coding]) -> list[Line]:
    """The lines of a text with what was given to it."""
    lines, at = [], 0
    for number, words in enumerate(text.split("\n"), 1):
        end = at + len(words)
        here = [one for one in codings if one.start < end and one.end > at]
        lines.append(Line(number, at, end, _pieces(words, at, here)))
        at = end + 1
    return lines


def place_of_lines(text: str, first: int, last: int) -> tuple[int, int]:
    """Where whole lines begin and end; an empty place where there are none such."""
    lines = text.split("\n")
    if not 1 <= first <= last <= len(lines):
        return (0, 0)
    start = sum(len(line) + 1 for line in lines[: first - 1])
    return (start, start + len("\n".join(lines[first - 1 : last])))


def _pieces(words: str, at: int, codings: Sequence[Coding]) -> tuple[Piece, ...]:
    ends = {at, at + len(words)}
    for one in codings:
        ends |= {max(at, one.start), min(at + len(words), one.end)}
    cuts = sorted(ends)
    return tuple(Piece(words[a - at : b - at], a, _given(codings, a)) for a, b in itertools.pairwise(cuts))


def _given(codings: Sequence[Coding], at: int) -> tuple[Code, ...]:
    return tuple(dict.fromkeys(one.code for one in codings if one.start <= at < one.end))
