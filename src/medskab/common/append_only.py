"""Rows that are written once and never changed: guarded in the model and by triggers in both databases."""

from django.db import migrations, models


class WrittenForGood(Exception):
    """Somebody tried to change or remove a row that is written once and for good."""


class AppendOnlyQuerySet(models.QuerySet):
    """A query set that can add and read, nothing else."""

    def update(self, **kwargs: object) -> int:
        raise WrittenForGood(self.model.__name__)

    def delete(self) -> tuple[int, dict[str, int]]:
        raise WrittenForGood(self.model.__name__)

    def bulk_update(self, *args: object, **kwargs: object) -> int:
        raise WrittenForGood(self.model.__name__)


class AppendOnlyModel(models.Model):
    """Base for rows that are written once: an error in one is mended by a new row, never by a change."""

    append_only = True
    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise WrittenForGood(type(self).__name__)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise WrittenForGood(type(self).__name__)


class GuardAppendOnly(migrations.operations.base.Operation):
    """A migration step: the database itself refuses UPDATE and DELETE on the table."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str) -> None:
        self.table = table

    def state_forwards(self, app_label, state) -> None:
        """Triggers are no part of the model state."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state) -> None:
        for statement in _guards(self.table, schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)  # a % in it is no place for a parameter

    def database_backwards(self, app_label, schema_editor, from_state, to_state) -> None:
        on_table = f" ON {self.table}" if schema_editor.connection.vendor == "postgresql" else ""
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.table}_no_{verb}{on_table}")

    def describe(self) -> str:
        return f"Refuse to change or remove rows of {self.table}"


def _guards(table: str, vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in ("update", "delete")
        ]
    function = (
        "CREATE OR REPLACE FUNCTION medskab_append_only() RETURNS trigger AS $$ "
        "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$ LANGUAGE plpgsql"
    )
    return [function] + [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION medskab_append_only()"
        for verb in ("update", "delete")
    ]
