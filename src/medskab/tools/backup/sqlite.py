"""SQLite: copied through its own backup interface, never as a file that others write to."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

from .databases import CannotCopy, settle

_SESSIONS = "django_session"


class SQLite:
    """The embedded database."""

    file_name = "database.sqlite3"

    def take_out(self, target: Path) -> None:
        """Copy one moment of the database while others go on reading and writing."""
        with (
            closing(sqlite3.connect(_path(), timeout=20)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            target.chmod(0o600)
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master")  # pins the moment
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            copy.execute("PRAGMA secure_delete=ON")
            if copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [_SESSIONS]).fetchone():
                copy.execute(f"DELETE FROM {_SESSIONS}")  # noqa: S608  a constant
            copy.commit()

    def verify(self, copy: Path) -> None:
        """Let SQLite look at every page, every index and every reference."""
        try:
            with closing(sqlite3.connect(f"file:{copy}?mode=ro&immutable=1", uri=True)) as opened:
                found = opened.execute("PRAGMA integrity_check").fetchone()[0]
                dangling = opened.execute("PRAGMA foreign_key_check").fetchone()
        except sqlite3.DatabaseError as fault:
            raise CannotCopy(f"The copy of the database cannot be opened ({fault}).") from None
        if found != "ok" or dangling:
            raise CannotCopy(f"The copy of the database is damaged ({found}).")

    def put_in(self, copy: Path, kept: Path) -> None:
        """Rename the copy over the database: one step of the file system."""
        here = _path()
        connection.close()
        here.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if here.exists():
            _close_journal(here, kept)
            _keep(here, kept)
        fresh = here.with_name(f"{here.name}.new")
        shutil.move(copy, fresh)  # the database may lie on another disk than the home folder
        settle(here.parent)
        fresh.replace(here)
        settle(here.parent)


def _close_journal(here: Path, kept: Path) -> None:
    """What still lies in the old file's journal must not be played into the new file."""
    try:
        with closing(sqlite3.connect(here, timeout=5, isolation_level=None)) as old:
            if old.execute("PRAGMA journal_mode=DELETE").fetchone()[0] == "delete":
                return
    except sqlite3.OperationalError:
        raise CannotCopy("Somebody is using the database. Stop the site first.") from None
    except sqlite3.DatabaseError:  # damaged: perhaps the reason for restoring
        for ending in ("-wal", "-shm"):
            journal = here.with_name(here.name + ending)
            if journal.exists():
                shutil.move(journal, kept / journal.name)


def _keep(here: Path, kept: Path) -> None:
    try:
        os.link(here, kept / here.name)
    except OSError:
        shutil.copy2(here, kept / here.name)


def _path() -> Path:
    return Path(connection.settings_dict["NAME"])
