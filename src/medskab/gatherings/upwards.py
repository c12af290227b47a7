"""What this room asks the rooms above it, without knowing them.

A room names its functions in its AppConfig: `item_decisions = ("medskab.decisions.attached.to_items",)`.
Each is called once with all points of an agenda and yields the point with what belongs to it, as pairs.
"""

from collections.abc import Sequence
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


def attached_decisions(items: Sequence[AgendaItem]) -> dict[int, list[AttachedDecision]]:
    """What the rooms above hold about each point, by its number in the database."""
    found: dict[int, list[AttachedDecision]] = {item.pk: [] for item in items}
    for room in apps.get_app_configs():
        for path in getattr(room, "item_decisions", ()):
            for item_pk, decision in import_string(path)(items):
                found[item_pk].append(decision)
    return found
