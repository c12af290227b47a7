"""The data keys: one file each, outside the database, sealed with the installation's vault secret.

Whoever has the database alone, or the database and the key files, reads nothing. Deleting one file makes all
that was sealed with it unreadable for good.
"""

import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from medskab.tools.vault.sealing import key_from_secret, open_sealed, seal

_NAME = re.compile(r"[0-9a-f]{40}")


class KeyIsGone(Exception):
    """The key was destroyed: what it sealed can never be read again."""


def make() -> str:
    """A new random key of 256 bits, down to the disk; its name comes back."""
    name = secrets.token_hex(20)
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(seal(secrets.token_bytes(32), key=_master(), about=f"fieldwork key|{name}"))
        file.flush()
        os.fsync(file.fileno())
    _settle(path.parent)
    return name


def key(name: str) -> bytes:
    """The key of this name."""
    try:
        sealed = _path(name).read_bytes()
    except FileNotFoundError:
        raise KeyIsGone from None
    return open_sealed(sealed, key=_master(), about=f"fieldwork key|{name}")


def destroy(name: str) -> None:
    """For good; destroying twice is no fault."""
    path = _path(name)
    path.unlink(missing_ok=True)
    if path.parent.exists():
        _settle(path.parent)


def names_made_before(moment: float) -> Iterator[str]:
    """All keys here that are older than a moment, in seconds."""
    folder = _folder()
    for path in folder.iterdir() if folder.exists() else ():
        if _NAME.fullmatch(path.name) and path.stat().st_mtime < moment:
            yield path.name


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "fieldwork-keys"


def _path(name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise ValueError("This is no name of a key.")
    return _folder() / name


def _master() -> bytes:
    return key_from_secret(settings.SECRETS["vault"], "fieldwork")


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
