"""Founding the demo areas with their invented people, in one deed."""

from datetime import datetime, timedelta

from medskab.audit import actions as audit
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Account, Person, Role
from medskab.places.models import Area, Place, PlaceKind

from .cast import CAST

AREAS = (("engparken", "Engparken", "brick"), ("birkelunden", "Birkelunden", "moss"))
_IN_THE_AREA_FOR = timedelta(days=365)


class DemoStandsAlready(CannotAct):
    text = "The demo is built already."


@deed
def found_demo(*, by: None, now: datetime) -> Area:
    """Both demo areas, each with its municipality at the top of the tree, and everybody of the cast."""
    if Area.objects.filter(slug__in=[slug for slug, _name, _accent in AREAS]).exists():
        raise DemoStandsAlready
    areas = {slug: _area(slug, name, accent, now) for slug, name, accent in AREAS}
    people: dict[str, Person] = {}
    for player in CAST:
        area = areas[player.area]
        person = people[player.key] = Person.objects.create(
            area=area,
            account=Account.objects.create_user(player.email),
            name=player.name,
            age_band=player.age_band,
            guardian=people.get(player.guardian),
            created_at=now,
        )
        if player.role:
            begins_on = (now - _IN_THE_AREA_FOR).date()
            Role.objects.create(area=area, person=person, kind=player.role, begins_on=begins_on)
    audit.record("demo.founded", areas["engparken"], by=by, now=now, figures={"people": len(people)})
    return areas["engparken"]


@deed
def begin_chapter(*, area: Area, name: str, by: None, now: datetime) -> None:
    """A part of the story begins: if it never ends, the demo is half built."""
    audit.record("demo.chapter_begun", area, by=by, now=now, figures={"chapter": name})


@deed
def end_chapter(*, area: Area, name: str, by: None, now: datetime) -> None:
    """A part of the story is told."""
    audit.record("demo.chapter_ended", area, by=by, now=now, figures={"chapter": name})


def _area(slug: str, name: str, accent: str, now: datetime) -> Area:
    area = Area.objects.create(
        slug=slug,
        name=name,
        accent=accent,
        is_demo=True,
        data_controller="Demo Boligforening (opdigtet)",
        contact="Beboerhuset, Engparken 1 (opdigtet)" if slug == "engparken" else "Birkehuset (opdigtet)",
        created_at=now,
    )
    top = Place.objects.create(area=area, kind=PlaceKind.MUNICIPALITY, name="Demo Kommune")
    Place.objects.create(area=area, kind=PlaceKind.AREA, name=name, parent=top)
    return area
