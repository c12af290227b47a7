"""Organisations and who speaks for them."""

from datetime import datetime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.people import rules
from medskab.people.models import Area, Membership, Organisation, Person
from medskab.people.refusals import AlreadyTakesPart, IsErased, NameIsTaken, NotYoursToDo, RoleIsOver


@deed
def add_organisation(*, area: Area, name: str, by: Person | None, now: datetime) -> Organisation:
    """An association, firm, school or institution takes part from now on."""
    if by is None or not rules.may_keep_people(by, area):
        raise NotYoursToDo
    if Organisation.objects.for_area(area).filter(name__iexact=name).exists():
        raise NameIsTaken
    organisation = Organisation.objects.create(area=area, name=name)
    audit.record("people.organisation_added", organisation, by=by, now=now)
    return organisation


@deed
def join_organisation(
    *, organisation: Organisation, person: Person, is_contact: bool, by: Person | None, now: datetime
) -> Membership:
    """Somebody belongs to it; a new contact takes the place of the old one."""
    if (
        by is None
        or not rules.may_keep_people(by, organisation.area)
        or person.area_id != organisation.area_id
    ):
        raise NotYoursToDo
    if person.erased_at is not None:
        raise IsErased
    members = Membership.objects.today().filter(organisation=organisation)
    if members.filter(person=person).exists():
        raise AlreadyTakesPart
    if is_contact:
        members.update(is_contact=False)
    membership = Membership.objects.create(
        area=organisation.area,
        organisation=organisation,
        person=person,
        is_contact=is_contact,
        begins_on=now.date(),
    )
    audit.record("people.joined_organisation", membership, by=by, now=now)
    return membership


@deed
def leave_organisation(*, membership: Membership, by: Person | None, now: datetime) -> Membership:
    """Somebody belongs to it no longer."""
    if by is None or not rules.may_end_role(by, membership.person):
        raise NotYoursToDo
    ended = Membership.objects.today().filter(pk=membership.pk)
    if not ended.update(ends_on=now.date(), is_contact=False):
        raise RoleIsOver
    audit.record("people.left_organisation", membership, by=by, now=now)
    return membership
