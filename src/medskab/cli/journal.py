"""SQLite's journal is carried over into the database by one connection alone, whenever it has grown.

SQLite before 3.51.3 has a rare race between two connections that do so at the same time. The web processes
and workers therefore never do; the watching process of `medskab serve` does it for all, and no request waits.
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from medskab.tools.backup.presence import only_one

_WORTH_IT = 4 * 1024 * 1024
_TOO_LARGE = 64 * 1024 * 1024

log = logging.getLogger(__name__)


class Journal:
    """The journal of one database."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._journal = database.with_name(f"{database.name}-wal")

    def look_after(self) -> None:
        """Carry it over where it is worth it; from a size on, wait for readers so that it begins anew."""
        size = self._journal.stat().st_size if self._journal.exists() else 0
        if size < _WORTH_IT:
            return
        manner = "TRUNCATE" if size > _TOO_LARGE else "PASSIVE"
        try:
            with closing(sqlite3.connect(self._database, timeout=1, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous=FULL")
                connection.execute(f"PRAGMA wal_checkpoint({manner})")
        except sqlite3.OperationalError as busy:
            log.info("The journal is carried over later: %s", busy)


@contextmanager
def the_journal(home: Path) -> Iterator[Journal | None]:
    """The journal to look after; None with another kind of database, or where another server does it."""
    from django.db import connection

    if connection.vendor != "sqlite":
        yield None
        return
    with only_one(home / "journal.lock") as is_ours:
        yield Journal(Path(connection.settings_dict["NAME"])) if is_ours else None
