"""`medskab restore`: put a backup in place, whole or not at all."""

import argparse
import sys
from pathlib import Path

from . import installation
from .errors import CommandError
from .passphrase import ask, read_passphrase

HELP = "Restore a backup: every file is checked first, then it is put in place whole or not at all."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the archive that `medskab backup` wrote")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="put it in the place of an installation that is in use; what was there is kept beside it",
    )
    parser.add_argument("--with-secrets", action="store_true", help="restore the sealed secrets too")
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="read the passphrase from the first line of a file",
    )


def run(args: argparse.Namespace) -> int:
    """Restore, and say what holds now."""
    installation.load()
    from medskab.common.clock import now
    from medskab.tools.backup import restoring
    from medskab.tools.backup.archive import BadArchive
    from medskab.tools.backup.databases import CannotCopy

    try:
        done = restoring.restore(
            args.file, replace=args.replace, passphrase=_passphrase(args), now=now(), say=_progress
        )
    except (BadArchive, CannotCopy, restoring.CannotRestore) as fault:
        raise CommandError(f"Nothing was restored. {fault}") from None
    except OSError as fault:
        raise CommandError(f"The restore did not succeed: {fault.strerror} ({fault.filename}).") from None
    print(f"Restored the backup of {done.manifest.made_at}. Everybody has to sign in again.")
    print(f"What was here before is in {done.kept}; remove it when all is well.")
    if not done.has_secrets:
        print("The secrets were not restored: second factors from elsewhere must be set up again.")
    return 0


def _passphrase(args: argparse.Namespace) -> str | None:
    if not args.with_secrets:
        return None
    return read_passphrase(args.passphrase_file) if args.passphrase_file else ask()


def _progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
