"""Backups that are made while the site works, and restores that are killed in the middle."""

from random import Random

import pytest

from tests.trust.harness import KILLS, SEED, Installation, installation

RECEIPTS = "SELECT count(*) FROM common_deedreceipt WHERE key LIKE '{}%'"


def counted(site: Installation, prefix: str) -> int:
    """How many receipts of a kind there are."""
    return site.rows(RECEIPTS.format(prefix))[0][0]


def back_up(site: Installation, name: str, twin: str = "") -> str:
    """Make a backup; its path."""
    path = str(site.home / name)
    code, said = site.medskab("backup", path, twin=twin)
    assert code == 0, said
    return path


def drill(site: Installation, random: Random, backup_twin: str = "") -> str:
    """Add, back up, add more, restore: what is different from the moment of the backup, in words."""
    before, after = random.randint(1, 400), random.randint(1, 400)
    with site.start("worker") as worker:  # keeps the database open, with its newest rows in the journal
        worker.read_until("at work")
        site.call("tests.trust.tasks.add_receipts", "before", str(before))
        path = back_up(site, f"{random.random()}.tar.gz", backup_twin)
        site.call("tests.trust.tasks.add_receipts", "after", str(after))
        worker.kill()
    code, said = site.medskab("restore", path, "--replace")
    if code:
        return said
    found = counted(site, "before"), counted(site, "after")
    return "" if found == (before, 0) else f"restored {found} instead of {(before, 0)}"


def test_brings_back_the_moment_of_the_backup():
    with installation() as site:
        assert drill(site, Random(SEED)) == ""


def test_would_be_noticed_if_the_file_were_copied():
    with installation() as site:
        if site.database_url.startswith("postgres"):
            pytest.skip("PostgreSQL's files are never copied")
        assert drill(site, Random(SEED), "copy_the_file") != ""


def killed_restores(site: Installation, random: Random, twin: str = "") -> str:
    """Restore again and again, killed on the way: neither the old nor the new state whole, in words."""
    site.call("tests.trust.tasks.add_receipts", "before", "300")
    path = back_up(site, "made.tar.gz")
    site.call("tests.trust.tasks.add_receipts", "after", "300")
    for _kill in range(KILLS):
        with site.start("restore", path, "--replace", twin=twin) as restore:
            restore.read_until("Putting it in place")
            if twin:
                restore.read_until("a piece")
            restore.wait_at_most(random.choice([0.03, 0.3]) * random.random())
            restore.kill()
        if wrong := neither_old_nor_new(site):
            return wrong
    code, said = site.medskab("restore", path, "--replace")
    return said if code else neither_old_nor_new(site)


def neither_old_nor_new(site: Installation) -> str:
    """What the database shows, where that is neither the one nor the other state."""
    try:
        found = counted(site, "before"), counted(site, "after")
        whole = [] if site.database_url.startswith("postgres") else site.rows("PRAGMA integrity_check")
    except Exception as fault:  # whatever the database says to a broken file
        return str(fault)
    if found not in {(300, 300), (300, 0)} or whole not in ([], [("ok",)]):
        return f"found {found}, {whole}"
    return ""


def test_is_all_or_nothing_when_it_is_killed():
    with installation() as site:
        assert killed_restores(site, Random(SEED)) == ""
        assert counted(site, "after") == 0


def test_would_be_noticed_if_the_file_in_use_were_written_to():
    with installation() as site:
        if site.database_url.startswith("postgres"):
            pytest.skip("PostgreSQL's files are never written to")
        assert killed_restores(site, Random(SEED), "copy_over_the_database") != ""


def test_brings_nobody_back_who_was_erased_meanwhile():
    named = "SELECT count(*) FROM people_person WHERE name = 'Ida Hedgehog'"
    with installation() as site:
        site.call("tests.trust.tasks.meet_somebody")
        path = back_up(site, "with-ida.tar.gz")
        assert site.rows(named) == [(1,)]
        site.call("tests.trust.tasks.forget_somebody")
        code, said = site.medskab("restore", path, "--replace")
        assert code == 0, said
        assert site.rows(named) == [(0,)]
