"""The archive: a list of all files with their checksums, then the files; never unpacked blindly."""

import json
import os
import tarfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

FORMAT = 1
MANIFEST = "manifest.json"
SECRETS = "secrets.sealed"
MEDIA = "media/"
_CHUNK = 1024 * 1024
_LARGEST_MANIFEST = 256 * 1024 * 1024

Say = Callable[[str], None]


class BadArchive(Exception):
    """The archive cannot be trusted; the text says why."""


@dataclass(frozen=True)
class Member:
    """One file of the archive."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What an archive says about itself."""

    made_at: str
    version: str
    vendor: str
    migrations: Mapping[str, list[str]]
    members: tuple[Member, ...]

    @property
    def names(self) -> frozenset[str]:
        """All files."""
        return frozenset(member.name for member in self.members)

    def as_bytes(self) -> bytes:
        """As it is written."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1).encode()


def member_of(path: Path, name: str) -> Member:
    """A file's entry in the manifest."""
    with path.open("rb") as file:
        return Member(name, path.stat().st_size, _checksum(file))


def write(target: Path, manifest: Manifest, sources: Mapping[str, Path]) -> None:
    """Write the archive to a new file that only its owner may read, down to the disk."""
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as tar:
            _add_bytes(tar, MANIFEST, manifest.as_bytes())
            for member in manifest.members:
                with sources[member.name].open("rb") as source:
                    entry = tarfile.TarInfo(member.name)
                    entry.size, entry.mode = member.size, 0o600
                    tar.addfile(entry, source)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(archive: Path) -> Manifest:
    """The manifest alone; the files are not looked at."""
    with _opened(archive) as tar:
        return _manifest(tar)


def unpack(archive: Path, folder: Path) -> Manifest:
    """Write every file of the archive into an empty folder, having checked each against the manifest."""
    with _opened(archive) as tar:
        manifest = _manifest(tar)
        wanted = {member.name: member for member in manifest.members}
        while (entry := tar.next()) is not None:
            member = wanted.pop(entry.name, None)
            if member is None or not entry.isreg():
                raise BadArchive(f"The backup holds a file that its list does not name: {entry.name[:80]}.")
            _write_checked(tar.extractfile(entry), member, folder / entry.name)
    if wanted:
        raise BadArchive(f"The backup is cut short: {next(iter(wanted))[:80]} is missing.")
    return manifest


@contextmanager
def _opened(archive: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(archive, mode="r|gz") as tar:
            yield tar
    except FileNotFoundError:
        raise BadArchive(f"There is no file {archive}.") from None
    except (tarfile.TarError, EOFError, OSError, UnicodeError) as fault:
        raise BadArchive(f"The backup is damaged or no backup at all ({fault}).") from None


def _manifest(tar: tarfile.TarFile) -> Manifest:
    entry = tar.next()
    if entry is None or entry.name != MANIFEST or not entry.isreg() or entry.size > _LARGEST_MANIFEST:
        raise BadArchive("This is no backup of Medskab: it does not begin with its list of files.")
    try:
        found = json.loads(_content(tar, entry))
        if found.pop("format") != FORMAT:
            raise BadArchive("This backup was made by another version of Medskab than this one can read.")
        members = tuple(Member(**member) for member in found.pop("members"))
        manifest = Manifest(members=members, **found)
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise BadArchive("The backup's list of files cannot be read.") from fault
    if bad := [member.name for member in members if not _is_safe(member.name)]:
        raise BadArchive(f"The backup names a file that does not belong in it: {bad[0][:80]}.")
    return manifest


def _is_safe(name: str) -> bool:
    parts = PurePosixPath(name).parts
    is_inside = bool(parts) and ".." not in parts and not name.startswith("/") and "\\" not in name
    return is_inside and (len(parts) == 1 or name.startswith(MEDIA))


def _content(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(entry)
    return file.read() if file else b""


def _write_checked(source: IO[bytes] | None, member: Member, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = sha256(), 0
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while source and (chunk := source.read(_CHUNK)):
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if (size, digest.hexdigest()) != (member.size, member.sha256):
        raise BadArchive(f"The backup is damaged: {member.name[:80]} is not what was backed up.")


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    tar.addfile(entry, BytesIO(content))


def _checksum(file: IO[bytes]) -> str:
    digest = sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
