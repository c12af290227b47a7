"""`medskab backup`: one file with everything, opened and checked after it was written."""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path

from . import installation
from .errors import CommandError
from .passphrase import ask_twice, read_passphrase

HELP = "Write a backup of database and files to one archive, and check what was written."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="default: backups/ in the home folder, named by the time",
    )
    parser.add_argument(
        "--with-secrets",
        action="store_true",
        help="put the installation's secrets in too, sealed with a passphrase; "
        "without them, second factors must be set up again after a restore",
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="read the passphrase from the first line of a file",
    )


def run(args: argparse.Namespace) -> int:
    """Make it and say what is in it."""
    installation.load()
    from django.conf import settings

    from medskab.common.clock import now
    from medskab.tools.backup import making
    from medskab.tools.backup.archive import BadArchive
    from medskab.tools.backup.databases import CannotCopy

    installation.require_database()
    moment = now()
    target = (args.file or _name_by_time(Path(settings.HOME), moment)).resolve()
    try:
        manifest = making.make(target, passphrase=_passphrase(args), now=moment, say=_progress)
    except making.AlreadyThere:
        raise CommandError(f"{target} is there already; a backup never writes over another file.") from None
    except (BadArchive, CannotCopy) as fault:
        raise CommandError(f"No backup was written. {fault}") from None
    except OSError as fault:
        raise CommandError(f"No backup was written: {fault.strerror} ({fault.filename or target}).") from None
    size = target.stat().st_size / 1_000_000
    print(f"{target}: {len(manifest.members)} files, {size:.1f} MB, checked.")
    return 0


def _passphrase(args: argparse.Namespace) -> str | None:
    if not args.with_secrets:
        if args.passphrase_file:
            raise CommandError("--passphrase-file goes with --with-secrets.", exit_code=2)
        return None
    return read_passphrase(args.passphrase_file) if args.passphrase_file else ask_twice()


def _name_by_time(home: Path, moment: datetime) -> Path:
    return home / "backups" / f"medskab-{moment:%Y%m%d-%H%M%S}-{os.getpid()}.tar.gz"


def _progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
