"""How the things of the rooms above are named, found and protected on a thread page.

A room registers its kinds when it starts, so that no room needs to import another for its threads.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise

Key = tuple[str, str]


@dataclass(frozen=True)
class Showing:
    """What a thread page may know about one kind of thing.

    Many ways meet in a `is_crossing` kind, as all proposals do in their decision: a thread that comes to
    one goes on to nothing new from there, else it would show what has to do with all the others.
    """

    kind_name: str | Promise
    name: Callable[[Any], str]
    url: Callable[[Any], str]
    may_see: Callable[[Any, Any], bool]
    is_crossing: bool = False


_showings: dict[str, Showing] = {}


def register(kind: type[models.Model], showing: Showing) -> None:
    """Called in the `ready` of the room's AppConfig."""
    _showings[kind._meta.label_lower] = showing


def shown_kinds() -> list[str]:
    """The kinds that can stand on a thread at all."""
    return sorted(_showings)


def is_crossing(key: Key) -> bool:
    """Whether a thread that comes to this thing from elsewhere goes no further."""
    showing = _showings.get(key[0])
    return showing is not None and showing.is_crossing


def showing_of(thing: models.Model) -> Showing:
    """How a thing that was found is shown."""
    return _showings[thing._meta.label_lower]


def key_of(thing: models.Model) -> Key:
    """What a thing is called in links."""
    return thing._meta.label_lower, str(thing.pk)


def visible(keys: Iterable[Key], *, area_id: int, viewer: Any) -> Mapping[Key, models.Model]:
    """Those of the things that exist in the area and that the viewer may see; one query for each kind."""
    by_kind: dict[str, set[str]] = {}
    for kind, pk in keys:
        by_kind.setdefault(kind, set()).add(pk)
    found: dict[Key, models.Model] = {}
    for kind, pks in by_kind.items():
        showing = _showings.get(kind)
        for thing in _load(kind, pks, area_id) if showing else ():
            if showing and showing.may_see(viewer, thing):
                found[key_of(thing)] = thing
    return found


def _load(kind: str, pks: Iterable[str], area_id: int) -> "models.QuerySet[Any]":
    model = apps.get_model(kind)
    return model._base_manager.filter(pk__in=_proper(model, pks), area_id=area_id)


def _proper(model: type[models.Model], pks: Iterable[str]) -> list[Any]:
    """Without what can be no key of this model: addresses are typed by anybody."""
    proper = []
    for pk in pks:
        try:
            proper.append(model._meta.pk.clean(pk, None))
        except ValidationError:
            continue
    return proper
