"""Handing over rights, using them, taking them back."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.common.slugs import free_slug
from medskab.people.models import Person
from medskab.places.models import Area

from . import queries, rules
from .models import Authorization, Mandate, MandateStep, StepKind
from .refusals import (
    AlreadyAuthorized,
    BadMandate,
    MandateDoesNotCover,
    MandateIsOver,
    NotLater,
    NotYoursToHandOver,
    OutsideTheArea,
    SayWhy,
)

# Words of the room's own addresses.


@deed
def give_mandate(*, area: Area, facts: dict[str, Any], by: Person | None, now: datetime) -> Mandate:
    """Hand over a right. `facts` are the mandate's fields by name; the slug is made from the title."""
    if by is None or not rules.may_hand_over(by, area):
        raise NotYoursToHandOver
    mandate = Mandate(area=area, created_at=now, created_by=by, **facts)
    mandate.slug = _free_slug(area, mandate.title)
    _check(mandate)
    mandate.save(force_insert=True)
    _add_step(mandate, StepKind.GIVEN, "", by, now)
    audit.record("mandates.given", mandate, by=by, now=now, figures={"ceiling_ore": mandate.ceiling_ore})
    return mandate


@deed
def extend_mandate(
    *, mandate: Mandate, ends_on: date, because: str, by: Person | None, now: datetime
) -> Mandate:
    """Let a right that still holds, or has not begun, hold longer."""
    if by is None or not rules.may_change(by, mandate):
        raise NotYoursToHandOver
    if not because.strip():
        raise SayWhy
    today = timezone.localdate(now)
    living = Mandate.objects.filter(pk=mandate.pk, revoked_at=None, ends_on__gte=today)
    if not living.filter(ends_on__lt=ends_on).update(ends_on=ends_on):
        raise NotLater if living.exists() else MandateIsOver
    mandate.refresh_from_db()
    _add_step(mandate, StepKind.EXTENDED, because, by, now)
    audit.record("mandates.extended", mandate, by=by, now=now)
    return mandate


@deed
def revoke_mandate(*, mandate: Mandate, because: str, by: Person | None, now: datetime) -> Mandate:
    """Take a right back from this moment on; what was decided under it stands."""
    if by is None or not rules.may_change(by, mandate):
        raise NotYoursToHandOver
    if not because.strip():
        raise SayWhy
    living = Mandate.objects.filter(pk=mandate.pk, revoked_at=None, ends_on__gte=timezone.localdate(now))
    if not living.update(revoked_at=now, revoked_because=because, revoked_by=by):
        raise MandateIsOver
    mandate.refresh_from_db()
    _add_step(mandate, StepKind.REVOKED, because, by, now)
    audit.record("mandates.revoked", mandate, by=by, now=now)
    return mandate


@deed
def authorize(
    *, mandate: Mandate, source: models.Model, field: str, ceiling_ore: int, by: Person | None, now: datetime
) -> Authorization:
    """Write that `source` may use up to so much under the mandate; refused unless it covers this now.

    A decision about no money, such as a yes or no of the homes, uses nothing of it.
    """
    if not rules.may_use(by, mandate):
        raise NotYoursToHandOver
    if getattr(source, "area_id", None) != mandate.area_id:
        raise OutsideTheArea
    if not _take(mandate, ceiling_ore, now):
        mandate.refresh_from_db()
        raise MandateDoesNotCover(queries.why_not(mandate, ceiling_ore=ceiling_ore, now=now))
    key = {"source_kind": source._meta.label_lower, "source_id": str(source.pk)}
    if Authorization.objects.filter(**key).exists():
        raise AlreadyAuthorized
    authorization = Authorization.objects.create(
        area_id=mandate.area_id, mandate=mandate, field=field, ceiling_ore=ceiling_ore, at=now, by=by, **key
    )
    mandate.refresh_from_db(fields=["used_ore"])
    audit.record("mandates.used", authorization, by=by, now=now, figures={"ceiling_ore": ceiling_ore})
    return authorization


def _take(mandate: Mandate, ceiling_ore: int, now: datetime) -> int:
    # One statement asks everything that `why_not` asks and counts the amount: two at once cannot both pass.
    day = timezone.localdate(now)
    covering = Mandate.objects.in_force(day).filter(pk=mandate.pk, ceiling_ore__gte=ceiling_ore)
    within = Q(total_ore=None) | Q(total_ore__gte=F("used_ore") + ceiling_ore)
    return covering.filter(within).update(used_ore=F("used_ore") + ceiling_ore) if ceiling_ore >= 0 else 0


def _check(mandate: Mandate) -> None:
    links = (mandate.place, mandate.payee_organisation)
    if any(one is not None and one.area_id != mandate.area_id for one in links):
        raise OutsideTheArea
    if mandate.ends_on < mandate.starts_on:
        raise BadMandate(_("The last day must come after the first."))
    if mandate.is_youth and not mandate.co_holder.strip():
        raise BadMandate(_("Young people need an adult or an association beside them."))
    if mandate.ceiling_ore <= 0:
        raise BadMandate(_("Say an amount above zero."))
    if mandate.total_ore is not None and mandate.total_ore < mandate.ceiling_ore:
        raise BadMandate(_("The total must be at least as much as one decision may cost."))


def _add_step(mandate: Mandate, kind: StepKind, because: str, by: Person, now: datetime) -> None:
    MandateStep.objects.create(
        area_id=mandate.area_id,
        mandate=mandate,
        kind=kind,
        until=mandate.ends_on,
        because=because,
        at=now,
        by=by,
    )


def _free_slug(area: Area, title: str) -> str:
    others = Mandate.objects.for_area(area)
    return free_slug(title, others, below="mandates/", otherwise="mandate")
