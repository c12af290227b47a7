"""`medskab serve`: the site and its worker, from nothing to an address to open."""

import argparse
import os
import signal
from pathlib import Path

from . import installation
from .ending import end_with
from .errors import CommandError
from .journal import the_journal
from .port import require_port
from .together import Child, keep_going
from .web import serve_live, serve_pages

HELP = "Serve the site, with a worker for the work in the background."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="the port (default: %(default)s)")
    parser.add_argument(
        "--workers", type=int, default=2, metavar="N", help="how many web processes (default: %(default)s)"
    )
    parser.add_argument(
        "--no-worker", action="store_true", help="leave the work in the background to `medskab worker`"
    )
    parser.add_argument(
        "--live-port", type=int, metavar="PORT", help="the port of live news (default: the next one)"
    )
    parser.add_argument("--only-live", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--only-pages", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--until-ends", type=int, metavar="PID", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Serve until SIGTERM or Ctrl-C."""
    if args.only_pages or args.only_live:
        return _run_part(args)
    _check(args)
    take_address(args)
    installation.load()
    from django.conf import settings

    from medskab.tools.backup.presence import at_work

    with at_work(Path(settings.HOME)) as is_allowed:
        if not is_allowed:
            raise CommandError("A backup is being restored here. Try again when it is done.")
        _make_ready()
        _greet(settings.SITE_ADDRESS)
        with the_journal(Path(settings.HOME)) as journal:
            keep_going(_processes(args), journal.look_after if journal else lambda: None)
    return 0


def take_address(args: argparse.Namespace) -> None:
    """Let links begin with the address that is served, unless the installation names one.

    A site behind a proxy has to say where live news is; until it does, its pages ask now and then.
    """
    if "MEDSKAB_ADDRESS" in os.environ and "MEDSKAB_LIVE_ADDRESS" not in os.environ:
        os.environ["MEDSKAB_LIVE_ADDRESS"] = _beside(os.environ["MEDSKAB_ADDRESS"], args)
    os.environ.setdefault("MEDSKAB_ADDRESS", f"http://{_shown(args.host)}:{args.port}")
    os.environ.setdefault("MEDSKAB_LIVE_ADDRESS", f"http://{_shown(args.host)}:{_live_port(args)}")


def _beside(address: str, args: argparse.Namespace) -> str:
    """Where the address is this very port, live news is at the port beside it."""
    ending = f":{args.port}"
    is_here = address.startswith("http://") and address.rstrip("/").endswith(ending)
    return f"{address.rstrip('/').removesuffix(ending)}:{_live_port(args)}" if is_here else ""


def _live_port(args: argparse.Namespace) -> int:
    port: int = args.live_port or args.port + 1
    return port


def _run_part(args: argparse.Namespace) -> int:
    installation.load()
    if args.until_ends is not None:
        end_with(args.until_ends, lambda: os.kill(os.getpid(), signal.SIGTERM))
    if args.only_live:
        serve_live(args.host, args.port)
    else:
        serve_pages(args.host, args.port, args.workers)
    return 0


def _check(args: argparse.Namespace) -> None:
    if not 1 <= args.workers <= 64:
        raise CommandError("--workers must be a number from 1 to 64.", exit_code=2)
    require_port(args.host, args.port)
    require_port(args.host, _live_port(args), option="--live-port")


def _make_ready() -> None:
    from django.db import connections

    installation.require_database()
    if steps := installation.migrate():
        _say(f"The tables are ready ({steps} steps).")
    if installation.collect_static():
        _say("Styles and scripts are ready.")
    connections.close_all()  # the web processes open their own


def _greet(address: str) -> None:
    from django.db import connections

    from medskab.people.first_run import first_run_link

    _say(f"Medskab is at {address}/")
    if link := first_run_link():
        _say(f"It is new. Set it up in the browser, with this link that works once: {link}")
    _say("Stop it with Ctrl-C.")
    connections.close_all()


def _processes(args: argparse.Namespace) -> list[Child]:
    places = (f"--host={args.host}", f"--port={args.port}", f"--workers={args.workers}")
    us = f"--until-ends={os.getpid()}"
    web = Child("web server", ("serve", "--only-pages", us, *places))
    live_places = (f"--host={args.host}", f"--port={_live_port(args)}")
    live = Child("server of live news", ("serve", "--only-live", us, *live_places))
    return [web, live] if args.no_worker else [web, live, Child("worker", ("worker", us))]


def _shown(host: str) -> str:
    if host in {"0.0.0.0", "::"}:  # noqa: S104  only compared
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _say(line: str) -> None:
    print(line, flush=True)
