"""A real installation in a folder of its own, whose processes are started, watched and killed.

    with installation() as site:
        with site.start("worker") as worker:    # a real process
            worker.read_until("row 7")          # … at a moment that the process itself tells
            worker.kill()                       # -9, with everything it started
        assert site.rows("SELECT …") == […]     # past our own code, straight from the database

A moment is a line that the process writes, chosen by a seeded `random.Random`; nothing here sleeps. A twin
is the name of a patch in `twins.py`: the process then runs with the protection taken out.
"""

import os
import selectors
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from time import monotonic
from urllib.parse import urlsplit, urlunsplit

from tests import migrated

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60.0
KILLS = int(os.environ.get("MEDSKAB_TRUST_KILLS", "6"))
SEED = int(os.environ.get("MEDSKAB_TRUST_SEED", "20261124"))


class Running:
    """A process of the installation: read line by line, killed with all its children."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=0
        )
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._process.stdout, selectors.EVENT_READ)
        self._rest = b""
        self.said: list[str] = []

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_unused: object) -> None:
        self.kill()
        self._selector.close()
        self._process.stdout.close()

    def read_until(self, words: str, patience: float = PATIENCE_SECONDS) -> bool:
        """Read lines until one contains the words; False where the process ended without saying them."""
        end = monotonic() + patience
        while monotonic() < end:
            while b"\n" in self._rest:
                line, self._rest = self._rest.split(b"\n", 1)
                self.said.append(line.decode("utf-8", "replace"))
                if words in self.said[-1]:
                    return True
            if self._selector.select(timeout=0.2):
                chunk = os.read(self._process.stdout.fileno(), 65536)
                if not chunk:
                    self._process.wait(PATIENCE_SECONDS)
                    return False
                self._rest += chunk
        raise AssertionError(f"waited {patience:.0f} s for “{words}”; the process said: {self.said[-8:]}")

    def its(self, word: str) -> list[int]:
        """Those processes below it whose command line contains the word."""
        return [pid for pid in descendants(self._process.pid) if word.encode() in _command(pid)]

    def kill_its(self, word: str) -> None:
        """Kill those processes."""
        for pid in self.its(word):
            os.kill(pid, signal.SIGKILL)

    def wait_at_most(self, seconds: float) -> int | None:
        """Give it a moment; its exit code, or None where it still runs."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def end(self) -> int:
        """Ask it to end in order, and wait for it; its exit code."""
        self._process.terminate()
        self.read_until("\0", PATIENCE_SECONDS)
        return self._process.wait(PATIENCE_SECONDS)

    def go_on(self) -> None:
        """Let a process go on that stands still."""
        os.kill(self._process.pid, signal.SIGCONT)

    def kill(self, *, children: bool = True) -> None:
        """Kill it at once (-9), by default together with everything that it started."""
        for pid in [self._process.pid, *(descendants(self._process.pid) if children else [])]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self._process.wait(PATIENCE_SECONDS)


@dataclass
class Installation:
    """A home folder and a database of its own."""

    home: Path
    database_url: str
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are told."""
        given = {"MEDSKAB_HOME": str(self.home), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MEDSKAB_")}
        if self.database_url:
            given["MEDSKAB_DATABASE_URL"] = self.database_url
        return kept | given | self.extra

    def start(self, *words: str, twin: str = "") -> Running:
        """A process of the command `medskab`, with the protection taken out where a twin is named."""
        chosen = [f"--twin={twin}"] if twin else []
        return Running([sys.executable, "-m", "tests.trust.entry", *chosen, *words], self.environment)

    def medskab(self, *words: str, twin: str = "") -> tuple[int, str]:
        """Run a command to its end: exit code and all that it said."""
        with self.start(*words, twin=twin) as process:
            process.read_until("\0")
            return process.wait_at_most(PATIENCE_SECONDS) or 0, "\n".join(process.said)

    def call(self, function: str, *arguments: str) -> str:
        """Run one function of a test module inside the installation: "tests.trust.tasks.start_jobs"."""
        code, said = self.medskab("call", function, *arguments)
        assert code == 0, said
        return said

    def rows(self, question: str) -> list[tuple]:
        """An SQL question straight to the database."""
        if self.database_url.startswith("postgres"):
            import psycopg

            with psycopg.connect(self.database_url) as connection:
                return connection.execute(question).fetchall()
        import sqlite3
        from contextlib import closing

        with closing(sqlite3.connect(self.home / "medskab.sqlite3", timeout=20)) as connection:
            return connection.execute(question).fetchall()


@contextmanager
def installation() -> Iterator[Installation]:
    """A fresh installation, on the kind of database that the test run uses; gone afterwards."""
    with TemporaryDirectory(prefix="medskab-trust-") as folder:
        home = Path(folder) / "home"
        home.mkdir(mode=0o700)
        if not SERVER:
            shutil.copyfile(migrated.sqlite_file(), home / "medskab.sqlite3")
            (home / "medskab.sqlite3").chmod(0o600)
            yield Installation(home, "")
            return
        with _database(f"TEMPLATE {migrated.postgresql_database(SERVER)}") as url:
            yield Installation(home, url)


SERVER = os.environ.get("MEDSKAB_DATABASE_URL", "")
SERVER = urlunsplit(urlsplit(SERVER)._replace(path="/postgres")) if SERVER.startswith("postgres") else ""


@contextmanager
def _database(how: str = "") -> Iterator[str]:
    import psycopg

    name = f"medskab_trust_{token_hex(4)}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} {how}")
    try:
        yield urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(SERVER, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _command(pid: int) -> list[bytes]:
    try:
        return (Path("/proc") / str(pid) / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


def descendants(pid: int) -> list[int]:
    """All processes that a process started, and those that they started."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(status[1]), []).append(int(folder.name))
    found, front = [], [pid]
    while front:
        children = parents.get(front.pop(), [])
        found += children
        front += children
    return found
