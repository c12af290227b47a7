"""Areas with a round to walk each, and a word to its phones; done inside the installation."""

import json

from django.test import Client

from medskab.common.clock import now
from medskab.people.models import Person, RoleKind
from medskab.people.tests import factories as people
from medskab.places.models import Area
from medskab.places.tests import factories as places
from medskab.rounds import actions
from medskab.rounds.models import Phone
from medskab.rounds.tests import factories
from medskab.statements.tests import factories as conversations
from medskab.surveys.tests import factories as surveys


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


def prepare(slug: str) -> str:
    """Two stairwells of two homes, a conversation and a survey to bring along, and Freja's cookies."""
    area = people.area(slug)
    freja = people.facilitator(area)
    block = places.block(area, "Block 1")
    for name in ("Engvej 4", "Engvej 6"):
        stairwell = places.stairwell(block, name)
        for floor in ("st", "1"):
            places.dwelling(stairwell, floor=floor)
    conversations.statements(conversations.conversation(area, freja), 2)
    asked = surveys.survey(area, freja)
    surveys.question(asked)
    hangs = {"question": "safe", "options": ["no"]}
    surveys.question(asked, "why", "text", words={"da": "Hvorfor?", "en": "Why?"}, shown_if=hangs)
    surveys.opened(asked)
    browser = people.sign_in(Client(), freja)
    return json.dumps({one.key: one.value for one in browser.cookies.values()})
