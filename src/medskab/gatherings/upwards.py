"""What this room asks the rooms above it, without knowing them.

A room names its functions in its AppConfig: `item_decisions = ("medskab.decisions.queries.attached_to",)`.
Each is called with an agenda item and answers with the `AttachedDecision`s that belong to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from .models import AgendaItem


@dataclass(frozen=True)
class AttachedDecision:
    """A vote that a room above holds about a point of the agenda."""

    title: str
    url: str
    state: str | Promise


def attached_decisions(item: AgendaItem) -> Iterator[AttachedDecision]:
    """What the rooms above hold about the point."""
    for room in apps.get_app_configs():
        for path in getattr(room, "item_decisions", ()):
            yield from import_string(path)(item)
