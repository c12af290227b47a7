"""Who may do what, as far as roles alone decide it."""

from datetime import date
from typing import Any

from medskab.common.clock import now
from medskab.places.models import Area

from .age import may_decide_alone
from .models import STAFF_ROLES, AccessRenewal, Account, Person, RoleKind


def holds(person: Person | None, area: Area, *kinds: RoleKind, on: date | None = None) -> bool:
    """Whether the person holds one of these roles in the area (today where no day is given)."""
    if person is None or person.area_id != area.pk or person.erased_at is not None:
        return False
    return person.roles.held_on(on or now().date()).filter(kind__in=kinds).exists()


def is_staff(person: Person | None, area: Area) -> bool:
    """Whether the person works for the area."""
    return holds(person, area, *STAFF_ROLES)


def is_signed_in(person: Person | None, _thing: object) -> bool:
    """Whether the person takes part in this area."""
    return person is not None


def is_account(_person: Person | None, account: Any) -> bool:
    """Whether somebody is signed in at all; for pages that belong to no area."""
    return isinstance(account, Account) and account.is_active


def may_keep_people(person: Person | None, area: Area) -> bool:
    """Who invites, gives and ends roles, and makes codes: the area's staff."""
    return is_staff(person, area)


def may_give_role(person: Person | None, whom: Person, kind: str) -> bool:
    """Staff give roles; the two staff roles are given by those who hold one, never to oneself."""
    return is_staff(person, whom.area) and (kind not in STAFF_ROLES or person != whom)


def may_end_role(person: Person | None, whom: Person) -> bool:
    """Staff, and everybody for their own roles."""
    return is_staff(person, whom.area) or _is_oneself(person, whom)


def may_speak_for(person: Person | None, whom: Person) -> bool:
    """Oneself, and the guardian of somebody who is too young to decide alone."""
    if person is None or person.area_id != whom.area_id or whom.erased_at is not None:
        return False
    is_guardian = whom.guardian_id == person.pk and not may_decide_alone(whom.age_band, now().date())
    return _is_oneself(person, whom) or is_guardian


def may_write_down_consent(person: Person | None, whom: Person) -> bool:
    """Staff who heard it, for others than themselves."""
    return is_staff(person, whom.area) and not _is_oneself(person, whom)


def may_erase(person: Person | None, whom: Person) -> bool:
    """Oneself; and staff, for somebody who asked them, moved away or died."""
    return _is_oneself(person, whom) or is_staff(person, whom.area)


def may_renew_access(person: Person | None, whom: Person) -> bool:
    """Staff, for others than themselves."""
    return is_staff(person, whom.area) and not _is_oneself(person, whom)


def may_agree_to_renewal(person: Person | None, renewal: AccessRenewal) -> bool:
    """Another of the staff than the one who asked, and than the one it is about."""
    return (
        is_staff(person, renewal.area)
        and person is not None
        and person.pk not in {renewal.asked_by_id, renewal.person_id}
    )


def _is_oneself(person: Person | None, whom: Person) -> bool:
    return person is not None and person.pk == whom.pk and whom.erased_at is None
