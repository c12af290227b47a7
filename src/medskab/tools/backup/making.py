"""Making a backup: written aside, opened again and checked, and only then given its name."""

import json
import os
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from medskab import __version__
from medskab.tools.vault.sealing import seal_with_passphrase

from . import archive
from .archive import Manifest, Say
from .databases import database, settle

SEALED_ABOUT = "backup secrets"
NOTE = "last-backup.json"


class AlreadyThere(Exception):
    """A file of this name exists; a backup never writes over another."""


def make(target: Path, *, passphrase: str | None, now: datetime, say: Say) -> Manifest:
    """Write a backup to a new file; with a passphrase the installation's secrets go with it, sealed."""
    if target.exists():
        raise AlreadyThere
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with TemporaryDirectory(prefix=".backup-", dir=target.parent) as aside:
        sources = _gather(Path(aside), passphrase, say)
        manifest = Manifest(
            made_at=now.isoformat(timespec="seconds"),
            version=__version__,
            vendor=connection.vendor,
            migrations=_applied(),
            members=tuple(archive.member_of(path, name) for name, path in sources.items()),
        )
        fresh = Path(aside) / "archive"
        say("Writing the archive.")
        archive.write(fresh, manifest, sources)
        say("Opening it again and checking every file.")
        check(fresh)
        _give_name(fresh, target)
    _note(target, now)
    return manifest


def _give_name(fresh: Path, target: Path) -> None:
    try:
        os.link(fresh, target)  # never over another file
    except FileExistsError:
        raise AlreadyThere from None
    settle(target.parent)


def _note(target: Path, now: datetime) -> None:
    """So that the self-check knows how old the newest backup is, wherever it lies."""
    note = Path(settings.HOME) / NOTE
    note.write_text(json.dumps({"made_at": now.isoformat(), "path": str(target)}))


def check(path: Path) -> Manifest:
    """Read a whole archive: every checksum, and the database by its own means."""
    with TemporaryDirectory(prefix=".check-", dir=path.parent) as aside:
        manifest = archive.unpack(path, Path(aside))
        database().verify(Path(aside) / database().file_name)
    return manifest


def _gather(aside: Path, passphrase: str | None, say: Say) -> dict[str, Path]:
    say("Copying the database.")
    copy = aside / database().file_name
    database().take_out(copy)
    sources = {database().file_name: copy}
    if passphrase is not None:
        sealed = aside / archive.SECRETS
        sealed.touch(0o600)
        sealed.write_bytes(seal_with_passphrase(_secrets(), passphrase, about=SEALED_ABOUT))
        sources[archive.SECRETS] = sealed
    media = Path(settings.MEDIA_ROOT)
    for path in sorted(media.rglob("*")):
        if path.is_file() and not path.is_symlink():
            sources[archive.MEDIA + path.relative_to(media).as_posix()] = path
    return sources


def _secrets() -> bytes:
    return (Path(settings.HOME) / "secrets.json").read_bytes()


def _applied() -> dict[str, list[str]]:
    applied: dict[str, list[str]] = {}
    for room, name in sorted(MigrationLoader(connection).applied_migrations):
        applied.setdefault(room, []).append(name)
    return applied
