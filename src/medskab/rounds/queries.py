"""Questions about rounds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from medskab.needs.models import InputKind
from medskab.places.models import Area, Place, PlaceKind
from medskab.places.queries import dwellings
from medskab.statements.models import Choice
from medskab.statements.queries import shown
from medskab.statements.rules import takes_votes

from .calculations import standing
from .models import NOT_HOME_KEPT_FOR, Bag, BagState, Door, DoorStatus, Phone, Round, Status, Stop


def rounds(area: Area) -> QuerySet[Round]:
    """The newest first."""
    return Round.objects.for_area(area).select_related("area", "made_by")


def stairwells(area: Area, now: datetime) -> list[Place]:
    """Where a round can go: stairwells that have homes."""
    with_homes = dwellings(area, now.date()).order_by().values("stairwell")
    found = Place.objects.for_area(area).filter(kind=PlaceKind.STAIRWELL, pk__in=with_homes)
    return list(found.select_related("parent"))


def forgotten(now: datetime) -> Q:
    """Which words about doors are past their keeping."""
    return Q(status=Status.NOT_HOME, received_at__lte=now - NOT_HOME_KEPT_FOR)


def statuses(round_: Round, now: datetime) -> dict[int, str]:
    """What holds, by door."""
    said = DoorStatus.objects.filter(door__stop__round=round_).exclude(forgotten(now))
    return {door: str(one.status) for door, one in standing(said).items()}


def doors(round_: Round) -> QuerySet[Door]:
    """All doors in the order of the way."""
    found = Door.objects.filter(stop__round=round_).select_related("dwelling", "stop__stairwell__parent")
    return found.order_by("stop__position", "position")


@dataclass(frozen=True)
class Progress:
    """How far one stairwell came."""

    stop: Stop
    doors: int
    counts: Mapping[str, int]

    @property
    def rung(self) -> int:
        """At how many doors something is known."""
        return sum(self.counts.values())


def progress(round_: Round, now: datetime) -> list[Progress]:
    """Stairwell by stairwell."""
    held = statuses(round_, now)
    behind: dict[int, list[Door]] = {}
    for door in doors(round_):
        behind.setdefault(door.stop_id, []).append(door)
    stops = round_.stops.select_related("stairwell")
    return [_progress(stop, behind.get(stop.pk, []), held) for stop in stops]


def come_back(round_: Round, now: datetime) -> list[Door]:
    """Where somebody asked us to come again."""
    held = statuses(round_, now)
    return [door for door in doors(round_) if held.get(door.pk) == Status.COME_BACK]


def phones(round_: Round) -> QuerySet[Phone]:
    """Who walked, and with which phone."""
    return round_.phones.select_related("by", "area")


def stuck(round_: Round) -> QuerySet[Bag]:
    """What could not be opened, or not yet."""
    return round_.bags.filter(state__in=(BagState.WAITING, BagState.REFUSED)).select_related("by")


def route(round_: Round) -> list[dict[str, object]]:
    """The way as a phone needs it: stairwells and door numbers, no names."""
    behind: dict[int, list[dict[str, object]]] = {}
    for door in doors(round_):
        behind.setdefault(door.stop_id, []).append({"id": door.pk, "name": str(door)})
    stops: Sequence[Stop] = list(round_.stops.select_related("stairwell"))
    return [{"id": stop.pk, "name": str(stop), "doors": behind.get(stop.pk, [])} for stop in stops]


def _progress(stop: Stop, behind: list[Door], held: Mapping[int, str]) -> Progress:
    return Progress(stop, len(behind), Counter(held[door.pk] for door in behind if door.pk in held))


def sorts() -> list[tuple[str, str]]:
    """What somebody at the door may want to say."""
    return [(str(value), str(label)) for value, label in InputKind.choices]


def statements(round_: Round, now: datetime) -> list[dict[str, object]]:
    """What a phone asks at the doors, where the conversation takes votes."""
    about = round_.conversation
    if about is None or not takes_votes(about, now):
        return []
    return [{"id": one.pk, "words": one.words, "language": one.language} for one in shown(about)]


def choices() -> list[tuple[int, str]]:
    """What can be said to a statement."""
    return [(int(value), str(label)) for value, label in Choice.choices]
