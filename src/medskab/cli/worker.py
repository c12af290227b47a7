"""`medskab worker`: do the work in the background. `medskab serve` starts one by itself."""

import argparse
import os
import signal

from . import installation
from .ending import end_with
from .errors import CommandError

HELP = "Do the work in the background: counting, importing, sending mail."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--until-ends", type=int, metavar="PID", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Work until SIGTERM or Ctrl-C; what is unfinished then goes back to the queue."""
    installation.load()
    from django.conf import settings

    from medskab.tools.backup.presence import at_work
    from medskab.tools.jobs.worker import WorkerProcess

    installation.require_database()
    if installation.pending_migrations():
        raise CommandError(
            "The tables are older than this version. Start `medskab serve` once; it updates them."
        )
    with at_work(settings.HOME) as is_allowed:
        if not is_allowed:
            raise CommandError("A backup is being restored here. Try again when it is done.")
        if args.until_ends is None:
            print("The worker is at work. Stop it with Ctrl-C.", flush=True)
        else:
            end_with(args.until_ends, lambda: os.kill(os.getpid(), signal.SIGTERM))
        WorkerProcess().run()
    return 0
