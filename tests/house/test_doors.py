"""Which files of a room other rooms may enter by."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOMS, ROOT, Source, faults, imports, planted, python

ENTRANCES = {"models", "queries", "actions", "rules"}
# Ground that everybody stands on: `common` and `tools` are libraries, `methods` has its own rule below.
GROUND = {"common", "tools", "methods"}
# What a door of the house may enter besides: the site gathers addresses, the command line starts the site,
# greets its first visitor and builds the demo.
ALSO = {
    "site": {"urls", "context", "middleware", "first_run"},
    "api": {"api"},
    "cli": {"wsgi", "demo", "first_run", "demo_login"},
}
# The command line and the hall speak to algorithms directly; a room does so in its calculations only.
MAY_COUNT = {"cli", "api", "site", "methods"}


def wrong_doors(source: Source) -> Iterator[str]:
    """Imports that enter another room by a window."""
    for line, module, name in imports(source):
        parts = [*module.split("."), name] if name else module.split(".")
        if parts[0] != "medskab" or len(parts) < 3 or parts[1] not in ROOMS:
            continue
        room, entrance = parts[1], parts[2]
        if room == source.room or room in GROUND:
            continue
        if source.is_test and parts[2:4] == ["tests", "factories"]:
            continue
        if entrance not in ENTRANCES | ALSO.get(source.room, set()):
            yield source.fault(line, f"enter {room} by its models, queries, actions or rules, not {entrance}")


def methods_outside_calculations(source: Source) -> Iterator[str]:
    """Calls of the cellar from a room's other files than its calculations."""
    if source.room in MAY_COUNT or "calculations" in (*source.parts[:-1], source.name) or source.is_test:
        return
    for line, module, name in imports(source):
        if module.startswith("medskab.methods") or (module, name) == ("medskab", "methods"):
            yield source.fault(line, "only calculations.py calls methods")


def test_lets_rooms_enter_each_other_by_their_doors_only():
    assert not faults(wrong_doors, python(tests=True))


def test_lets_only_calculations_call_methods():
    assert not faults(methods_outside_calculations, python())


def test_knows_every_room_by_name():
    folders = {path.name for path in (ROOT / PACKAGE).iterdir() if any(path.glob("**/*.py"))}
    assert folders <= set(ROOMS)


def test_finds_files_to_look_at():
    assert len(python()) > 50
    assert all(Path(source.path).is_relative_to(PACKAGE) for source in python())


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("decisions/views.py", "from medskab.people.forms import SignIn"),
        ("decisions/views.py", "from medskab.people import forms"),
        ("decisions/tests/test_x.py", "from medskab.people.tests.test_y import helper"),
        ("decisions/views.py", "import medskab.people.middleware"),
        ("decisions/views.py", "from medskab.people import urls"),
    ],
)
def test_notices_a_window(path, text):
    assert list(wrong_doors(planted(f"{PACKAGE}/{path}", text)))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("decisions/views.py", "from medskab.people.models import Person"),
        ("decisions/views.py", "from medskab.people import rules"),
        ("decisions/views.py", "from medskab.common.money import crowns"),
        ("decisions/tests/test_x.py", "from medskab.people.tests.factories import person"),
        ("site/urls.py", "from medskab.people import urls"),
    ],
)
def test_lets_through_the_doors(path, text):
    assert not list(wrong_doors(planted(f"{PACKAGE}/{path}", text)))


def test_notices_an_algorithm_called_from_a_view():
    view = planted(f"{PACKAGE}/decisions/views.py", "from medskab.methods.budgeting.count import count")
    assert list(methods_outside_calculations(view))
