"""A text cut into sentences, and which of them a coder gave a code."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]

_SENTENCE = re.compile(r"[^\n.!?…]*(?:[.!?…](?!\s)[^\n.!?…]*)*[.!?…]*")


def segments(text: str) -> list[Span]:
    """Where each sentence begins and ends, in characters, without blanks around; a line ends one too.

    It knows signs, not words: "f.eks. nu" ends a sentence after "f.eks.". Coders meet the same cuts, which
    is all that counting agreement needs.

    >>> [("Dark. Cold!\\nYes"[a:b]) for a, b in segments("Dark. Cold!\\nYes")]
    ['Dark.', 'Cold!', 'Yes']
    """
    found = []
    for match in _SENTENCE.finditer(text):
        words = match.group().strip()
        if words:
            begin = match.start() + match.group().index(words)
            found.append((begin, begin + len(words)))
    return found


def marked(cuts: Sequence[Span], passages: Iterable[Span]) -> NDArray[np.bool_]:
    """Which sentences a passage touches, by at least one character.

    >>> marked([(0, 5), (6, 11)], [(4, 6)]).tolist()
    [True, False]
    """
    answer = np.zeros(len(cuts), dtype=np.bool_)
    ends, begins = [end for _begin, end in cuts], [begin for begin, _end in cuts]
    for begin, end in passages:
        if begin < end:
            answer[bisect_right(ends, begin) : bisect_right(begins, end - 1)] = True
    return answer


def code_table(
    cuts: Sequence[Span], passages_of_coders: Sequence[Iterable[Span] | None]
) -> NDArray[np.float64]:
    """Sentences × coders: 1 where the code was given, else 0; None is a coder who did not read this text."""
    columns = [
        np.full(len(cuts), np.nan) if passages is None else marked(cuts, passages).astype(np.float64)
        for passages in passages_of_coders
    ]
    return np.column_stack(columns) if columns else np.zeros((len(cuts), 0))
