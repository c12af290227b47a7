"""The processes of the server, kept going."""

import sqlite3
import sys
from contextlib import closing

import pytest

from medskab.cli import journal, together
from medskab.cli.journal import Journal
from medskab.cli.together import Child


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands until it is told to go on."""
    time = [1000.0]
    monkeypatch.setattr(together, "monotonic", lambda: time[0])
    return time


@pytest.fixture
def child(monkeypatch):
    monkeypatch.setattr(together, "COMMAND", (sys.executable, "-c"))
    child = Child("worker", ("pass",))
    yield child
    child.end()


def test_starts_again_what_has_ended(child, clock, capsys):
    child.look_after()
    first = child.process
    first.wait(30)
    child.look_after()
    assert child.process is None
    assert "The worker has ended by itself" in capsys.readouterr().err
    clock[0] += child.pause
    child.look_after()
    assert child.process.pid != first.pid
    child.process.wait(30)


def test_waits_longer_each_time_for_what_ends_at_once(child, clock):
    pauses = []
    for _time in range(9):
        clock[0] += child.pause
        child.look_after()
        child.process.wait(30)
        child.look_after()
        pauses.append(child.pause)
    assert pauses[:4] == [1, 2, 4, 8]
    assert pauses[-1] == 30


def test_forgets_the_waiting_when_it_went_well_for_a_while(child, clock):
    child.pause = 16
    clock[0] += 16
    child.look_after()
    child.process.wait(30)
    clock[0] += 61
    child.look_after()
    assert child.pause == 0.5


def test_kills_what_does_not_end_in_order(monkeypatch):
    monkeypatch.setattr(together, "COMMAND", (sys.executable, "-c"))
    monkeypatch.setattr(together, "_GRACE_SECONDS", 0.1)
    child = Child("worker", ("import threading; threading.Event().wait()",))
    child.start()
    child.end()
    assert child.process.returncode == -9


def test_carries_the_journal_over(tmp_path, monkeypatch):
    monkeypatch.setattr(journal, "_WORTH_IT", 1)
    database = tmp_path / "a.sqlite3"
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute("CREATE TABLE a (b)")
        before = database.stat().st_size
        Journal(database).look_after()
        assert database.stat().st_size > before
        monkeypatch.setattr(journal, "_TOO_LARGE", 1)
        Journal(database).look_after()
        assert (tmp_path / "a.sqlite3-wal").stat().st_size == 0
        assert writer.execute("SELECT count(*) FROM a").fetchone() == (0,)


def test_leaves_a_small_journal_alone(tmp_path):
    Journal(tmp_path / "none.sqlite3").look_after()
    assert list(tmp_path.iterdir()) == []
