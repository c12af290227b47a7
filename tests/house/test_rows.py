"""Which rows a row may point at, and the walls between areas."""

from collections.abc import Iterator

import pytest
from django.db import models
from django.test.utils import isolate_apps

from medskab.people.models import Person
from medskab.places.models import Area
from tests.house.source import ROOMS
from tests.house.test_privacy import models as all_models

FIRST_WITH_AREAS = "places"
# Models at or above `places` that belong to no single area, each with its reason.
NO_AREA = {
    "places.Area": "is the area",
    "people.Session": "a browser, before anybody knows whose it is",
    "people.Account": "one way to sign in may stand for a person in several areas",
}
# Back-references to another room's row that are wanted, each with its reason.
BACKWARDS: dict[str, str] = {}


def room_of(model: type[models.Model]) -> str:
    """The room a model lives in."""
    return model.__module__.split(".")[1]


def without_area(model: type[models.Model]) -> Iterator[str]:
    """A row that stands outside the walls between areas."""
    label = model._meta.label
    if ROOMS.index(room_of(model)) > ROOMS.index(FIRST_WITH_AREAS) or label in NO_AREA:
        return
    fields = {field.name: field for field in model._meta.concrete_fields}
    area = fields.get("area")
    if not isinstance(area, models.ForeignKey) or area.remote_field.model._meta.label != "places.Area":
        yield f"{label} belongs to no area: derive it from places.models.AreaRow"
    elif area.null:
        yield f"{label}.area may be empty: then the row belongs to no area"


def wrong_links(model: type[models.Model]) -> Iterator[str]:
    """A link upwards, or one that lets a lower room look up."""
    for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many):
        target = field.remote_field.model if field.remote_field else None
        if target is None or not target.__module__.startswith("medskab."):
            continue
        name = f"{model._meta.label}.{field.name}"
        here, there = ROOMS.index(room_of(model)), ROOMS.index(room_of(target))
        if there < here:
            yield f"{name} points up at {target._meta.label}"
        if there > here and name not in BACKWARDS and not field.remote_field.hidden:
            yield f'{name} lets {target._meta.label} look up: give it related_name="+"'


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model._meta.label)
def test_keeps_each_row_in_one_area(model):
    assert not list(without_area(model))


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model._meta.label)
def test_links_downwards_only(model):
    assert not list(wrong_links(model))


def test_has_no_exception_for_what_is_gone():
    assert set(NO_AREA) <= {model._meta.label for model in all_models()}


def _model(name, room, **fields):
    module = f"medskab.{room}.planted"
    meta = type("Meta", (), {"app_label": "planted", "managed": False})
    with isolate_apps():
        return type(name, (models.Model,), {"__module__": module, "Meta": meta, **fields})


def test_notices_a_row_without_an_area():
    assert list(without_area(_model("Loose", "people")))
    nullable = models.ForeignKey(Area, null=True, on_delete=models.PROTECT, related_name="+")
    assert list(without_area(_model("Loose", "people", area=nullable)))


def test_lets_lower_rooms_be_without_areas():
    assert not list(without_area(_model("Log", "audit")))


def test_notices_links_up_and_links_that_can_be_followed_back():
    up = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    back = models.ForeignKey(Person, on_delete=models.PROTECT)
    assert list(wrong_links(_model("Low", "audit", person=up)))
    assert list(wrong_links(_model("High", "decisions", person=back)))
