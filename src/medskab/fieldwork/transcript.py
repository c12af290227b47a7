"""A transcript is plain text: a line may begin with a time and with who speaks, "[00:01:20] Ida: Hello"."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"^(?:\[(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)\]\s*)?(?:([^\s:\[][^:\n]{0,39}):\s+)?(.*)$")


@dataclass(frozen=True)
class Segment:
    """What one person says in one go; `start` and `end` are the places in the whole text."""

    seconds: int | None
    speaker: str
    words: str
    start: int
    end: int


def segments(text: str) -> list[Segment]:
    """The transcript in turns: a line without time and speaker goes on with the turn before it."""
    found: list[Segment] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        line = raw.rstrip("\r\n")
        if line.strip():
            _add(found, line, at)
        at += len(raw)
    return found


def _add(found: list[Segment], line: str, at: int) -> None:
    match = _LINE.match(line)
    hours, minutes, seconds, speaker, words = match.groups() if match else (None, None, None, None, line)
    time = None if minutes is None else int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds or 0)
    if time is None and not speaker and found:
        last = found[-1]
        found[-1] = Segment(last.seconds, last.speaker, f"{last.words}\n{words}", last.start, at + len(line))
        return
    found.append(Segment(time, speaker or "", words, at, at + len(line)))
