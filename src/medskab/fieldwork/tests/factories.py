"""Speakers and what they said, for this room's tests and for the rooms above."""

from medskab.common.clock import now
from medskab.common.codes import new_code
from medskab.fieldwork import actions
from medskab.fieldwork.consenting import Asked
from medskab.fieldwork.models import Quote, Source, Subject
from medskab.people.models import AgeBand, Channel, Person, Voice
from medskab.places.models import Area

WORDS = "[00:00:05] Facilitator: What is it like here?\n[00:00:09] Lampe: The yard is dark in winter."
ALLOWED = ("stored", "analysed", "quoted")


def asked(*purposes: str, **facts: object) -> Asked:
    """A consent on paper, in Danish."""
    given = {"voices": (Voice.OWN,), "language": "da", "channel": Channel.PAPER}
    return Asked(**{"purposes": purposes or ALLOWED, **given, **facts})


def subject(area: Area, by: Person, *purposes: str, code: str = "", **facts: object) -> Subject:
    """Somebody who agreed to these purposes, or to the usual ones."""
    words = {"pseudonym": "Lampe", "contact": "", "age_band": AgeBand.ADULT}
    consent = facts.pop("consent", None) or asked(*purposes)
    return actions.enter_subject(
        area=area, facts={**words, **facts}, asked=consent, code=code or new_code(), by=by, now=now()
    )


def interview(
    area: Area, by: Person, text: str = WORDS, whom: Subject | None = None, **facts: object
) -> Source:
    """An interview that was written down."""
    return _source(area, by, whom or subject(area, by), text, facts)


def note(area: Area, by: Person, text: str = "Nobody sits on the benches.", **facts: object) -> Source:
    """A field note about nobody."""
    return _source(area, by, None, text, facts)


def _source(area: Area, by: Person, whom: Subject | None, text: str, facts: dict) -> Source:
    given = {"title": "Talk 1", "on": now().date(), "place": None, "language": "da", "text": text}
    source = actions.new_source(area=area, subject=whom, facts={**given, **facts}, by=by, now=now())
    source.refresh_from_db()
    return source


def quote(area: Area, by: Person, **facts: object) -> Quote:
    """Words of a speaker that got a code: proposed, or shown and answered."""
    from . import coding_factories

    return coding_factories.quote(area, by, **facts)
