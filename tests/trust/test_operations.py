"""An operator's day, with the real commands: check, backup with and without secrets, restore, refusals."""

import json

from tests.trust.harness import Installation, installation

WORDS = "rød bil i regnen"


def with_secrets(site: Installation) -> str:
    """A backup with its secrets; its path."""
    (site.home / "words").write_text(WORDS, "utf-8")
    path = str(site.home / "made.tar.gz")
    code, said = site.medskab("backup", path, "--with-secrets", f"--passphrase-file={site.home / 'words'}")
    assert code == 0, said
    return path


def restore(site: Installation, path: str, *more: str, words: str = WORDS) -> tuple[int, str]:
    """Restore with a passphrase."""
    (site.home / "words").write_text(words, "utf-8")
    given = ("--with-secrets", f"--passphrase-file={site.home / 'words'}")
    return site.medskab("restore", path, *given, *more)


def test_moves_to_another_machine_with_files_and_secrets():
    with installation() as site, installation() as other:
        site.call("tests.trust.tasks.add_area", "engen")
        (site.home / "media").mkdir()
        (site.home / "media/picture.png").write_bytes(b"picture")
        code, said = restore(other, with_secrets(site))
        assert code == 0, said
        assert other.rows("SELECT slug FROM places_area") == [("engen",)]
        assert (other.home / "media/picture.png").read_bytes() == b"picture"
        assert (other.home / "secrets.json").read_bytes() == (site.home / "secrets.json").read_bytes()
        assert (other.home / "secrets.json").stat().st_mode & 0o077 == 0


def test_changes_nothing_when_the_passphrase_is_wrong():
    with installation() as site, installation() as other:
        other.call("tests.trust.tasks.add_receipts", "kept", "1")
        before = (other.home / "secrets.json").read_bytes()
        code, said = restore(other, with_secrets(site), words="blå bil i solen")
        assert code == 1
        assert "passphrase does not open" in said
        assert (other.home / "secrets.json").read_bytes() == before
        assert other.rows("SELECT count(*) FROM common_deedreceipt") == [(1,)]


def test_does_not_put_a_backup_over_an_installation_in_use_by_mistake():
    with installation() as site:
        path = with_secrets(site)
        site.call("tests.trust.tasks.add_area", "engen")
        code, said = site.medskab("restore", path)
        assert (code, "Use --replace" in said) == (1, True)
        code, said = site.medskab("restore", path, "--replace")
        assert code == 0, said
        assert site.rows("SELECT slug FROM places_area") == []
        assert list(site.home.glob("replaced-*"))


def test_is_not_put_back_while_the_site_runs():
    with installation() as site:
        path = with_secrets(site)
        with site.start("worker") as worker:
            worker.read_until("at work")
            code, said = site.medskab("restore", path)
            assert (code, "is running" in said) == (1, True)
            assert worker.end() == 0
        assert site.medskab("restore", path)[0] == 0


def test_refuses_a_damaged_backup_and_changes_nothing():
    with installation() as site:
        path = site.home / "made.tar.gz"
        with_secrets(site)
        path.write_bytes(path.read_bytes()[:-400])
        site.call("tests.trust.tasks.add_receipts", "kept", "3")
        code, said = site.medskab("restore", str(path), "--replace")
        assert (code, "Nothing was restored" in said, "Traceback" in said) == (1, True, False)
        assert site.rows("SELECT count(*) FROM common_deedreceipt WHERE key LIKE 'kept%'") == [(3,)]


def test_takes_no_sign_in_along():
    with installation() as site:
        site.call("tests.trust.tasks.sign_somebody_in")
        assert site.rows("SELECT count(*) FROM django_session") == [(1,)]
        path = with_secrets(site)
        assert site.medskab("restore", path, "--replace")[0] == 0
        assert site.rows("SELECT count(*) FROM django_session") == [(0,)]


def test_finds_nothing_wrong_with_a_site_that_is_served_and_backed_up():
    with installation() as site:
        with_secrets(site)
        site.call("medskab.cli.installation.collect_static")
        with site.start("worker") as worker:
            worker.read_until("at work")
            site.call("tests.trust.tasks.wait_for_a_worker")
            code, said = site.medskab("check", "--format=json")
            found = json.loads(said)
            assert [one for one in found["findings"] if one["level"] == "wrong"] == []
            assert (code, found["is_fine"]) == (0, True)
            assert worker.end() == 0
