"""What is asked about initiatives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.needs.models import Need
from medskab.needs.queries import standing
from medskab.people.models import AgeBand, Person, Purpose
from medskab.people.queries import has_consent
from medskab.places.models import Area, Place

from .models import Author, AuthorState, Initiative, InitiativeQuerySet, State, Supporter, TakesUp

FEWEST_COUNTED = 5


@dataclass(frozen=True)
class LedInitiative:
    """Something somebody is in charge of, and where to hand it over."""

    title: str
    url: str


@dataclass(frozen=True)
class Member:
    """Somebody who is part of it, as this viewer may know them; without a name where it is not shown."""

    person: Person
    name: str
    is_lead: bool
    is_adult_contact: bool


def open_initiatives(area: Area, place: Place | None = None) -> InitiativeQuerySet:
    """Open ones and those under way, newest first; with a place, those there or below it."""
    found = Initiative.objects.for_area(area).alive().select_related("area", "place")
    if place is None:
        return found
    return found.filter(Q(place=place) | Q(place__parent=place) | Q(place__parent__parent=place))


def ended_initiatives(area: Area) -> InitiativeQuerySet:
    """What came to its end, newest first."""
    ended = Initiative.objects.for_area(area).filter(state=State.ENDED)
    return ended.select_related("area", "place").order_by("-ended_at", "-id")


def initiatives_of(person: Person) -> models.QuerySet[Initiative]:
    """What somebody is part of, drafts first, then the newest."""
    part = Author.objects.filter(person=person, state=AuthorState.ACCEPTED)
    mine = Initiative.objects.for_area(person.area).filter(pk__in=part.values("initiative"))
    return mine.select_related("area").order_by(F("opened_at").desc(nulls_first=True), "-id")


def invitations_of(person: Person) -> models.QuerySet[Initiative]:
    """What somebody is asked to be part of, and has not answered."""
    asked = Author.objects.filter(person=person, state=AuthorState.INVITED)
    still = Initiative.objects.for_area(person.area).exclude(state__in=(State.ENDED, State.WITHDRAWN))
    return still.filter(pk__in=asked.values("initiative")).select_related("area")


def initiatives_about(need: Need) -> models.QuerySet[Initiative]:
    """What took up a need, as far as everybody can read it."""
    taken = TakesUp.objects.filter(need=need).values("initiative")
    found = Initiative.objects.for_area(need.area).filter(pk__in=taken, opened_at__isnull=False)
    return found.exclude(state__in=(State.DRAFT, State.WITHDRAWN)).select_related("area")


def needs_of(initiative: Initiative) -> models.QuerySet[Need]:
    """The needs it takes up."""
    taken = TakesUp.objects.filter(initiative=initiative).values("need")
    return Need.objects.filter(pk__in=taken).select_related("area").order_by("id")


def needs_to_take_up(initiative: Initiative) -> models.QuerySet[Need]:
    """What the board holds and it has not taken up yet."""
    taken = TakesUp.objects.filter(initiative=initiative).values("need")
    return standing(initiative.area).exclude(pk__in=taken)


def why_not_ready(initiative: Initiative) -> list[str]:
    """What must still be written or found before everybody can read it; empty when all is there."""
    missing = [
        (initiative.what_if, _("Write your “What if …?”.")),
        (initiative.idea, _("Write what the idea is.")),
        (initiative.gains, _("Write what people here gain.")),
        (initiative.tracks, _("Choose what it touches, one or more.")),
        (initiative.level, _("Choose how close to everyday life it is.")),
        (initiative.contact, _("Write how one reaches you.")),
    ]
    return [sentence for there, sentence in missing if not there] + _missing_grown_up(initiative)


def _missing_grown_up(initiative: Initiative) -> list[str]:
    band = initiative.lead.age_band
    grown_up = Author.objects.filter(initiative=initiative, is_adult_contact=True)
    if band == AgeBand.ADULT or grown_up.exists():
        return []
    if not band:
        return [_("Say how old you are, under “My things”.")]
    return [_("Ask somebody of 18 or older to be part of it and to be the adult contact.")]


def authors(initiative: Initiative) -> models.QuerySet[Person]:
    """Everybody who said yes."""
    rows = Author.objects.filter(initiative=initiative, state=AuthorState.ACCEPTED)
    return Person.objects.filter(pk__in=rows.values("person"), erased_at=None).order_by("id")


def supporters(initiative: Initiative) -> models.QuerySet[Person]:
    """Everybody who supports it; never shown, only told and counted."""
    rows = Supporter.objects.filter(initiative=initiative)
    return Person.objects.filter(pk__in=rows.values("person"), erased_at=None)


def support_count(initiative: Initiative) -> int | None:
    """How many support it; None where it would tell of few."""
    count = Supporter.objects.filter(initiative=initiative).count()
    return count if count >= FEWEST_COUNTED else None


def is_supporting(person: Person | None, initiative: Initiative) -> bool:
    """Whether somebody has said that they think so too."""
    return person is not None and Supporter.objects.filter(initiative=initiative, person=person).exists()


def members(initiative: Initiative, *, is_inside: bool, now: datetime) -> list[Member]:
    """The team. Outside it, a name is shown only where its owner agrees to that now."""
    rows = Author.objects.filter(initiative=initiative, state=AuthorState.ACCEPTED)
    found = []
    for row in rows.filter(person__erased_at=None).select_related("person__area"):
        may_show = is_inside or has_consent(row.person, Purpose.PUBLISHED, now)
        name = row.person.name if may_show else ""
        found.append(Member(row.person, name, row.person_id == initiative.lead_id, row.is_adult_contact))
    return found


def person_at(area: Area, address: str) -> Person | None:
    """Somebody who takes part here, by the mail address that a friend knows."""
    here = Person.objects.for_area(area).filter(erased_at=None)
    return here.filter(account__email__iexact=address.strip()).select_related("area").first()


def with_authors() -> models.QuerySet:
    """Initiatives that somebody is part of, as keys."""
    return Author.objects.filter(state=AuthorState.ACCEPTED).values("initiative")


def has_namesake(person: Person) -> bool:
    """Whether somebody else here bears the same name."""
    same = Person.objects.for_area(person.area).filter(name__iexact=person.name, erased_at=None)
    return same.exclude(pk=person.pk).exists()


def track_counts(area: Area) -> Mapping[str, int]:
    """How many that are open or under way touch each track, and how many only one."""
    alive = Initiative.objects.for_area(area).alive()
    counted = alive.aggregate(
        place=Count("id", filter=Q(on_place=True)),
        organisation=Count("id", filter=Q(on_organisation=True)),
        social=Count("id", filter=Q(on_social=True)),
    )
    return {**counted, "one": alive.touching_only_one().count()}


def duties_of(person: Person) -> Iterable[LedInitiative]:
    """What somebody leads and that is not over."""
    led = Initiative.objects.for_area(person.area).filter(lead=person)
    for initiative in led.exclude(state__in=(State.ENDED, State.WITHDRAWN)).select_related("area"):
        url = reverse("initiative-hand-over", args=[initiative.area.slug, initiative.slug])
        yield LedInitiative(initiative.title, url)


def own_things(person: Person) -> Mapping[str, object]:
    """What somebody takes part in or supports, by its title."""
    part = Author.objects.filter(person=person).select_related("initiative")
    support = Supporter.objects.filter(person=person).select_related("initiative")
    return {
        "initiatives": [{"title": row.initiative.title, "part": row.state} for row in part],
        "supports": [{"title": row.initiative.title, "since": row.since} for row in support],
    }
