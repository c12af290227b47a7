"""One web process of `medskab serve`: the site, and an eye on the server that started it."""

import os

from medskab.cli.ending import end_with
from medskab.cli.web import SERVER_PID
from medskab.site.wsgi import application

# Requests in hand are cut off as in a crash: nothing of theirs was acknowledged.
end_with(int(os.environ[SERVER_PID]), lambda: os._exit(1))

__all__ = ["application"]
