"""The process of live news: server-sent events, and an eye on the server that started it."""

import os

from medskab.cli import installation
from medskab.cli.ending import end_with
from medskab.cli.web import SERVER_PID

installation.load()

from medskab.tools.live.asgi import LiveNews  # noqa: E402  reads the settings

application = LiveNews()
end_with(int(os.environ[SERVER_PID]), lambda: os._exit(1))

__all__ = ["application"]
