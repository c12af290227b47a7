"""Inviting somebody: an account, a person, a role and a letter, or nothing."""

from dataclasses import dataclass
from datetime import datetime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.people import letters, rules
from medskab.people.age import may_decide_alone
from medskab.people.models import Account, AgeBand, Area, Person, Role, RoleKind
from medskab.people.refusals import AlreadyTakesPart, GuardianMissing, NotYoursToDo
from medskab.places.models import Place
from medskab.tools.post import actions as post


@dataclass(frozen=True)
class Invitation:
    """Whom, as what, where; and in which language the letter is written."""

    email: str
    name: str
    kind: RoleKind
    place: Place | None = None
    age_band: AgeBand = AgeBand.ADULT
    guardian: Person | None = None
    language: str = ""


@deed
def invite(*, area: Area, invitation: Invitation, by: Person | None, now: datetime) -> Person:
    """Let somebody in. The letter says that there is an account, not what for."""
    if by is None or not rules.may_keep_people(by, area):
        raise NotYoursToDo
    if not may_decide_alone(invitation.age_band, now.date()) and not _is_adult_here(
        invitation.guardian, area
    ):
        raise GuardianMissing
    account = Account.objects.at(invitation.email)
    if Person.objects.for_area(area).filter(account=account).exists():
        raise AlreadyTakesPart
    person = Person.objects.create(
        area=area,
        account=account,
        name=invitation.name,
        age_band=invitation.age_band,
        guardian=None if may_decide_alone(invitation.age_band, now.date()) else invitation.guardian,
        created_at=now,
    )
    Role.objects.create(
        area=area,
        person=person,
        kind=invitation.kind,
        place=invitation.place,
        begins_on=now.date(),
        given_by=by,
    )
    audit.record("people.invited", person, by=by, now=now, figures={"role": invitation.kind})
    _welcome(person, account.email, invitation.language, now)
    return person


def _welcome(person: Person, to: str, language: str, now: datetime) -> None:
    letter = letters.welcome(person, to=to, language=language)
    post.send_later(letter, about=person, now=now)


def _is_adult_here(guardian: Person | None, area: Area) -> bool:
    return guardian is not None and guardian.area_id == area.pk and guardian.age_band == AgeBand.ADULT
