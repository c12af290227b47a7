"""Erasing somebody: the row stays as a number, without a name; all rooms empty what they know."""

from datetime import datetime

from django.db.models import F

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.people import queries, rules
from medskab.people.models import AccessRenewal, Account, Area, DemoLogin, Membership, Person, Role
from medskab.people.refusals import IsErased, LastOfTheStaff, NotYoursToDo
from medskab.people.upwards import asked


@deed
def erase(*, person: Person, by: Person | None, now: datetime) -> Person:
    """Forget who somebody was. What was decided stays, with a number that leads to nobody."""
    if person.erased_at is not None:
        raise IsErased
    if by is None or not rules.may_erase(by, person):
        raise NotYoursToDo
    _keep_somebody_for_the_area(person, now)
    _forget(person, by, now)
    return person


@deed
def erase_again(*, person: Person, by: None, now: datetime) -> Person:
    """Forget somebody whom a restored backup still knew."""
    _forget(person, by, now)
    return person


def _forget(person: Person, by: Person | None, now: datetime) -> None:
    for erase_there in asked("erasures"):
        erase_there(person=person, by=by, now=now)
    Role.objects.filter(person=person, ends_on=None).update(ends_on=now.date())
    Role.objects.filter(person=person, ends_on__gt=now.date(), begins_on__lte=now.date()).update(
        ends_on=now.date()
    )
    Membership.objects.today().filter(person=person).update(ends_on=now.date(), is_contact=False)
    AccessRenewal.objects.filter(person=person, ended_at=None).update(ended_at=now, email="")
    DemoLogin.objects.filter(person=person).delete()
    account = person.account
    Person.objects.filter(pk=person.pk).update(
        name="", age_band="", account=None, guardian=None, erased_at=now
    )
    if account is not None and not Person.objects.filter(account=account).exists():
        Account.objects.filter(pk=account.pk).delete()
    person.refresh_from_db()
    audit.record("people.erased", person, by=by, now=now)


def _keep_somebody_for_the_area(person: Person, now: datetime) -> None:
    # The write makes two who leave at once wait for each other, on both databases.
    Area.objects.filter(pk=person.area_id).update(created_at=F("created_at"))
    works_here = queries.staff_roles_of(person.area, now.date()).filter(person=person).exists()
    others = queries.staff_who_came_in(person.area, now.date()).exclude(person=person)
    if works_here and not others.exists():
        raise LastOfTheStaff
