"""Areas with a round to walk each, and a word to its phones; done inside the installation."""

import json

from django.test import Client

from medskab.common.clock import now
from medskab.people.models import Person, RoleKind
from medskab.people.tests import factories as people
from medskab.places.models import Area
from medskab.rounds import actions
from medskab.rounds.models import Phone
from medskab.rounds.tests import factories


def plan(count: str) -> str:
    """Rounds of four doors, each in an area of its own, and the cookies of its two facilitators."""
    return json.dumps([_round(f"walk{number}") for number in range(int(count))])


def _round(slug: str) -> dict[str, object]:
    area = people.area(slug)
    freja = people.facilitator(area)
    finn = people.person(area, "Finn", RoleKind.FACILITATOR)
    round_ = factories.planned(area, freja, doors=4)
    cookies = {}
    for who in (freja, finn):
        browser = people.sign_in(Client(), who)
        cookies[who.name] = {one.key: one.value for one in browser.cookies.values()}
    return {"area": slug, "round": round_.pk, "cookies": cookies}


def erase_phones(slug: str) -> None:
    """Somebody at the desk tells every phone to forget."""
    by = Person.objects.for_area(Area.objects.get(slug=slug)).get(name="Freja")
    for phone in Phone.objects.filter(round__area__slug=slug):
        actions.ask_to_erase(phone=phone, by=by, now=now())
