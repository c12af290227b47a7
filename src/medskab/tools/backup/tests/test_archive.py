"""What an archive promises, and what it refuses."""

import io
import json
import stat
import tarfile

import pytest

from medskab.tools.backup import archive
from medskab.tools.backup.archive import BadArchive, Manifest, member_of


@pytest.fixture
def made(tmp_path):
    """An archive with a database and a picture, and the folder to unpack it into."""
    sources = {"database.sqlite3": tmp_path / "one", "media/ab/picture.png": tmp_path / "two"}
    for number, path in enumerate(sources.values()):
        path.write_bytes(bytes(range(256)) * (number + 1))
    members = tuple(member_of(path, name) for name, path in sources.items())
    manifest = Manifest("2026-11-24T10:00:00+00:00", "0.1.0", "sqlite", {"audit": ["0001_initial"]}, members)
    path = tmp_path / "made.tar.gz"
    archive.write(path, manifest, sources)
    return path


def hand_made(path, entries):
    """An archive as somebody with bad intent writes it."""
    with tarfile.open(path, "w:gz") as tar:
        for entry, content in entries:
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return path


def manifest_naming(*names):
    members = [{"name": name, "size": 1, "sha256": "0" * 64} for name in names]
    listed = {
        "format": 1,
        "made_at": "",
        "version": "",
        "vendor": "sqlite",
        "migrations": {},
        "members": members,
    }
    return tarfile.TarInfo("manifest.json"), json.dumps(listed).encode()


def test_gives_back_what_was_put_in(made, tmp_path):
    manifest = archive.unpack(made, tmp_path / "out")
    assert manifest == archive.read_manifest(made)
    assert (tmp_path / "out/media/ab/picture.png").read_bytes() == bytes(range(256)) * 2


def test_can_be_read_by_its_owner_only(made, tmp_path):
    archive.unpack(made, tmp_path / "out")
    for path in (made, tmp_path / "out/database.sqlite3"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_notices_every_kind_of_damage(made, tmp_path):
    whole = made.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        made.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        out = tmp_path / f"out{place}"
        try:
            archive.unpack(made, out)
        except BadArchive:
            continue
        # A byte that means nothing may change; what comes out must then be what went in.
        assert (out / "media/ab/picture.png").read_bytes() == bytes(range(256)) * 2
        assert (out / "database.sqlite3").read_bytes() == bytes(range(256))


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9])
def test_notices_that_it_is_cut_short(made, tmp_path, share):
    whole = made.read_bytes()
    made.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(BadArchive):
        archive.unpack(made, tmp_path / "out")


@pytest.mark.parametrize("name", ["../x", "/etc/x", "media/../../x", "a/b", "", "media/..", "..\\x"])
def test_refuses_a_name_that_leads_elsewhere(tmp_path, name):
    path = hand_made(tmp_path / "bad", [manifest_naming(name), (tarfile.TarInfo(name), b"x")])
    with pytest.raises(BadArchive):
        archive.unpack(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_refuses_a_file_that_is_not_on_the_list(tmp_path):
    path = hand_made(tmp_path / "bad", [manifest_naming("database.sqlite3"), (tarfile.TarInfo("more"), b"x")])
    with pytest.raises(BadArchive, match="does not name"):
        archive.unpack(path, tmp_path / "out")


def test_refuses_a_link_in_the_place_of_a_file(tmp_path):
    link = tarfile.TarInfo("database.sqlite3")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    path = hand_made(tmp_path / "bad", [manifest_naming("database.sqlite3"), (link, b"")])
    with pytest.raises(BadArchive):
        archive.unpack(path, tmp_path / "out")


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"format": 2}', b"\xff", b'{"format": 1, "members": 3}']
)
def test_refuses_a_list_that_it_cannot_read(tmp_path, content):
    path = hand_made(tmp_path / "bad", [(tarfile.TarInfo("manifest.json"), content)])
    with pytest.raises(BadArchive):
        archive.read_manifest(path)


def test_says_that_another_file_is_no_backup(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(BadArchive, match="no backup"):
        archive.read_manifest(tmp_path / "letter.txt")
    with pytest.raises(BadArchive, match="no file"):
        archive.read_manifest(tmp_path / "missing")
