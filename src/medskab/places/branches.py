"""The tree of places as it is shown and drawn."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .models import PARENT_KINDS, Place, PlaceKind


@dataclass
class Branch:
    """A place with what lies in it, and the homes of all of that."""

    place: Place
    branches: list["Branch"] = field(default_factory=list)
    homes: int = 0

    @property
    def child_kinds(self) -> list[PlaceKind]:
        """What may be added to it."""
        return [kind for kind, parents in PARENT_KINDS.items() if PlaceKind(self.place.kind) in parents]


def branches_of_kind(branches: Iterable[Branch], kind: PlaceKind) -> list[Branch]:
    """All branches of a kind, wherever they are in the tree."""
    found = []
    for branch in branches:
        found += [branch] if branch.place.kind == kind else branches_of_kind(branch.branches, kind)
    return found
