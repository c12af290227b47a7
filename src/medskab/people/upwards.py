"""What this room asks the rooms above it, without knowing them.

A room names its functions in its AppConfig, as paths: `open_duties = ("medskab.x.queries.duties_of",)`.

- `open_duties(person) -> Iterable[Duty]`: what must be handed over before a role ends.
- `erasures(*, person, by, now)`: part of the deed that erases somebody; empties what the room knows.
- `consent_withdrawals(*, person, purpose, by, now)`: part of the deed; takes down what the consent allowed.
- `own_things(person) -> Mapping[str, object]`: what the room adds to "download my data" beyond its rows.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string

from .models import Person


@dataclass(frozen=True)
class Duty:
    """Something that somebody is in charge of, and where to hand it over."""

    title: str
    url: str = ""


def asked(question: str) -> Iterator[Callable[..., Any]]:
    """The functions that rooms named for a question."""
    for room in apps.get_app_configs():
        for path in getattr(room, question, ()):
            yield import_string(path)


def open_duties(person: Person) -> list[Duty]:
    """What the person is in charge of in all rooms."""
    return [duty for duties in asked("open_duties") for duty in duties(person)]
