"""Everything that is kept about somebody, and what erasing does: read from what each model declares."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.functional import Promise

from medskab.audit.models import Access, Line

from .models import Account, Person
from .upwards import asked


@dataclass(frozen=True)
class Effect:
    """What erasing does to what is kept for one purpose."""

    purpose: str | Promise
    is_kept: bool
    retention: str | Promise


def everything_about(person: Person, now: datetime) -> dict[str, Any]:
    """A copy for the person: their rows in all rooms, what they did, and who looked at them."""
    found: dict[str, Any] = {
        "area": person.area.name,
        "made_at": now.isoformat(),
        "kept": [_of(model, rows) for model, rows in _rows_of(person)],
        "done": [
            _plain({"what": line.kind, "at": line.at}) for line in Line.objects.filter(by_id=str(person.pk))
        ],
        "looked_at": [_plain({"why": one.why, "at": one.at}) for one in _accesses(person)],
    }
    for own_things in asked("own_things"):
        found |= own_things(person)
    return found


def effects_of_erasing() -> list[Effect]:
    """For each purpose whether anything stays, and how long; what goes first."""
    effects: dict[str, Effect] = {}
    for model in _declaring():
        privacy = model.Privacy
        is_kept = any(done.startswith("kept") for done in privacy.personal.values())
        effects[str(privacy.purpose)] = Effect(privacy.purpose, is_kept, privacy.retention)
    return sorted(effects.values(), key=lambda effect: effect.is_kept)


def _declaring() -> list[Any]:
    return [
        model for model in apps.get_models() if getattr(getattr(model, "Privacy", None), "personal", None)
    ]


def _rows_of(person: Person) -> Iterator[tuple[Any, Any]]:
    yield Person, [person]
    if person.account is not None:
        yield Account, [person.account]
    for model in _declaring():
        if subject := _subject(model):
            target = person if subject.related_model is Person else person.account
            rows = model._base_manager.filter(**{subject.name: target}) if target is not None else []
            if rows:
                yield model, rows


def _subject(model: Any) -> models.ForeignKey | None:
    """Whom a row is about: the first link to a person, or to an account, among its personal fields.

    A row that names somebody only as witness or giver is about somebody else, and is theirs to take.
    """
    if model is Person:
        return None
    for name in model.Privacy.personal:
        field = model._meta.get_field(name)
        if isinstance(field, models.ForeignKey) and field.related_model in {Person, Account}:
            return field
    return None


def _of(model: Any, rows: Any) -> dict[str, Any]:
    shown = [name for name in (*model.Privacy.personal, *model.Privacy.public) if name not in _HIDDEN]
    return {
        "what": model._meta.label,
        "why": str(model.Privacy.purpose),
        "how_long": str(model.Privacy.retention),
        "rows": [_plain({name: _value(row, name) for name in shown}) for row in rows],
    }


# What opens something is no fact about a person.
_HIDDEN = frozenset({"password", "session_data"})


def _value(row: models.Model, name: str) -> Any:
    field = row._meta.get_field(name)
    value = field.value_from_object(row)  # type: ignore[union-attr]
    if value is None or not field.is_relation:
        return bytes(value).hex() if isinstance(value, bytes | memoryview) else value
    # Others are in it too; who they are is not this person's to take away.
    return "somebody" if field.related_model in {Person, Account} else str(value)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    encode = DjangoJSONEncoder().default
    simple = (str, int, float, bool, type(None), dict, list)
    return {name: value if isinstance(value, simple) else encode(value) for name, value in values.items()}


def _accesses(person: Person) -> Any:
    return Access.objects.filter(about_kind=Person._meta.label_lower, about_id=str(person.pk))
