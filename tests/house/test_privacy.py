"""Each model says what it knows about people, why, for how long, and what erasing a person does."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db.models import Model

SORTS = ("personal", "public", "internal")


def models() -> list[type[Model]]:
    """Every model of the house."""
    return [model for model in apps.get_models() if model.__module__.startswith("medskab.")]


def undeclared(label: str, privacy: type | None, fields: set[str]) -> Iterator[str]:
    """What a declaration leaves open."""
    if privacy is None:
        yield f"{label} has no class Privacy"
        return
    for text in ("purpose", "retention"):
        if not str(getattr(privacy, text, "")).strip():
            yield f"{label}.Privacy.{text} is missing"
    declared = {sort: list(getattr(privacy, sort, None) or ()) for sort in SORTS}
    for sort in SORTS:
        if not hasattr(privacy, sort):
            yield f"{label}.Privacy.{sort} is missing; write an empty one where there is nothing"
    named = [name for sort in SORTS for name in declared[sort]]
    yield from (f"{label}.{name} is not declared" for name in sorted(fields - set(named)))
    yield from (f"{label}.Privacy names {name}, which is no field" for name in sorted(set(named) - fields))
    yield from (
        f"{label}.{name} is declared twice" for name in sorted({n for n in named if named.count(n) > 1})
    )
    personal = getattr(privacy, "personal", {})
    if not isinstance(personal, dict) or not all(str(done).strip() for done in personal.values()):
        yield f"{label}.Privacy.personal must say for each field what erasing a person does to it"


def fields_of(model: type[Model]) -> set[str]:
    """The columns and links that a model itself keeps."""
    return {field.name for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many)}


@pytest.mark.parametrize("model", models(), ids=lambda model: model._meta.label)
def test_declares_every_field(model):
    own = vars(model).get("Privacy")
    assert not list(undeclared(model._meta.label, own, fields_of(model)))


def _privacy(**changed):
    given = {"purpose": "why", "retention": "how long", "personal": {"name": "emptied"}}
    return SimpleNamespace(**given | {"public": ("title",), "internal": ("id",)} | changed)


def test_accepts_a_whole_declaration():
    assert not list(undeclared("x.Y", _privacy(), {"id", "name", "title"}))


@pytest.mark.parametrize(
    "changed",
    [
        {"purpose": ""},
        {"retention": " "},
        {"public": ()},
        {"public": ("title", "gone")},
        {"internal": ("id", "title")},
        {"personal": {"name": ""}},
        {"personal": ("name",)},
    ],
)
def test_notices_what_is_left_open(changed):
    assert list(undeclared("x.Y", _privacy(**changed), {"id", "name", "title"}))


def test_notices_a_model_without_a_declaration():
    assert list(undeclared("x.Y", None, {"id"}))
