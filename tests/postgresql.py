"""A PostgreSQL server of our own: made for one test run, on a free port, thrown away at the end."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing here outlives the run, so nothing needs to reach the disk.
SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


def programs() -> Path | None:
    """The folder with PostgreSQL's server programs; the newest where there are several."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give its database address; it is stopped and removed whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="medskab-postgresql-"))
    try:
        address = _make(folder)
        _start(folder, int(address.rpartition(":")[2]))
        yield f"{address}/medskab"
    finally:
        if (folder / "cluster" / "postmaster.pid").exists():
            _run("pg_ctl", "-D", folder / "cluster", "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _make(folder: Path) -> str:
    password = secrets.token_urlsafe(16)
    word = folder / "password"
    word.write_text(password)
    _hand_over(folder, word)
    _run(
        *("initdb", "-D", folder / "cluster", "-U", "medskab", f"--pwfile={word}", "--auth=scram-sha-256"),
        *("--locale=C.UTF-8", "--encoding=UTF8", "--no-sync", "--no-instructions"),
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"postgresql://medskab:{password}@127.0.0.1:{probe.getsockname()[1]}"


def _start(folder: Path, port: int) -> None:
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {SPEED}"
    _run("pg_ctl", "-D", folder / "cluster", "-l", folder / "log", "-o", options, "-w", "-t", "60", "start")


def _run(program: str, *words: str | Path) -> None:
    home = programs()
    if home is None:
        raise RuntimeError("PostgreSQL's server programs are not installed.")
    done = subprocess.run(
        [*_as_nobody_special(), str(home / program), *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # a pipe would stay open in the server that pg_ctl leaves behind
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
        cwd="/",
    )
    if done.returncode:
        raise RuntimeError(f"{program} failed. To see why: {' '.join(map(str, [home / program, *words]))}")


def _as_nobody_special() -> list[str]:
    """PostgreSQL refuses to run as root: root hands it to the user that Debian made for it."""
    return ["runuser", "-u", _user(), "--"] if os.geteuid() == 0 else []


def _user() -> str:
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _hand_over(*paths: Path) -> None:
    if os.geteuid() == 0:
        for path in paths:
            shutil.chown(path, _user())
