"""Letting somebody in again who lost the phone, the address or both."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.people import letters, queries, rules
from medskab.people.models import AccessRenewal, Account, Person, Session
from medskab.people.refusals import AlreadyTakesPart, IsErased, NotYoursToDo, RenewalIsOpen, RenewalIsOver
from medskab.tools.post import actions as post


@deed
def renew_access(*, person: Person, email: str, by: Person | None, now: datetime) -> AccessRenewal:
    """New keys for somebody: at once, or, where a staff account is at stake, when a second one agrees."""
    if by is None or not rules.may_renew_access(by, person):
        raise NotYoursToDo
    if person.erased_at is not None:
        raise IsErased
    if AccessRenewal.objects.filter(person=person, ended_at=None).exists():
        raise RenewalIsOpen
    renewal = AccessRenewal.objects.create(
        area=person.area, person=person, email=email.lower(), asked_by=by, asked_at=now
    )
    audit.record("people.renewal_asked", renewal, by=by, now=now)
    if not _takes_two(person, email, now):
        _carry_out(renewal, now)
        _end(renewal, now)
    return renewal


@deed
def agree_to_renewal(*, renewal: AccessRenewal, by: Person | None, now: datetime) -> AccessRenewal:
    """The second person agrees: now it is done."""
    if by is None or not rules.may_agree_to_renewal(by, renewal):
        raise NotYoursToDo
    renewal = AccessRenewal.objects.select_related("person__area").get(pk=renewal.pk)
    if renewal.ended_at is not None:
        raise RenewalIsOver
    _carry_out(renewal, now)
    _end(renewal, now, agreed_by=by)
    audit.record("people.renewal_agreed", renewal, by=by, now=now)
    return renewal


@deed
def drop_renewal(*, renewal: AccessRenewal, by: Person | None, now: datetime) -> AccessRenewal:
    """It was a mistake, or it is not needed any more; also the person itself can stop it."""
    if by is None or not (rules.is_staff(by, renewal.area) or by == renewal.person):
        raise NotYoursToDo
    _end(renewal, now)
    audit.record("people.renewal_dropped", renewal, by=by, now=now)
    return renewal


def _takes_two(person: Person, email: str, now: datetime) -> bool:
    """Where a staff account opens with it, of this area or of another."""
    there = Account.objects.filter(email=email.lower()).first()
    return any(queries.is_staff_somewhere(account, now.date()) for account in (person.account, there))


def _carry_out(renewal: AccessRenewal, now: datetime) -> None:
    person, old = renewal.person, renewal.person.account
    if person.erased_at is not None:
        raise IsErased
    account = Account.objects.at(renewal.email)
    if Person.objects.for_area(person.area).filter(account=account).exclude(pk=person.pk).exists():
        raise AlreadyTakesPart
    if account == old:
        Authenticator.objects.filter(user=account).delete()
        Session.objects.filter(account=account).delete()
    elif old is not None:
        _leave(old, person, now)
    Person.objects.filter(pk=person.pk).update(account=account)
    post.send_later(letters.welcome(person, to=account.email), about=person, now=now)


def _leave(old: Account, person: Person, now: datetime) -> None:
    """The old account stands for this person no longer; it goes where it stands for nobody else."""
    post.send_later(letters.locks_changed(old.email), about=person, now=now)
    Person.objects.filter(pk=person.pk).update(account=None)
    Session.objects.filter(account=old).delete()
    if not Person.objects.filter(account=old).exists():
        EmailAddress.objects.filter(user=old).delete()
        Account.objects.filter(pk=old.pk).delete()


def _end(renewal: AccessRenewal, now: datetime, agreed_by: Person | None = None) -> None:
    waiting = AccessRenewal.objects.filter(pk=renewal.pk, ended_at=None)
    if not waiting.update(ended_at=now, email="", agreed_by=agreed_by):
        raise RenewalIsOver
    renewal.ended_at, renewal.email, renewal.agreed_by = now, "", agreed_by
