"""Who was heard, who was not, how often they were asked, and what came of it; never by origin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from medskab.people.models import AgeBand
from medskab.places.models import Area, Place, PlaceKind

from . import calculations
from .actions.saying import BY_ONESELF
from .models import Channel, Input, InputState, Need, NeedState

DAYS_BACK = 365
# What a voice came to: the columns of the table of blocks.
OUTCOMES = (
    (_("Joined or answered"), (InputState.JOINED, InputState.ANSWERED)),
    (_("Declined"), (InputState.DECLINED,)),
    (_("Waits"), (InputState.NEW, InputState.HIDDEN)),
)


@dataclass(frozen=True)
class Heard:
    """How many voices of one group: None where it would tell of few."""

    name: str | Promise
    voices: int | None


@dataclass(frozen=True)
class Block:
    """One block: the days on which we asked, the voices by what they came to, and the needs that moved on."""

    name: str | Promise
    days_asked: int
    outcomes: tuple[int | None, ...]
    voices: int | None
    moved_on: int

    @property
    def named(self) -> list[tuple[str | Promise, int | None]]:
        """What the voices came to, each number with its name."""
        return [(name, number) for (name, _states), number in zip(OUTCOMES, self.outcomes, strict=True)]


@dataclass(frozen=True)
class Coverage:
    """The whole picture of the last twelve months."""

    blocks: list[Block]
    ages: list[Heard]
    channels: list[Heard]

    @property
    def unheard(self) -> list[str | Promise]:
        """Blocks, ages and channels from which nobody was heard."""
        groups: list[Block | Heard] = [*self.blocks, *self.ages, *self.channels]
        return [one.name for one in groups if one.voices == 0]


def coverage(area: Area, now: datetime) -> Coverage:
    """What is known of the last twelve months; an age only of those who said it with their name."""
    said = Input.objects.for_area(area).filter(said_at__gt=now - timedelta(days=DAYS_BACK)).order_by()
    by_age = _voices(said.exclude(said_by=None), "said_by__age_band")
    return Coverage(
        blocks=_blocks(area, said),
        ages=_heard(AgeBand.choices, by_age),
        channels=_heard(Channel.choices, _voices(said, "channel")),
    )


def _blocks(area: Area, said: QuerySet[Input]) -> list[Block]:
    found = Place.objects.for_area(area).filter(kind=PlaceKind.BLOCK, valid_until=None).order_by("name", "pk")
    names: dict[int | None, str | Promise] = {block.pk: block.name for block in found}
    columns = [
        _by_block(names, _voices(said.filter(state__in=states), "place")) for _name, states in OUTCOMES
    ]
    names[None] = _("Elsewhere, or no place said")
    asked = (
        said.exclude(channel__in=BY_ONESELF)
        .values_list("place")
        .annotate(days=Count("said_on", distinct=True))
    )
    days = _by_block(names, dict(asked))
    moved = Need.objects.for_area(area).filter(
        merged_into=None, state__in=(NeedState.TAKEN_UP, NeedState.DONE), joinings__input__in=said
    )
    on = dict(moved.order_by().values_list("joinings__input__place").annotate(Count("pk", distinct=True)))
    needs = _by_block(names, on)
    shown = calculations.protected([tuple(column.get(pk, 0) for column in columns) for pk in names])
    return [
        Block(name, days.get(pk, 0), outcomes, voices, needs.get(pk, 0))
        for (pk, name), (outcomes, voices) in zip(names.items(), shown, strict=True)
    ]


def _by_block(names: Mapping[int | None, object], counts: Mapping[int | None, int]) -> dict[int | None, int]:
    """What belongs to no block stands together."""
    found: dict[int | None, int] = {}
    for place, count in counts.items():
        block = place if place in names else None
        found[block] = found.get(block, 0) + count
    return found


def _voices(said: QuerySet[Input], group: str) -> dict[int | None, int]:
    """Who is known to be one person counts once in a group, however often they said something."""
    unknown = Count("id", filter=Q(said_by=None))
    return dict(said.values_list(group).annotate(voices=unknown + Count("said_by", distinct=True)))


def _heard(groups: Iterable[tuple[str, str | Promise]], counts: Mapping) -> list[Heard]:
    listed = list(groups)
    shown = calculations.protected([(counts.get(value, 0),) for value, _label in listed])
    return [Heard(label, voices) for (_value, label), (_cells, voices) in zip(listed, shown, strict=True)]
