"""Keeping the register of what was tried before."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.needs import rules
from medskab.needs.effort import FIRST_YEAR, TEXTS, Effort
from medskab.needs.searching import folded
from medskab.people.models import Person
from medskab.places.models import Area


@dataclass(frozen=True)
class Tried:
    """What is known of an effort; of most of the past only some of it is."""

    title: str
    begun_year: int
    ended_year: int | None = None
    about: str = ""
    cost_ore: int | None = None
    by_whom: str = ""
    intended: str = ""
    seen_effect: str = ""
    remained: str = ""
    source: str = ""


@deed
def write_effort(*, area: Area, tried: Tried, by: Person, now: datetime) -> Effort:
    """Write down what was tried."""
    _check(area, tried, by, now)
    effort = Effort.objects.create(area=area, written_by=by, written_at=now, **_facts(tried))
    record("needs/effort-written", effort, by=by, now=now)
    return effort


@deed
def change_effort(*, effort: Effort, tried: Tried, by: Person, now: datetime) -> Effort:
    """Write more of it, or put it right."""
    _check(effort.area, tried, by, now)
    _still_standing(effort)
    facts = _facts(tried)
    for field, value in facts.items():
        setattr(effort, field, value)
    effort.save(update_fields=list(facts))
    record("needs/effort-changed", effort, by=by, now=now)
    return effort


@deed
def strike_effort(*, effort: Effort, because: str, by: Person, now: datetime) -> Effort:
    """Take it off the register; everybody reads why."""
    _check_staff(effort.area, by)
    _still_standing(effort)
    if not because.strip():
        raise CannotAct(_("Say why."))
    effort.struck_at, effort.struck_because = now, because.strip()
    effort.save(update_fields=["struck_at", "struck_because"])
    record("needs/effort-struck", effort, by=by, now=now, because=effort.struck_because)
    return effort


def _check_staff(area: Area, by: Person) -> None:
    if not rules.may_sort(by, area):
        raise CannotAct(_("Only those who work here do this."))


def _check(area: Area, tried: Tried, by: Person, now: datetime) -> None:
    _check_staff(area, by)
    if not tried.title.strip():
        raise CannotAct(_("Give it a title."))
    if not FIRST_YEAR <= tried.begun_year <= now.year:
        raise CannotAct(_("It must have begun already. Write the year with four figures."))
    if tried.ended_year is not None and not tried.begun_year <= tried.ended_year <= now.year:
        raise CannotAct(_("It cannot have ended before it began, nor in a year to come."))
    if tried.cost_ore is not None and tried.cost_ore < 0:
        raise CannotAct(_("It cannot have cost less than nothing."))


def _still_standing(effort: Effort) -> None:
    if Effort.objects.select_for_update().get(pk=effort.pk).struck_at:
        raise CannotAct(_("It was struck from the register."))


def _facts(tried: Tried) -> dict[str, Any]:
    facts = {name: one.strip() if isinstance(one, str) else one for name, one in asdict(tried).items()}
    return facts | {"searched": folded(" ".join(facts[name] for name in TEXTS))}
