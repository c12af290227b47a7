"""Planning a round, ending it, and making a phone forget."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.places.models import Area, Place
from medskab.places.queries import dwellings
from medskab.rounds import asking, rules
from medskab.rounds.models import Door, Phone, Round, RoundState, Stop
from medskab.statements.models import Conversation
from medskab.surveys.models import Survey

MOST_DOORS = 1000


@dataclass(frozen=True)
class Way:
    """What a round is: its stairwells in their order, and what it asks at the doors."""

    title: str
    day: date
    stairwells: Sequence[Place]
    conversation: Conversation | None = None
    survey: Survey | None = None


@deed
def plan_round(*, area: Area, way: Way, by: Person, now: datetime) -> Round:
    """Lay the way: the doors of these stairwells, in this order."""
    if not rules.may_walk(by, area):
        raise CannotAct(_("Only those who work here plan rounds."))
    if not way.stairwells or any(place.area_id != area.pk for place in way.stairwells):
        raise CannotAct(_("Choose at least one stairwell of this area."))
    if way.conversation and way.conversation.area_id != area.pk:
        raise CannotAct(_("These statements belong elsewhere."))
    if way.survey and way.survey not in asking.can_be_brought(area):
        raise CannotAct(_("This survey cannot be brought along."))
    facts = {"title": way.title.strip(), "day": way.day}
    brought = {"conversation": way.conversation, "survey": way.survey}
    made = Round.objects.create(area=area, made_by=by, made_at=now, **facts, **brought)
    doors = [door for at, place in enumerate(way.stairwells) for door in _doors(made, place, at, now)]
    if not 0 < len(doors) <= MOST_DOORS:
        raise CannotAct(_("A round has between 1 and 1000 doors."))
    Door.objects.bulk_create(doors)
    record("rounds/planned", made, by=by, now=now, figures={"doors": len(doors)})
    return made


@deed
def end_round(*, round_: Round, by: Person, now: datetime) -> Round:
    """Nobody rings any more; what phones still hold is taken in all the same."""
    if not rules.may_walk(by, round_):
        raise CannotAct(_("Only those who work here plan rounds."))
    if not Round.objects.filter(pk=round_.pk, state=RoundState.OPEN).update(state=RoundState.ENDED):
        raise CannotAct(_("This round has ended already."))
    record("rounds/ended", round_, by=by, now=now)
    return round_


@deed
def ask_to_erase(*, phone: Phone, by: Person, now: datetime) -> Phone:
    """A lost phone forgets all that it can read, as soon as it comes by again."""
    if not rules.may_walk(by, phone):
        raise CannotAct(_("Only those who work here do this."))
    Phone.objects.filter(pk=phone.pk, erase_asked_at=None).update(erase_asked_at=now)
    record("rounds/erase-asked", phone, by=by, now=now)
    return phone


def _doors(made: Round, place: Place, at: int, now: datetime) -> list[Door]:
    stop = Stop.objects.create(area=made.area, round=made, stairwell=place, position=at)
    homes = list(dwellings(made.area, now.date(), place=place))
    homes.sort(key=lambda home: (_floor(home.floor), _counted(home.door), _counted(home.unit)))
    return [Door(area=made.area, stop=stop, dwelling=home, position=n) for n, home in enumerate(homes)]


def _floor(name: str) -> tuple[int, str]:
    """Cellar, ground floor ("st" in Danish addresses), then by number."""
    below = {"kl": -1, "st": 0}
    return below.get(name.casefold().strip("."), 1), _counted(name)


def _counted(name: str) -> str:
    """For an order in which 2 comes before 10."""
    return re.sub(r"\d+", lambda number: number[0].zfill(6), name.casefold())
