"""Taking a database out whole and putting one in whole, for both kinds of database."""

import os
from pathlib import Path
from typing import Protocol

from django.db import connection


class CannotCopy(Exception):
    """The database cannot be taken out or put in here; the text says what is needed."""


class Database(Protocol):
    """What each kind of database offers."""

    file_name: str

    def take_out(self, target: Path) -> None:
        """Write a consistent copy, without sign-in sessions, while the site goes on working."""

    def verify(self, copy: Path) -> None:
        """Open the copy and read all of it, or raise CannotCopy."""

    def put_in(self, copy: Path, kept: Path) -> None:
        """Replace the database by the copy in one step; what was there goes into the folder `kept`."""


def database() -> Database:
    """The one of this installation."""
    from .postgresql import PostgreSQL  # noqa: PLC0415  only the one that is used
    from .sqlite import SQLite  # noqa: PLC0415

    return SQLite() if connection.vendor == "sqlite" else PostgreSQL()


def settle(folder: Path) -> None:
    """Bring a new name in a folder down to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
