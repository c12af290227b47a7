"""The web server of `medskab serve`: granian with the settings that were measured."""

import os

# Tells each web process who started it.
SERVER_PID = "MEDSKAB_WEB_SERVER_PID"


def serve_pages(host: str, port: int, workers: int) -> None:
    """Serve until told to end."""
    from django.db import connection, connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()  # each web process opens its own
    os.environ[SERVER_PID] = str(os.getpid())
    Granian(
        "medskab.cli.web_process:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        # On SQLite more threads only make writers wait for each other; a database server takes more.
        blocking_threads=2 if connection.vendor == "sqlite" else 4,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,  # an address may hold a code
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()


def serve_live(host: str, port: int) -> None:
    """Serve live news until told to end: one process that waits, and holds no thread for who listens."""
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()
    os.environ[SERVER_PID] = str(os.getpid())
    Granian(
        "medskab.cli.live_process:application",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=1,
        backlog=2048,
        backpressure=4096,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=3,
    ).serve()
