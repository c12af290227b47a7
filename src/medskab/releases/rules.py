"""Who may publish tables about people."""

from medskab.places.models import Area
from medskab.places.rules import Actor, works_here


def may_release(person: Actor | None, area: Area) -> bool:
    """Those who work for the area."""
    return works_here(person, area)
