"""Rings out of the ways of a multipolygon, laid end to end."""

from collections import defaultdict
from collections.abc import Sequence

from .shapes import Line


def closed_rings(ways: Sequence[Line]) -> list[Line] | None:
    """The rings that the ways make together; None where an end is left over."""
    rings = [way for way in ways if way[0] == way[-1]]
    parts = [way for way in ways if way[0] != way[-1]]
    at_end: dict[object, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        at_end[part[0]].append(number)
        at_end[part[-1]].append(number)
    used: set[int] = set()
    for number, part in enumerate(parts):
        if number in used:
            continue
        used.add(number)
        ring = list(part)
        while ring[0] != ring[-1]:
            following = next((one for one in at_end[ring[-1]] if one not in used), None)
            if following is None:
                return None
            used.add(following)
            added = parts[following]
            ring += added[1:] if added[0] == ring[-1] else added[-2::-1]
        rings.append(tuple(ring))
    return rings
