"""It keeps photos and recordings, and nothing that a device or an attacker hides in them."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from medskab.tools.media import keeping


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def photo(kind="JPEG", size=(2400, 1200), **facts):
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **facts)
    return out.getvalue()


def where_it_was():
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "SecretCamera", 6
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb():
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9_000_000))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_keeps_a_photo_in_two_sizes(kind):
    name = keeping.keep_photo(photo(kind))
    with Image.open(keeping.path_of(name)) as large:
        assert (large.format, large.size) == ("JPEG", (1600, 800))
    small = keeping.path_of(keeping.thumbnail_of(name))
    assert small.stat().st_size <= 40_000


def test_turns_a_photo_upright_and_forgets_where_it_was_taken():
    name = keeping.keep_photo(photo(exif=where_it_was()))
    with Image.open(keeping.path_of(name)) as kept:
        assert kept.size == (800, 1600)
        assert not dict(kept.getexif())
    assert b"SecretCamera" not in keeping.path_of(name).read_bytes()


def test_keeps_even_noise_small():
    out = BytesIO()
    Image.effect_noise((1700, 1700), 200).save(out, "PNG")
    name = keeping.keep_photo(out.getvalue())
    assert keeping.path_of(name).stat().st_size <= 300_000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"GIF89a<script>alert(1)</script>",
        b"%PDF-1.7",
        photo()[:600],
        bomb(),
        b"x" * (keeping.MOST_PHOTO_BYTES + 1),
    ],
    ids=["empty", "svg", "gif", "pdf", "truncated", "bomb", "big"],
)
def test_refuses_what_is_no_photo(content, folder):
    with pytest.raises(keeping.CannotKeep):
        keeping.keep_photo(content)
    assert not folder.exists()


def test_loses_what_was_hung_behind_a_photo():
    name = keeping.keep_photo(photo() + b"<html><script>alert(1)</script>PK\x03\x04")
    assert b"script" not in keeping.path_of(name).read_bytes()


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"\x1a\x45\xdf\xa3" + b"\0" * 8 + b"webm", "webm"),
        (b"OggS\x00" + b"\0" * 60, "ogg"),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "m4a"),
        (b"RIFF\0\0\0\0WAVEfmt ", "wav"),
        (b"ID3\x04" + b"\0" * 60, "mp3"),
    ],
)
def test_keeps_a_recording_by_what_stands_in_it(content, ending):
    name = keeping.keep_voice(content)
    assert name.endswith(ending)
    assert keeping.voice_of(name) == content
    assert content[4:] not in keeping.path_of(name).read_bytes()


@pytest.mark.parametrize("content", [b"", b"<html>", b"MZ\x90", b"x" * (keeping.MOST_VOICE_BYTES + 1)])
def test_refuses_what_is_no_recording(content):
    with pytest.raises(keeping.CannotKeep):
        keeping.keep_voice(content)


def test_drops_both_sizes(folder):
    keeping.drop(keeping.keep_photo(photo(size=(30, 30))))
    assert not [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", ["../secrets.json", "ab/../../x.jpg", "/etc/passwd", ""])
def test_knows_only_names_of_its_own(name):
    with pytest.raises(ValueError, match="no name"):
        keeping.path_of(name)
