"""What is asked about walls: what those in the room see, and what waits for a tick."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from medskab.places.models import Area
from medskab.tools.live.actions import bump

from .models import Input, InputState, Need, Wall, WallNote

MOST_NOTES = 300
_ON_WALL = Q(shown_at__isnull=False, taken_down_at=None)


@dataclass(frozen=True)
class Group:
    """What was said of one need; without a need, what is joined to none yet."""

    need: Need | None
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Board:
    """What those in the room see, and how much of it there is."""

    groups: list[Group]
    number: int
    left_out: int


def walls(area: Area) -> QuerySet[Wall]:
    """All of the area's, the latest first, each with the number of its notes."""
    found = Wall.objects.for_area(area).select_related("area", "gathering")
    return found.annotate(number=Count("notes")).order_by("-id")  # what is grouped has no order of its own


def board(wall: Wall) -> Board:
    """What is shown: under the needs that were heard in it, and the latest first."""
    found = _readable(wall).filter(_ON_WALL)
    number = found.count()
    notes = list(found.prefetch_related("input__joinings__need__area")[:MOST_NOTES])
    return Board(_grouped(notes), number, number - len(notes))


def not_shown(wall: Wall) -> list[WallNote]:
    """What waits for a tick or was taken down, the first that came first."""
    return list(_readable(wall).exclude(_ON_WALL).order_by("id")[:MOST_NOTES])


def shown(wall: Wall) -> list[WallNote]:
    """For whoever leads the meeting: what is on the wall, the latest first."""
    return list(_readable(wall).filter(_ON_WALL)[:MOST_NOTES])


def tell_walls(inputs: Iterable[int]) -> None:
    """Something was done to what people said: let the walls that show it be loaded again."""
    for wall in Wall.objects.filter(notes__input__in=list(inputs)).distinct():
        bump(wall.topic)
        bump(wall.topic_of_staff)


def _readable(wall: Wall) -> QuerySet[WallNote]:
    """Nothing that was taken back, erased or put aside for care."""
    notes = WallNote.objects.filter(wall=wall).exclude(input__words="")
    return notes.exclude(input__state=InputState.HIDDEN).select_related("input")


def _grouped(notes: list[WallNote]) -> list[Group]:
    groups: dict[int, Group] = {}
    alone = Group(None)
    for note in notes:
        needs = _needs(note.input)
        for need in needs:
            groups.setdefault(need.pk, Group(need)).words.append(note.input.words)
        if not needs:
            alone.words.append(note.input.words)
    most_first = sorted(groups.values(), key=lambda group: -len(group.words))
    return [*most_first, alone] if alone.words else most_first


def _needs(row: Input) -> list[Need]:
    return [joining.need for joining in row.joinings.all()]
