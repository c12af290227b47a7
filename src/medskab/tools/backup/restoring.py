"""Restoring a backup: everything is checked and laid ready first; then the database changes in one step."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from medskab.tools.vault.sealing import CannotOpen, open_with_passphrase

from . import archive, carried
from .archive import Manifest, Say
from .databases import database
from .making import SEALED_ABOUT
from .presence import alone

# What fills itself while the site runs does not make an installation worth keeping.
_MACHINERY = frozenset({"auth", "contenttypes", "sessions", "jobs", "post", "common"})

_ASIDE = ".restore-"


class CannotRestore(Exception):
    """Nothing was changed; the text says why and what to do."""


@dataclass(frozen=True)
class Restored:
    """What was restored, and where what was there before is kept."""

    manifest: Manifest
    kept: Path
    has_secrets: bool


def restore(path: Path, *, replace: bool, passphrase: str | None, now: datetime, say: Say) -> Restored:
    """Put a backup in the place of this installation, whole or not at all."""
    home = Path(settings.HOME)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not replace and not is_empty():
        raise CannotRestore(
            "This installation is not empty. Use --replace to put the backup in its place; "
            "what is here now is kept beside it."
        )
    with nobody_at_work(), TemporaryDirectory(prefix=_ASIDE, dir=home) as aside:
        _sweep(home, Path(aside))
        say("Checking every file of the backup.")
        manifest = _checked(path, Path(aside))
        secrets = _opened_secrets(manifest, Path(aside), passphrase)
        kept = _folder_for_the_old(home, now)
        erasures = carried.collect()
        say("Putting it in place.")
        _bring_media(Path(aside), kept)
        database().put_in(Path(aside) / database().file_name, kept)
        _bring_secrets(secrets, home, kept)
        _clear_media(manifest, kept)
        _settle_in(erasures, now)
    return Restored(manifest, kept, secrets is not None)


def is_empty() -> bool:
    """Whether nobody has yet done anything here."""
    try:
        tables = set(connection.introspection.table_names())
    except DatabaseError:
        return False
    models = [model for model in apps.get_models() if model._meta.app_label not in _MACHINERY]
    has_rows = any(model._meta.db_table in tables and model._base_manager.exists() for model in models)
    return not has_rows and not _files_under(Path(settings.MEDIA_ROOT))


@contextmanager
def nobody_at_work() -> Iterator[None]:
    """Keep the site from starting meanwhile; refuse where it runs."""
    with alone(Path(settings.HOME)) as is_alone:
        if not is_alone:
            raise CannotRestore("The site is running. Stop it first, then restore.")
        yield


def _checked(path: Path, aside: Path) -> Manifest:
    manifest = archive.unpack(path, aside)
    if manifest.vendor != connection.vendor:
        raise CannotRestore(
            f"The backup is from {manifest.vendor}, and this installation uses {connection.vendor}. "
            "Set MEDSKAB_DATABASE_URL to a database of the same kind."
        )
    if database().file_name not in manifest.names:
        raise CannotRestore("The backup holds no database.")
    database().verify(aside / database().file_name)
    known = MigrationLoader(None).disk_migrations
    for room, names in manifest.migrations.items():
        if apps.is_installed(f"medskab.{room}") and any((room, name) not in known for name in names):
            raise CannotRestore(
                f"The backup was made by a newer Medskab ({manifest.version}). Update Medskab first."
            )
    return manifest


def _opened_secrets(manifest: Manifest, aside: Path, passphrase: str | None) -> bytes | None:
    if archive.SECRETS not in manifest.names or passphrase is None:
        return None
    try:
        return open_with_passphrase((aside / archive.SECRETS).read_bytes(), passphrase, about=SEALED_ABOUT)
    except CannotOpen:
        raise CannotRestore("The passphrase does not open the secrets of this backup.") from None


def _sweep(home: Path, aside: Path) -> None:
    """A restore that was killed left its copy behind; as we are alone here, nobody needs it."""
    for left in home.glob(f"{_ASIDE}*"):
        if left != aside:
            shutil.rmtree(left, ignore_errors=True)


def _folder_for_the_old(home: Path, now: datetime) -> Path:
    kept = home / f"replaced-{now:%Y%m%d-%H%M%S}-{token_hex(2)}"
    kept.mkdir(mode=0o700)
    return kept


def _bring_media(aside: Path, kept: Path) -> None:
    """First the new files beside the old ones: until the database changes, nobody knows of them."""
    source, media = aside / archive.MEDIA, Path(settings.MEDIA_ROOT)
    for name in _files_under(source):
        if (media / name).exists():
            _move(media / name, kept / archive.MEDIA / name)
        _move(source / name, media / name)


def _clear_media(manifest: Manifest, kept: Path) -> None:
    """Files that the restored database does not know go to what was replaced."""
    media = Path(settings.MEDIA_ROOT)
    for name in _files_under(media):
        if archive.MEDIA + name not in manifest.names:
            _move(media / name, kept / archive.MEDIA / name)


def _files_under(folder: Path) -> list[str]:
    if not folder.exists():
        return []
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _move(path: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.replace(place)


def _bring_secrets(secrets: bytes | None, home: Path, kept: Path) -> None:
    if secrets is None:
        return
    place, fresh = home / "secrets.json", home / ".secrets.new"
    if place.exists():
        os.link(place, kept / place.name)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(secrets)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(place)


def _settle_in(erasures: carried.Carried, now: datetime) -> None:
    """Bring the tables up to this version, end all sessions, and carry out again what outlives a restore."""
    call_command("migrate", verbosity=0, interactive=False)
    for passing in ("sessions.session", "jobs.worker"):
        apps.get_model(passing)._base_manager.all().delete()
    carried.replay(erasures, now)
