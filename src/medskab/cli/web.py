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
