"""Migrations that make each table in one piece.

Django makes a table first and adds its constraints later, one by one. For each of them it works out all
models anew and, on SQLite, makes the table once more: a new installation took twice as long.
"""

from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation


def in_one_piece(operations: list[Operation]) -> list[Operation]:
    """The same steps, with constraints and indexes where their table is made.

    Those of a field that comes to the table later stay where they are.
    """
    made: dict[str, CreateModel] = {}
    grown: set[str] = set()
    result: list[Operation] = []
    for step in operations:
        if isinstance(step, CreateModel):
            made[step.name_lower] = step
        elif isinstance(step, AddField):
            grown.add(step.model_name_lower)
        elif isinstance(step, AddConstraint | AddIndex):
            table = step.model_name_lower
            if table in made and table not in grown:
                _give(made[table], step)
                continue
        result.append(step)
    return result


def _give(table: CreateModel, step: AddConstraint | AddIndex) -> None:
    if isinstance(step, AddConstraint):
        name, what = "constraints", step.constraint  # type: ignore[attr-defined]
    else:
        name, what = "indexes", step.index
    table.options[name] = [*table.options.get(name, []), what]


class InOnePiece(MigrationAutodetector):
    """Finds what changed, and writes it down table by table."""

    def _optimize_migrations(self) -> None:
        super()._optimize_migrations()  # type: ignore[misc]
        for migrations in self.migrations.values():  # type: ignore[attr-defined]
            for migration in migrations:
                migration.operations = in_one_piece(migration.operations)
