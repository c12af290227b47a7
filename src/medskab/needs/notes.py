"""The notes of a meeting as the things that were said there."""

import re

MOST_PARTS = 200
_BULLET = re.compile(r"^(?:[-–—*+]\s+|[•·▪◦‣○●\uf0b7]\s*)(?=\S)")
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+(?=\S)")


def parts_of(notes: str) -> list[str]:
    """What was said, one by one: divided at empty lines and at list marks, which are left out.

    A number is a list mark only where it begins a list or follows the one before: “12. maj” is a day.
    Where there are neither empty lines nor list marks, each line is one.
    """
    parts: list[list[str]] = []
    number, is_open, is_marked = 0, False, False
    for line in notes.strip().splitlines():
        text, number, has_mark = _unmarked(line.strip(), number)
        if has_mark or not is_open:
            parts.append([])
        if text:
            parts[-1].append(text)
        is_open, is_marked = bool(text), is_marked or has_mark
    whole = ["\n".join(lines) for lines in parts if lines]
    return whole[0].splitlines() if len(whole) == 1 and not is_marked else whole


def _unmarked(line: str, number: int) -> tuple[str, int, bool]:
    """The line without its mark, the last number of the list, and whether there was a mark."""
    if found := _BULLET.match(line):
        return line[found.end() :], number, True
    found = _NUMBER.match(line)
    if found and int(found[1]) in {1, number + 1}:
        return line[found.end() :], int(found[1]), True
    return line, number, False
