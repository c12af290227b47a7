"""A table is made with its constraints; only those of fields that come later wait for them."""

from django.db import models
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel

from medskab.common.in_one_piece import in_one_piece


def _table(name):
    return CreateModel(name, [("id", models.BigAutoField(primary_key=True)), ("at", models.DateField())])


UNIQUE = models.UniqueConstraint(fields=["at"], name="once")
INDEX = models.Index(fields=["at"], name="by_day")


def test_gives_a_table_its_constraints_and_indexes_at_once():
    first, second = _table("First"), _table("Second")
    steps = [first, second, AddConstraint("first", UNIQUE), AddIndex("first", INDEX)]
    assert in_one_piece(steps) == [first, second]
    assert first.options == {"constraints": [UNIQUE], "indexes": [INDEX]}
    assert second.options == {}


def test_leaves_what_belongs_to_a_table_that_grew():
    grows = AddField("first", "day", models.DateField())
    steps = [_table("First"), grows, AddConstraint("first", UNIQUE)]
    assert in_one_piece(steps) == steps


def test_leaves_what_belongs_to_an_older_table():
    steps = [AddConstraint("older", UNIQUE)]
    assert in_one_piece(steps) == steps
