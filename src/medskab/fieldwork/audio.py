"""Recordings on the disk: sealed piece by piece while they come in, opened piece by piece while they play.

Each piece is bound to the file, its place in it and whether it is the last: none can be left out, swapped or
cut off unseen. A recording never lies in the clear on the disk, not for a moment.
"""

import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings

from medskab.tools.vault.sealing import open_sealed, seal

PIECE = 64 * 1024
MOST_BYTES = 300 * 1024 * 1024
_OVERHEAD = 1 + 12 + 16
_NAME = re.compile(r"fieldwork/[0-9a-f]{40}\.sealed")


class Sealing:
    """A new sealed file that grows; without `finish` nothing of it stays."""

    def __init__(self, key: bytes) -> None:
        self.name = f"fieldwork/{secrets.token_hex(20)}.sealed"
        self.size = 0
        self._key, self._held, self._index = key, b"", 0
        path = path_of(self.name)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file: IO[bytes] = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")

    def add(self, content: bytes) -> None:
        """More of the recording."""
        self.size += len(content)
        self._held += content
        while len(self._held) > PIECE:
            self._write(self._held[:PIECE], is_last=False)
            self._held = self._held[PIECE:]

    def finish(self) -> str:
        """The last piece, down to the disk; the file's name comes back."""
        self._write(self._held, is_last=True)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return self.name

    def give_up(self) -> None:
        """Nothing stays."""
        self._file.close()
        drop(self.name)

    def _write(self, piece: bytes, *, is_last: bool) -> None:
        self._file.write(seal(piece, key=self._key, about=_about(self.name, self._index, is_last)))
        self._index += 1


def size_of(name: str) -> int:
    """How many bytes the recording has when it is opened."""
    sealed = path_of(name).stat().st_size
    return sealed - _pieces(sealed) * _OVERHEAD


def read(name: str, key: bytes, start: int, stop: int) -> Iterator[bytes]:
    """The bytes from `start` up to `stop`, in pieces."""
    path = path_of(name)
    last = _pieces(path.stat().st_size) - 1
    with path.open("rb") as file:
        for index in range(start // PIECE, -(-stop // PIECE)):
            file.seek(index * (PIECE + _OVERHEAD))
            piece = open_sealed(
                file.read(PIECE + _OVERHEAD), key=key, about=_about(name, index, index == last)
            )
            begin = index * PIECE
            yield piece[max(0, start - begin) : stop - begin]


def drop(name: str) -> None:
    """Delete a recording."""
    path_of(name).unlink(missing_ok=True)


def names_made_before(moment: float) -> Iterator[str]:
    """All recordings here that are older than a moment, in seconds."""
    folder = Path(settings.MEDIA_ROOT) / "fieldwork"
    for path in folder.iterdir() if folder.exists() else ():
        name = f"fieldwork/{path.name}"
        if _NAME.fullmatch(name) and path.stat().st_mtime < moment:
            yield name


def path_of(name: str) -> Path:
    """Where it lies; only names that were made here are names."""
    if not _NAME.fullmatch(name):
        raise ValueError("This is no name of a recording.")
    return Path(settings.MEDIA_ROOT) / name


def _pieces(sealed: int) -> int:
    return -(-sealed // (PIECE + _OVERHEAD))


def _about(name: str, index: int, is_last: bool) -> str:
    return f"{name}|{index}|{'last' if is_last else 'more'}"
