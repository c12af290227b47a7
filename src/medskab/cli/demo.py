"""`medskab demo`: an invented area, built and served; `login` to be somebody there, `code` to vote."""

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from . import installation, serve
from .errors import CommandError

HELP = "Build the demo area and show it; `demo login NAME` signs in there, `demo code` gives a code to vote."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--build-only", action="store_true", help="build it, and do not serve it")
    serve.add_arguments(parser)
    deeds = parser.add_subparsers(dest="deed", metavar="login NAME | code")
    login = deeds.add_parser("login", help="a link that signs you in once, as one of the invented people")
    login.add_argument("name", nargs="?", default="", help="who to be; without a name, all are listed")
    deeds.add_parser("code", help="a code to take part in the vote that is open in the demo")


def run(args: argparse.Namespace) -> int:
    """Build and serve, or give a link or a code."""
    if args.deed:
        _require_demo()
        return _login(args.name.strip().lower()) if args.deed == "login" else _code()
    serve.take_address(args)
    installation.load()
    installation.require_database()
    installation.migrate()
    from medskab.site.demo.build import is_built

    if not is_built():
        _build()
    if args.build_only:
        return 0
    print(f"To sign in, open a second terminal: {sys.argv[0]} demo login freja", flush=True)
    print(f"For a code to vote with: {sys.argv[0]} demo code", flush=True)
    return serve.run(args)


def _build() -> None:
    from medskab.places.models import Area
    from medskab.site.demo.build import CannotBuild, build

    if Area.objects.filter(is_demo=False).exists():
        raise CommandError(
            "This installation has a real area. Give the demo a home of its own: MEDSKAB_HOME."
        )
    began = time.monotonic()
    try:
        with _in_haste():
            for done in build():
                print(f"  {done}", flush=True)
    except CannotBuild as reason:
        raise CommandError(str(reason)) from None
    print(f"The demo is ready ({time.monotonic() - began:.0f} s).", flush=True)


@contextmanager
def _in_haste() -> Iterator[None]:
    """Invented rows need not outlive a power cut one by one: SQLite waits for the disk less often."""
    from django.db import connection

    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        connection.close()  # the next one waits for the disk again


def _require_demo() -> None:
    installation.load()
    installation.require_database()
    from medskab.site.demo.build import is_built

    if installation.pending_migrations() or not is_built():
        raise CommandError("There is no demo here yet. Build it with: medskab demo")


def _login(name: str) -> int:
    from medskab.common.deed import CannotAct
    from medskab.people.demo_login import login_link
    from medskab.site.demo.cast import CAST

    if not name:
        for player in CAST:
            print(f"{player.key:8} {player.role.label if player.role else ''}, {player.area.title()}")
        return 0
    try:
        print(login_link(name))
    except CannotAct as refusal:
        raise CommandError(str(refusal)) from None
    return 0


def _code() -> int:
    from medskab.site.demo.today import NothingOpen, new_codes

    try:
        print(*new_codes(1))
    except NothingOpen:
        raise CommandError("The vote of the demo is over. Build the demo anew to vote.") from None
    return 0
