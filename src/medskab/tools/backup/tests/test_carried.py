"""What outlives a restore."""

import pytest
from django.apps import apps
from django.db import DatabaseError

from medskab.common.clock import now
from medskab.tools.backup import carried
from medskab.tools.backup.carried import CarriedOver

HERE = "medskab.tools.backup.tests.test_carried"
erased_again = []


def erased():
    """Who was erased in the database that goes."""
    return [7, 9]


def erase_again(rows, moment):
    """Erase them in the one that comes."""
    erased_again.append((rows, moment))


def no_such_table():
    """What happens where the database that goes is older than the room, or broken."""
    raise DatabaseError


@pytest.fixture
def declare(monkeypatch):
    """Lets a room declare what is carried over, and no other room."""
    for config in apps.get_app_configs():
        if hasattr(config, "carried_over"):
            monkeypatch.setattr(config, "carried_over", ())

    def room(*names):
        kinds = tuple(CarriedOver(f"{HERE}.{collect}", f"{HERE}.{replay}") for collect, replay in names)
        monkeypatch.setattr(apps.get_app_config("jobs"), "carried_over", kinds, raising=False)
        erased_again.clear()

    return room


def test_erases_again_whom_was_erased_since_the_backup(declare):
    declare(("erased", "erase_again"))
    moment = now()
    carried.replay(carried.collect(), moment)
    assert erased_again == [([7, 9], moment)]


def test_goes_on_where_the_old_database_cannot_be_asked(declare):
    declare(("no_such_table", "erase_again"), ("erased", "erase_again"))
    assert [rows for _kind, rows in carried.collect()] == [[7, 9]]
