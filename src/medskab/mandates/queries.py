"""Questions about mandates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from medskab.common.money import ore_as_text
from medskab.people.models import Person
from medskab.places.models import Area
from medskab.threads.queries import showing_of, visible

from .models import Authorization, Mandate, MandateQuerySet


@dataclass(frozen=True)
class DecidedThing:
    """Something that was authorized under a mandate, with its page where the viewer may see one."""

    title: str
    url: str
    ceiling_ore: int
    at: datetime


def mandates_of(area: Area) -> MandateQuerySet:
    """All mandates of an area, newest first."""
    return Mandate.objects.for_area(area).select_related("area", "place", "payee_organisation")


def in_force(area: Area, day: date) -> MandateQuerySet:
    """Those that hold on a day."""
    return mandates_of(area).in_force(day)


def why_not(mandate: Mandate, *, ceiling_ore: int, now: datetime) -> str:
    """Why the mandate does not cover this amount at this moment; empty where it does."""
    return _why_not_today(mandate, timezone.localdate(now)) or _why_not_so_much(mandate, ceiling_ore)


def _why_not_today(mandate: Mandate, day: date) -> str:
    if mandate.revoked_at is not None:
        return _("The right “%(title)s” was taken back.") % _words(mandate)
    if day < mandate.starts_on:
        return _("The right “%(title)s” begins on %(starts)s.") % _words(mandate)
    if day > mandate.ends_on:
        return _("The right “%(title)s” ended on %(ends)s.") % _words(mandate)
    return ""


def _why_not_so_much(mandate: Mandate, ceiling_ore: int) -> str:
    if ceiling_ore < 0:
        return _("Say an amount that is not below zero.")
    if ceiling_ore > mandate.ceiling_ore:
        return _("The right “%(title)s” goes up to %(ceiling)s kr. for each decision.") % _words(mandate)
    if mandate.left_ore is not None and ceiling_ore > mandate.left_ore:
        return _("Of the total of the right “%(title)s” only %(left)s kr. is left.") % _words(mandate)
    return ""


def _words(mandate: Mandate) -> Mapping[str, str]:
    return {
        "title": mandate.title,
        "starts": date_format(mandate.starts_on),
        "ends": date_format(mandate.ends_on),
        "ceiling": ore_as_text(mandate.ceiling_ore),
        "left": ore_as_text(mandate.left_ore or 0),
    }


def decided_under(mandate: Mandate, viewer: Person | None) -> list[DecidedThing]:
    """What was authorized under a mandate, newest first; by name and page where the viewer may see it."""
    rows = list(mandate.authorizations.all())
    keys = [(row.source_kind, row.source_id) for row in rows]
    things = visible(keys, area_id=mandate.area_id, viewer=viewer)
    return [_decided(row, things.get((row.source_kind, row.source_id))) for row in rows]


def _decided(row: Authorization, thing: models.Model | None) -> DecidedThing:
    if thing is None:
        return DecidedThing(row.field, "", row.ceiling_ore, row.at)
    showing = showing_of(thing)
    return DecidedThing(showing.name(thing), showing.url(thing), row.ceiling_ore, row.at)
