"""Giving and ending roles."""

from datetime import datetime

from django.db.models import F, Q

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.people import queries, rules
from medskab.people.models import STAFF_ROLES, Area, Person, Role, RoleKind
from medskab.people.refusals import (
    AlreadyHasTheRole,
    HandOverFirst,
    IsErased,
    LastOfTheStaff,
    NotYoursToDo,
    RoleIsOver,
)
from medskab.people.upwards import open_duties
from medskab.places.models import Place


@deed
def give_role(
    *, person: Person, kind: RoleKind, place: Place | None = None, by: Person | None, now: datetime
) -> Role:
    """From today, somebody does this here."""
    if by is None or not rules.may_give_role(by, person, kind):
        raise NotYoursToDo
    if person.erased_at is not None:
        raise IsErased
    if Role.objects.filter(person=person, kind=kind, place=place, ends_on=None).exists():
        raise AlreadyHasTheRole
    role = Role.objects.create(
        area=person.area, person=person, kind=kind, place=place, begins_on=now.date(), given_by=by
    )
    audit.record("people.role_given", role, by=by, now=now, figures={"role": kind})
    return role


@deed
def end_role(*, role: Role, by: Person | None, now: datetime) -> Role:
    """From today, somebody does this here no longer; what they were in charge of is handed over before."""
    if by is None or not rules.may_end_role(by, role.person):
        raise NotYoursToDo
    if duties := open_duties(role.person):
        raise HandOverFirst([duty.title for duty in duties])
    _hold(role.area)
    if role.kind in STAFF_ROLES and _is_last(role, now):
        raise LastOfTheStaff
    last_day = max(role.begins_on, now.date())
    still_open = Role.objects.filter(pk=role.pk).filter(Q(ends_on=None) | Q(ends_on__gt=last_day))
    if not still_open.update(ends_on=last_day):
        raise RoleIsOver
    role.ends_on = last_day
    audit.record("people.role_ended", role, by=by, now=now, figures={"role": role.kind})
    return role


def _hold(area: Area) -> None:
    """Two who end the last two roles at once wait for each other: a write holds the row on both databases."""
    Area.objects.filter(pk=area.pk).update(created_at=F("created_at"))


def _is_last(role: Role, now: datetime) -> bool:
    return not queries.staff_who_came_in(role.area, now.date()).exclude(pk=role.pk).exists()
