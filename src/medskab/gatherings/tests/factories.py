"""Meetings in every state, for this room's tests and for the rooms above."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from medskab.common.clock import now
from medskab.gatherings import actions
from medskab.gatherings.calculations import Standing
from medskab.gatherings.models import AgendaItem, Gathering, ItemKind, Kind, SignedAs, State
from medskab.people.models import Person, RoleKind
from medskab.people.tests import factories as people
from medskab.places.models import Area, Dwelling, Place, PlaceKind

ORDER = [
    State.DRAFT,
    State.CALLED,
    State.UNDER_WAY,
    State.HELD,
    State.WRITTEN,
    State.SIGNED,
    State.PUBLISHED,
]
VOTE = {"method": "hands", "majority": "of-valid", "yes": 3, "no": 1, "blank": 0, "invalid": 0}
FRAME = {"seats": 1, "substitutes": 1, "term_until": date(2028, 9, 30), "lots_drawn_by": ""}


def board_member(area: Area, name: str = "Bo") -> Person:
    """Somebody on the tenants' board."""
    return people.person(area, name, RoleKind.BOARD_MEMBER)


def resident(area: Area, name: str = "Ida") -> Person:
    """Somebody who lives here."""
    return people.person(area, name, RoleKind.RESIDENT)


def department(area: Area) -> Place:
    """The area's department, with a stairwell below it."""
    found = Place.objects.for_area(area).filter(kind=PlaceKind.DEPARTMENT, name="Afdeling 1").first()
    if found is not None:
        return found
    made = Place.objects.create(area=area, kind=PlaceKind.DEPARTMENT, name="Afdeling 1")
    block = Place.objects.create(area=area, kind=PlaceKind.BLOCK, name="Blok 1", parent=made)
    Place.objects.create(area=area, kind=PlaceKind.STAIRWELL, name="Engvej 4", parent=block)
    return made


def home(area: Area, door: str = "tv", floor: str = "1", **facts: object) -> Dwelling:
    """A home in the department."""
    department(area)
    stairwell = Place.objects.for_area(area).get(kind=PlaceKind.STAIRWELL, name="Engvej 4")
    where = {"address_line": "Engvej 4", "floor": floor, "door": door}
    found = Dwelling.objects.for_area(area).filter(**where).first()
    return found or Dwelling.objects.create(area=area, stairwell=stairwell, **where, **facts)


def at(days: int, hour: int = 19) -> datetime:
    """An hour of a day that lies so many days ahead, as clocks here show it."""
    day = timezone.localdate(now()) + timedelta(days=days)
    return datetime.combine(day, time(hour), tzinfo=timezone.get_current_timezone())


def words(area: Area, **changed: object) -> dict:
    """What a draft of an afdelingsmøde says."""
    begins_at = changed.pop("begins_at", None) or at(40)
    given = {
        "title": "Afdelingsmøde",
        "about": "Once a year we decide together.",
        "kind": Kind.LAWFUL,
        "is_extraordinary": False,
        "begins_at": begins_at,
        "ends_at": begins_at + timedelta(hours=2),
        "where": "The beboerhus",
        "place": None,
        "department": department(area),
    }
    return given | changed


def gathering(
    area: Area, by: Person, kind: str = Kind.LAWFUL, state: str = State.DRAFT, **changed: object
) -> Gathering:
    """A meeting in a state, brought there by its own deeds; its day is forty days ahead."""
    made = actions.draft(area=area, words=words(area, kind=kind, **changed), by=by, now=now())
    if kind == Kind.INFORMAL:
        point = {"title": "Talk about the yard", "kind": ItemKind.OTHER}
        actions.add_item(gathering=made, words=point, by=by, now=now())
    if state == State.CANCELLED:
        actions.call(gathering=made, by=by, now=now())
        return actions.cancel(gathering=again(made), because="The hall is flooded", by=by, now=now())
    for step in ORDER[1 : ORDER.index(State(state)) + 1]:
        _STEPS[step](made, by)
        made = again(made)
    return made


def item(of: Gathering, kind: str) -> AgendaItem:
    """The meeting's first point of a kind."""
    return AgendaItem.objects.select_related("gathering__area").filter(gathering=of, kind=kind)[0]


def again(one: Gathering) -> Gathering:
    """As a request would load it."""
    return Gathering.objects.select_related("area").get(pk=one.pk)


def _called(made: Gathering, by: Person) -> None:
    actions.call(gathering=made, by=by, now=now())


def _under_way(made: Gathering, by: Person) -> None:
    """Send the agenda in the week when it may be sent, open the doors on the day, let two homes in."""
    actions.send_agenda(gathering=made, by=by, now=made.begins_at - timedelta(days=10))
    moment = made.begins_at
    actions.open_doors(gathering=again(made), by=by, now=moment)
    opened = again(made)
    if made.is_lawful:
        for door in ("tv", "th"):
            actions.check_in(
                gathering=opened, home=home(made.area, door), votes=2, code="", by=by, now=moment
            )
    actions.elect_chair(
        gathering=opened, chair_name="Karen Holm", keeper_name="Per Lund", chair=None, by=by, now=moment
    )


def _held(made: Gathering, by: Person) -> None:
    moment = made.ends_at
    if made.is_lawful:
        for point in AgendaItem.objects.select_related("gathering__area").filter(gathering=made):
            if point.kind == ItemKind.BUDGET:
                actions.record_vote(item=point, numbers=VOTE, by=by, now=moment)
            if point.kind == ItemKind.ELECTION:
                standing = [Standing("Karen Holm", 3), Standing("Per Lund", 1)]
                actions.record_election(item=point, frame=FRAME, candidates=standing, by=by, now=moment)
    actions.close_meeting(gathering=made, by=by, now=moment)


def _written(made: Gathering, by: Person) -> None:
    for point in AgendaItem.objects.select_related("gathering__area").filter(gathering=made):
        actions.write_minutes(
            item=point, minutes=f"We talked about point {point.number}.", decided="", by=by, now=made.ends_at
        )
    actions.finish_minutes(gathering=again(made), by=by, now=made.ends_at)


def sign(made: Gathering, as_what: str, by: Person) -> None:
    """A signature under the latest minutes."""
    version = made.minutes_versions.select_related("gathering__area").order_by("-number")[0]
    on_paper = as_what == SignedAs.CHAIR and made.chair_id is None
    actions.sign_minutes(
        version=version,
        signed_as=as_what,
        sha256=version.sha256,
        is_on_paper=on_paper,
        by=by,
        now=made.ends_at,
    )


def _signed(made: Gathering, by: Person) -> None:
    second = Person.objects.for_area(made.area).filter(name="Second on the board").first()
    sign(made, SignedAs.CHAIR, by)
    sign(made, SignedAs.BOARD, second or board_member(made.area, "Second on the board"))


def _published(made: Gathering, by: Person) -> None:
    actions.publish_minutes(gathering=made, by=by, now=made.ends_at)


_STEPS = {
    State.CALLED: _called,
    State.UNDER_WAY: _under_way,
    State.HELD: _held,
    State.WRITTEN: _written,
    State.SIGNED: _signed,
    State.PUBLISHED: _published,
}
