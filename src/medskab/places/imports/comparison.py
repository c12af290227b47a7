"""What a list would change: homes that are new, changed, gone, or as they were."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from medskab.places.models import Area, Dwelling

from .lines import HomeLine

Path = tuple[str, str, str]


@dataclass
class Comparison:
    """`changed` pairs what is there with what the list says; `gone` are of the list's departments only."""

    new: list[HomeLine] = field(default_factory=list)
    changed: list[tuple[Dwelling, HomeLine]] = field(default_factory=list)
    gone: list[Dwelling] = field(default_factory=list)
    unchanged: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """How many of each."""
        return {
            "new": len(self.new),
            "changed": len(self.changed),
            "gone": len(self.gone),
            "unchanged": self.unchanged,
        }

    @property
    def is_empty(self) -> bool:
        """Whether carrying it out would change nothing."""
        return not (self.new or self.changed or self.gone)


def compared(area: Area, homes: Sequence[HomeLine], day: date) -> Comparison:
    """Hold the lines against the homes that stand on a day."""
    standing = Dwelling.objects.for_area(area).standing_on(day).select_related("stairwell__parent__parent")
    known = {_key(one): one for one in standing}
    comparison = Comparison()
    for home in homes:
        there = known.pop(home.key, None)
        if there is None:
            comparison.new.append(home)
        elif _is_as_before(there, home):
            comparison.unchanged += 1
        else:
            comparison.changed.append((there, home))
    departments = {home.path[0] for home in homes}
    comparison.gone = [one for one in known.values() if path_of(one)[0] in departments]
    return comparison


def path_of(dwelling: Dwelling) -> Path:
    """The names of the places a home lies in, for comparison."""
    block = dwelling.stairwell.parent
    department = block.parent if block else None
    names = (department, block, dwelling.stairwell)
    return tuple(place.name.casefold() if place else "" for place in names)  # type: ignore[return-value]


def _key(dwelling: Dwelling) -> tuple[str, str, str]:
    return dwelling.address_line.casefold(), dwelling.floor, dwelling.door


def _is_as_before(there: Dwelling, home: HomeLine) -> bool:
    return (path_of(there), there.unit, there.homes) == (home.path, home.unit, home.homes)
