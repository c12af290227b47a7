"""Initiatives in every state, for this room's tests and for the rooms above."""

from typing import Any

from medskab.common.clock import now
from medskab.initiatives import actions
from medskab.initiatives.models import Initiative, State
from medskab.initiatives.steps import STEPS, mark_of
from medskab.people.models import Person
from medskab.places.models import Area

CARD: dict[str, Any] = {
    "title": "Music in the yard",
    "what_if": "What if the yard was full of music?",
    "idea": "A stage of pallets.",
    "drives": "Some of us play.",
    "gains": "A reason to meet.",
    "effect_seen": "People stay after the concert.",
    "inspiration": "",
    "key_people": "Somebody with a van.",
    "contributions": "",
    "team": "Four neighbours.",
    "first_needed": "A place to keep the stage.",
    "place": None,
    "on_place": True,
    "on_organisation": False,
    "on_social": True,
    "level": "everyday",
    "contact": "The café, Tuesdays",
}


def draft(area: Area, lead: Person, **words: Any) -> Initiative:
    """Only its first step is written."""
    first = {name: CARD[name] for name in STEPS[0].fields} | words
    return actions.start(area=area, words=first, by=lead, now=now())


def write(initiative: Initiative, by: Person, **words: Any) -> Initiative:
    """Write all six steps."""
    card = {**CARD, "title": initiative.title, **words}
    for step in STEPS:
        given = {name: card[name] for name in step.fields}
        initiative = actions.save_step(
            initiative=initiative, step=step, words=given, seen=mark_of(initiative, step), by=by, now=now()
        )
    return initiative


def initiative(area: Area, lead: Person, state: str = State.OPEN, **words: Any) -> Initiative:
    """An initiative with a whole card; its lead must be grown up to bring it further than a draft."""
    made = write(draft(area, lead, title=words.get("title", CARD["title"])), lead, **words)
    if state == State.DRAFT:
        return made
    if state == State.WITHDRAWN:
        return actions.withdraw(initiative=made, because="Nobody has time", by=lead, now=now())
    actions.open_initiative(initiative=made, by=lead, now=now())
    if state == State.RUNNING:
        actions.begin(initiative=made, by=lead, now=now())
    if state == State.ENDED:
        actions.end_initiative(initiative=made, because="We have a stage", by=lead, now=now())
    made.refresh_from_db()
    return made


def author(initiative: Initiative, person: Person, **facts: Any) -> Person:
    """Somebody who was asked and said yes."""
    actions.invite_author(initiative=initiative, person=person, by=initiative.lead, now=now())
    actions.accept_invitation(initiative=initiative, by=person, now=now(), **facts)
    return person
