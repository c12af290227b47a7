"""Whether the database keeps what it has acknowledged, and fits this version."""

from collections.abc import Iterator
from pathlib import Path

from .finding import Finding, advice, good, wrong

ABOUT = "database"
_SQLITE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
_POSTGRESQL = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "default_transaction_isolation": "read committed",
}
_LARGE_JOURNAL = 256 * 1024 * 1024


def database() -> Iterator[Finding]:
    """Settings, pending migrations, size of the journal."""
    from django.db import connection

    from medskab.cli.installation import pending_migrations

    wanted, ask = (_SQLITE, "PRAGMA {}") if connection.vendor == "sqlite" else (_POSTGRESQL, "SHOW {}")
    with connection.cursor() as cursor:
        for name, value in wanted.items():
            cursor.execute(ask.format(name))
            if (found := cursor.fetchone()[0]) != value:
                yield wrong(ABOUT, f"{name} is {found} and must be {value}: acknowledged work could be lost.")
    if connection.vendor == "sqlite":
        yield from _sqlite()
    if steps := pending_migrations():
        yield wrong(
            ABOUT, f"The tables are {steps} steps behind: start `medskab serve` once, it updates them."
        )
    else:
        yield good(ABOUT, f"The database ({connection.display_name}) answers, and its tables are up to date.")


def _sqlite() -> Iterator[Finding]:
    from django.db import connection

    if connection.settings_dict["OPTIONS"].get("transaction_mode") != "IMMEDIATE":
        yield wrong(ABOUT, "Transactions must begin IMMEDIATE: set it in the database's options.")
    journal = Path(f"{connection.settings_dict['NAME']}-wal")
    if journal.exists() and journal.stat().st_size > _LARGE_JOURNAL:
        size = journal.stat().st_size // 1_000_000
        yield advice(ABOUT, f"The journal has grown to {size} MB: restart the site when few people use it.")
