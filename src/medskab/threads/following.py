"""Walking along links, one query a step and a kind, never past what the viewer may not see."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

from .models import Link
from .showing import Key, is_crossing, key_of, shown_kinds, visible

LONGEST = 200

Things = dict[Key, models.Model]


def follow(start: models.Model, viewer: Any, *, back: bool) -> tuple[Things, set[Link]]:
    """The things before (or after) a thing, itself included, and the links between them."""
    area_id = start.area_id  # type: ignore[attr-defined]
    things: Things = {key_of(start): start}
    links: set[Link] = set()
    crossed: list[tuple[Link, Key]] = []
    front: list[Key] = list(things)
    while front and len(things) < LONGEST:
        step = [(link, far_end(link, back=back)) for link in _touching(front, area_id, back=back)]
        crossed += [pair for pair in step if _is_past(pair[0], start, back=back)]
        ahead = [key for link, key in step if key not in things and not _is_past(link, start, back=back)]
        ahead = list(dict.fromkeys(ahead))
        seen = visible(ahead, area_id=area_id, viewer=viewer)
        front = [key for key in ahead if key in seen][: LONGEST - len(things)]
        things |= {key: seen[key] for key in front}
        links |= {link for link, key in step if key in things}
    return things, links | {link for link, key in crossed if key in things}


def far_end(link: Link, *, back: bool) -> Key:
    """Where the link leads, in the direction of walking."""
    return (link.from_kind, link.from_id) if back else (link.to_kind, link.to_id)


def _is_past(link: Link, start: models.Model, *, back: bool) -> bool:
    """Whether it leads on from a crossing that the walk has come to."""
    near = far_end(link, back=not back)
    return is_crossing(near) and near != key_of(start)


def _touching(keys: Iterable[Key], area_id: int, *, back: bool) -> "models.QuerySet[Link]":
    near, far = ("to", "from") if back else ("from", "to")
    by_kind: dict[str, list[str]] = {}
    for kind, pk in keys:
        by_kind.setdefault(kind, []).append(pk)
    wanted = Q()
    for kind, pks in by_kind.items():
        wanted |= Q(**{f"{near}_kind": kind, f"{near}_id__in": pks})
    # Kinds that nobody is shown are not even fetched: thousands may have said what led to one need.
    return Link.objects.filter(wanted, area_id=area_id, **{f"{far}_kind__in": shown_kinds()})
