"""The first area of a new site, with the first person who works for it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.people import first_run
from medskab.people.models import Account, AgeBand, Area, Person, Role, RoleKind
from medskab.people.refusals import AlreadySetUp
from medskab.places.models import Place, PlaceKind


@dataclass(frozen=True)
class FirstArea:
    """What the first run asks for."""

    name: str
    slug: str
    municipality: str
    accent: str
    data_controller: str
    contact: str
    facilitator: str
    email: str


@deed
def set_up_first_area(*, wanted: FirstArea, by: Person | None, now: datetime) -> Person:
    """Area, place tree, account, person and role, all or none; answers the person.

    Called with the same idempotency key by everybody: of two browsers at once, one wins on both databases.
    """
    if Area.objects.exists():
        raise AlreadySetUp
    area = Area.objects.create(
        name=wanted.name,
        slug=wanted.slug,
        accent=wanted.accent,
        data_controller=wanted.data_controller,
        contact=wanted.contact,
        created_at=now,
    )
    municipality = Place.objects.create(area=area, kind=PlaceKind.MUNICIPALITY, name=wanted.municipality)
    Place.objects.create(area=area, kind=PlaceKind.AREA, name=wanted.name, parent=municipality)
    person = Person.objects.create(
        area=area,
        account=Account.objects.at(wanted.email),
        name=wanted.facilitator,
        age_band=AgeBand.ADULT,
        created_at=now,
    )
    Role.objects.create(area=area, person=person, kind=RoleKind.FACILITATOR, begins_on=now.date())
    audit.record("people.area_set_up", area, by=person, now=now)
    transaction.on_commit(first_run.use_up)
    return person
