"""An area with a round to walk, and what came home of it; done inside the installation."""

import json

from django.test import Client

from medskab.common.clock import now
from medskab.needs.models import Input
from medskab.people.models import Person, RoleKind
from medskab.people.tests import factories as people
from medskab.places.models import Area
from medskab.rounds import actions, queries
from medskab.rounds.models import Bag, BagState, Phone, Round
from medskab.rounds.tests import factories


def plan() -> str:
    """A round of four doors, and the cookies of two facilitators."""
    area = people.area()
    freja = people.facilitator(area)
    finn = people.person(area, "Finn", RoleKind.FACILITATOR)
    round_ = factories.planned(area, freja, doors=4)
    cookies = {}
    for who in (freja, finn):
        browser = people.sign_in(Client(), who)
        cookies[who.name] = {one.key: one.value for one in browser.cookies.values()}
    return json.dumps({"round": round_.pk, "cookies": cookies})


def come_home() -> str:
    """What the server has: words, statuses in the order of the doors, and bags by their state."""
    round_ = Round.objects.get()
    held = queries.statuses(round_, now())
    bags = {str(state): Bag.objects.filter(state=state).count() for state in BagState}
    facts = {
        "words": sorted(Input.objects.values_list("words", flat=True)),
        "statuses": [held.get(door.pk, "") for door in queries.doors(round_)],
        "bags": {state: count for state, count in bags.items() if count},
    }
    return json.dumps(facts)


def erase_phones() -> None:
    """Somebody at the desk tells every phone to forget."""
    by = Person.objects.for_area(Area.objects.get()).get(name="Freja")
    for phone in Phone.objects.all():
        actions.ask_to_erase(phone=phone, by=by, now=now())
