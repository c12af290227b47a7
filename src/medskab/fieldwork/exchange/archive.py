"""Opening an archive from outside: nothing is unpacked to a disk, and only what was checked is read."""

import zlib
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

MOST_BYTES = 20_000_000
MOST_UNPACKED = 200_000_000
MOST_FILES = 2_000
MOST_RATIO = 200
_SMALL = 1_000_000
_ENCRYPTED = 1


class BadProject(Exception):
    """The file is no project that can be read; the text can be shown."""


class Archive:
    """The files of a .qdpx, found by name without regard to upper and lower case."""

    def __init__(self, content: bytes) -> None:
        if len(content) > MOST_BYTES:
            raise BadProject(_("The file is too large."))
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, RuntimeError) as error:  # RuntimeError: a kind it cannot read
            raise BadProject(_("This is no project file (.qdpx).")) from error
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        _check(entries)
        self._entries = {entry.filename.lower(): entry for entry in entries}
        self._left = MOST_UNPACKED

    def read(self, name: str) -> bytes | None:
        """The content, or None where there is no such file; never more than was promised."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        most = min(entry.file_size, self._left)
        try:
            with self._zip.open(entry) as opened:
                content = opened.read(most + 1)
        except (BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            raise BadProject(_("The file is damaged.")) from error
        if len(content) > most:
            raise BadProject(_("The file is too large when it is unpacked."))
        self._left -= len(content)
        return content

    def description(self) -> bytes:
        """The file with the project in it."""
        content = self.read("project.qde")
        if content is None:
            raise BadProject(_("This is no project file (.qdpx)."))
        return content


def _check(entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_FILES or len({one.filename.lower() for one in entries}) < len(entries):
        raise BadProject(_("The file holds too many files, or one of them twice."))
    if sum(one.file_size for one in entries) > MOST_UNPACKED or any(map(_is_bomb, entries)):
        raise BadProject(_("The file is too large when it is unpacked."))
    if any(map(_leads_out, entries)):
        raise BadProject(_("The file holds a path that leads out of it."))
    if any(one.flag_bits & _ENCRYPTED for one in entries):
        raise BadProject(_("The file is locked with a password."))


def _is_bomb(entry: ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(1, entry.compress_size)


def _leads_out(entry: ZipInfo) -> bool:
    path = PurePosixPath(entry.filename)
    return path.is_absolute() or ".." in path.parts or any(sign in entry.filename for sign in "\\:\0")
