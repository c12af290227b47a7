"""Files that people hand in, under names that say nothing, in the folder that every backup carries.

Recordings lie there sealed: whoever reads the folder alone hears nobody.
"""

import os
import re
import secrets
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct
from medskab.tools.vault.sealing import key_from_secret, open_sealed, seal

from .decoding import TOO_MANY_POINTS

MOST_PHOTO_BYTES = 12_000_000
MOST_VOICE_BYTES = 10_000_000
VOICE_TYPES = {
    "webm": "audio/webm",
    "ogg": "audio/ogg",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
}
_SECONDS = 30
_NAME = re.compile(r"[0-9a-f]{2}/[0-9a-f]{40}(\.small)?\.(jpg|webm|ogg|m4a|mp3|wav)")
_MP4_BRANDS = (b"M4A ", b"mp41", b"mp42", b"isom", b"iso2", b"iso5", b"iso6", b"dash", b"3gp4", b"3gp5")


class CannotKeep(CannotAct):
    """A file was refused; the text says what to send instead."""


def keep_photo(content: bytes) -> str:
    """Keep a photo, made anew from its points alone; its name comes back."""
    if len(content) > MOST_PHOTO_BYTES:
        raise CannotKeep(_("The photo is too big. It can be 12 MB at most."))
    large, small = _decoded(content)
    name = _new_name("jpg")
    _write(thumbnail_of(name), small)
    _write(name, large)
    return name


def keep_voice(content: bytes) -> str:
    """Keep a recording, sealed, if it is one by what stands in it; its name comes back."""
    if len(content) > MOST_VOICE_BYTES:
        raise CannotKeep(_("The recording is too long. Speak for three minutes at most."))
    ending = _voice_ending(content)
    if not ending:
        raise CannotKeep(_("This is no recording that we can play. Send MP3, M4A, OGG, WebM or WAV."))
    name = _new_name(ending)
    _write(name, seal(content, key=_key(), about=name))
    return name


def voice_of(name: str) -> bytes:
    """What a kept recording holds."""
    return open_sealed(path_of(name).read_bytes(), key=_key(), about=name)


def thumbnail_of(name: str) -> str:
    """The name of the small picture beside a photo."""
    return name.removesuffix(".jpg") + ".small.jpg"


def path_of(name: str) -> Path:
    """Where a kept file lies; only names that were made here are names."""
    if not _NAME.fullmatch(name):
        raise ValueError("This is no name of a kept file.")
    return Path(settings.MEDIA_ROOT) / name


def drop(name: str) -> None:
    """Delete a kept file, and the small picture with it."""
    for one in {name, thumbnail_of(name)} if name.endswith(".jpg") else {name}:
        path_of(one).unlink(missing_ok=True)


def _key() -> bytes:
    return key_from_secret(settings.SECRETS["vault"], "recordings")


def _decoded(content: bytes) -> tuple[bytes, bytes]:
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", "medskab.tools.media.decoding"],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotKeep(_("The photo could not be read. Send JPEG, PNG or WebP.")) from None
    if done.returncode == TOO_MANY_POINTS:
        raise CannotKeep(_("The photo has too many points. Send a smaller one."))
    if done.returncode:
        raise CannotKeep(_("The photo could not be read. Send JPEG, PNG or WebP."))
    end = 4 + int.from_bytes(done.stdout[:4], "big")
    return done.stdout[4:end], done.stdout[end + 4 :]


def _voice_ending(content: bytes) -> str:
    head = content[:64]
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head:
        return "webm"
    if head.startswith(b"OggS\x00"):
        return "ogg"
    if head[4:8] == b"ftyp" and head[8:12] in _MP4_BRANDS:
        return "m4a"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return "wav"
    is_frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] & 0x06
    return "mp3" if head.startswith(b"ID3") or is_frame else ""


def _new_name(ending: str) -> str:
    name = secrets.token_hex(20)
    return f"{name[:2]}/{name}.{ending}"


def _write(name: str, content: bytes) -> None:
    path = path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
