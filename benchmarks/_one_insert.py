"""The peer of `casting.py`: a bare application that does nothing but one durable INSERT per request.

    python benchmarks/_one_insert.py PORT DATABASE

Same server, same threads, same settings of SQLite; no routing, no rights, no sealing.
"""

import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

_here = threading.local()
_SETTINGS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;"
_INSERT = "INSERT INTO envelope (sealed) VALUES (?)"


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Keep the body, durably, and say so."""
    if not hasattr(_here, "database"):
        _here.database = sqlite3.connect(os.environ["ONE_INSERT_DATABASE"], isolation_level=None)
        _here.database.executescript(_SETTINGS)
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    _here.database.execute("BEGIN IMMEDIATE")
    _here.database.execute(_INSERT, (body.ljust(1072, b"\0"),))
    _here.database.execute("COMMIT")
    start_response("201 Created", [("Content-Type", "application/json")])
    return [b'{"receipt": "0000000000"}']


def main() -> None:
    """Make the table and serve."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    os.environ["ONE_INSERT_DATABASE"] = sys.argv[2]
    with sqlite3.connect(sys.argv[2]) as database:
        database.executescript(_SETTINGS)
        database.execute("CREATE TABLE IF NOT EXISTS envelope (id INTEGER PRIMARY KEY, sealed BLOB)")
    Granian(
        "_one_insert:application",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=2,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
    ).serve()


if __name__ == "__main__":
    main()
