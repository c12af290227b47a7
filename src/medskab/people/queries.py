"""Questions about people, their roles and what they agreed to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.db.models import Prefetch
from django.utils.functional import Promise

from medskab.places.models import Area

from . import first_run
from .age import may_decide_alone
from .consent_texts import SENTENCES, VERSION
from .models import (
    STAFF_ROLES,
    AccessRenewal,
    Account,
    Consent,
    JoinCode,
    Membership,
    Organisation,
    Person,
    Purpose,
    Role,
    RoleKind,
    Session,
    Voice,
)


@dataclass(frozen=True)
class ConsentState:
    """Where one purpose stands for one person: what holds, and what is missing for it to hold."""

    purpose: Purpose
    sentence: str | Promise
    text_version: str
    is_given: bool
    given_voices: frozenset[Voice]
    missing: tuple[Voice, ...]


def has_consent(person: Person, purpose: str, now: datetime) -> bool:
    """Whether it may be done *now*. Asked at every use, never remembered; without a yes it is a no."""
    return consent_state(person, [purpose], now)[0].is_given


def consent_states(person: Person, now: datetime) -> list[ConsentState]:
    """All purposes, in the order in which they are asked."""
    return consent_state(person, list(Purpose), now)


def consent_state(person: Person, purposes: Iterable[str], now: datetime) -> list[ConsentState]:
    """How some purposes stand."""
    newest: dict[tuple[str, str], Consent] = {}
    for row in Consent.objects.filter(person=person, purpose__in=list(purposes)):
        newest[row.purpose, row.voice] = row
    needed = needed_voices(person, now.date())
    states = []
    for purpose in purposes:
        given = frozenset(
            Voice(voice)
            for (one, voice), row in newest.items()
            if one == purpose and _still_holds(row, person)
        )
        missing = tuple(voice for voice in needed if voice not in given)
        is_given = bool(needed) and not missing and person.erased_at is None
        states.append(ConsentState(Purpose(purpose), SENTENCES[purpose], VERSION, is_given, given, missing))
    return states


def needed_voices(person: Person, day: date) -> tuple[Voice, ...]:
    """Whose yes is needed; of somebody whose age nobody knows, none is enough."""
    if may_decide_alone(person.age_band, day):
        return (Voice.OWN,)
    return (Voice.GUARDIAN, Voice.CHILD) if person.age_band else ()


def _still_holds(row: Consent, person: Person) -> bool:
    if not row.is_given or row.text_version != VERSION:
        return False
    return row.voice != Voice.GUARDIAN or row.said_by_id == person.guardian_id


def persons_of(account: Account) -> models.QuerySet[Person]:
    """Whom an account stands for, in all areas."""
    return (
        Person.objects.filter(account=account, erased_at=None).select_related("area").order_by("area__name")
    )


def people_of(area: Area, day: date) -> models.QuerySet[Person]:
    """Everybody who takes part, with their roles of that day in `roles_now`."""
    roles = Role.objects.held_on(day).select_related("place").order_by("kind")
    return (
        Person.objects.for_area(area)
        .filter(erased_at=None)
        .select_related("account")
        .prefetch_related(Prefetch("roles", queryset=roles, to_attr="roles_now"))
        .order_by("name", "id")
    )


def roles_of(person: Person, day: date) -> models.QuerySet[Role]:
    """What somebody does here today."""
    return person.roles.held_on(day).select_related("place").order_by("kind")


def wards_of(person: Person, day: date) -> list[Person]:
    """The children somebody decides for together with them."""
    children = Person.objects.for_area(person.area).filter(guardian=person, erased_at=None).order_by("name")
    return [child for child in children if not may_decide_alone(child.age_band, day)]


def people_named(area: Area) -> models.QuerySet[Person]:
    """Everybody who is here, by name."""
    return Person.objects.for_area(area).filter(erased_at=None).order_by("name", "id")


def adults_of(area: Area) -> models.QuerySet[Person]:
    """Who can be somebody's guardian."""
    return people_named(area).filter(age_band="18+")


def staff_roles_of(area: Area, day: date) -> models.QuerySet[Role]:
    """The roles of those who work for the area."""
    roles = Role.objects.for_area(area).held_on(day).filter(kind__in=STAFF_ROLES)
    return roles.filter(person__erased_at=None, person__account__isnull=False)


def staff_who_came_in(area: Area, day: date) -> models.QuerySet[Role]:
    """The roles of those who have signed in at least once: an invitation alone keeps no area going."""
    return staff_roles_of(area, day).exclude(person__account__last_login=None)


def is_staff_somewhere(account: Account | None, day: date) -> bool:
    """Whether an account opens some area's staff pages."""
    roles = Role.objects.held_on(day).filter(kind__in=STAFF_ROLES)
    return account is not None and roles.filter(person__account=account, person__erased_at=None).exists()


def sign_ins_of(account: Account, now: datetime) -> models.QuerySet[Session]:
    """The browsers an account is signed in on."""
    return Session.objects.filter(account=account, expire_date__gt=now).order_by("-seen_on", "-begun_at")


def organisations_of(area: Area) -> models.QuerySet[Organisation]:
    """Organisations that take part, with who speaks for them."""
    members = Membership.objects.today().select_related("person").order_by("-is_contact", "id")
    return (
        Organisation.objects.for_area(area)
        .filter(ended_on=None)
        .prefetch_related(Prefetch("memberships", queryset=members, to_attr="members_now"))
    )


def join_codes_of(area: Area) -> models.QuerySet[JoinCode]:
    """Codes that still open something."""
    return JoinCode.objects.for_area(area).filter(ended_at=None).select_related("place")


def open_renewals(area: Area) -> models.QuerySet[AccessRenewal]:
    """Requests to let somebody in again that wait for a second person."""
    return AccessRenewal.objects.for_area(area).filter(ended_at=None).select_related("person", "asked_by")


def people_with_role(area: Area, *kinds: RoleKind, day: date) -> models.QuerySet[Person]:
    """Who holds one of these roles on a day."""
    roles = Role.objects.for_area(area).held_on(day).filter(kind__in=kinds)
    return Person.objects.filter(pk__in=roles.values("person"), erased_at=None).order_by("name")


def opens_first_run(token: str) -> bool:
    """Whether a token from the console still sets the site up."""
    return first_run.is_valid(token)
