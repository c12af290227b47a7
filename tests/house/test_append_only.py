"""What is written for good is guarded by the database itself, on both databases."""

import pytest
from django.db import DatabaseError, connection, transaction

from medskab.audit import actions
from medskab.common.clock import now
from medskab.places.models import Area
from tests.house.test_privacy import models

KEPT = [model for model in models() if getattr(model, "append_only", False)]
SQLITE = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
POSTGRESQL = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = %s::regclass"


def triggers(table: str) -> set[str]:
    """The guards that stand on a table."""
    with connection.cursor() as cursor:
        cursor.execute(SQLITE if connection.vendor == "sqlite" else POSTGRESQL, [table])
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.django_db
@pytest.mark.parametrize("model", KEPT, ids=lambda model: model._meta.label)
def test_guards_each_append_only_table(model):
    table = model._meta.db_table
    assert {f"{table}_no_update", f"{table}_no_delete"} <= triggers(table)


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["UPDATE audit_line SET kind = 'x'", "DELETE FROM audit_line"])
def test_refuses_a_change_that_goes_past_the_models(words):
    area = Area.objects.create(name="Engparken", slug="engparken", created_at=now())
    actions.record("planted", area, by=None, now=now())
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(words)


@pytest.mark.django_db
def test_notices_a_table_without_guards():
    assert triggers("places_area") == set()


def test_knows_of_tables_that_are_kept():
    assert {"audit.Line", "audit.Access"} <= {model._meta.label for model in KEPT}
