"""All tables without rows: made once by the migrations, then copied to wherever tests need them.

The migrations take ten seconds, a copy takes none. A copy is used again by later runs, until something
changes that says how the tables look.
"""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(sys.prefix) / ".migrated"
SHAPING = (
    "src/medskab/**/migrations/*.py",
    "src/medskab/**/models/**/*.py",
    "src/medskab/**/models.py",
    "src/medskab/**/apps.py",
    "src/medskab/common/*.py",
    "src/medskab/site/settings.py",
    "requirements/runtime.lock",
)
KEPT = 4
LONGEST_RUN = 2 * 3600


@cache
def digest() -> str:
    """One name for everything that says how the tables look."""
    found = sha256(sys.version.encode())
    for path in sorted({path for pattern in SHAPING for path in ROOT.glob(pattern)}):
        found.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()[:16]


@cache
def sqlite_file() -> Path:
    """A database file to copy; nobody writes to it."""
    path = FOLDER / f"{digest()}.sqlite3"
    with _one_at_a_time():
        if not path.exists():
            with TemporaryDirectory(dir=FOLDER) as home:
                _migrate(Path(home))
                (Path(home) / "medskab.sqlite3").rename(path)
            _tidy_up()
        path.touch()
    return path


def _tidy_up() -> None:
    """A run that is still going on copies its file anew for each installation that it makes."""
    by_age = sorted((one.stat().st_mtime, one) for one in FOLDER.glob("*.sqlite3"))
    for last_used, one in by_age[:-KEPT]:
        if last_used < time.time() - LONGEST_RUN:
            one.unlink()


@cache
def postgresql_database(server: str) -> str:
    """The name of a database on the server to make others from, `CREATE DATABASE … TEMPLATE` it."""
    import psycopg

    name, unfinished = f"medskab_migrated_{digest()}", f"medskab_unfinished_{digest()}"
    with _one_at_a_time(), closing(psycopg.connect(server, autocommit=True)) as connection:
        if not connection.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchall():
            connection.execute(f"DROP DATABASE IF EXISTS {unfinished}")
            connection.execute(f"CREATE DATABASE {unfinished}")
            with TemporaryDirectory() as home:
                _migrate(Path(home), urlunsplit(urlsplit(server)._replace(path=f"/{unfinished}")))
            connection.execute(f"ALTER DATABASE {unfinished} RENAME TO {name}")
    return name


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """The processes of a run need it at the same moment: one makes it, the others wait."""
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate(home: Path, database_url: str = "") -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MEDSKAB_")}
    given = {"MEDSKAB_HOME": str(home), "DJANGO_SETTINGS_MODULE": "medskab.site.settings"}
    if database_url:
        given["MEDSKAB_DATABASE_URL"] = database_url
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"],
        cwd=ROOT,
        env=kept | given | {"PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        check=True,
        timeout=600,
    )
