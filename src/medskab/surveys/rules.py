"""Who may write surveys, and who may answer them."""

from typing import Any

from medskab.people.models import Person
from medskab.people.rules import is_staff
from medskab.places.models import Area

from .models import Survey, SurveyState


def may_build(person: Person | None, thing: Any) -> bool:
    """The area's staff; `thing` is the area or a row of it."""
    return is_staff(person, thing if isinstance(thing, Area) else thing.area)


def may_read(person: Person | None, survey: Survey) -> bool:
    """Everybody, once it has opened; before that, who writes it."""
    return survey.state != SurveyState.DRAFT or may_build(person, survey)
