"""`medskab protect`: hide what must be hidden in a table of people before it is published."""

import argparse
import sys
from pathlib import Path

from .errors import CommandError

HELP = "hide the small cells of a table in a CSV file, so that nobody can work them out"

_MOST_BYTES = 5_000_001


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The table, the threshold, and what is known of the area."""
    parser.add_argument(
        "file",
        metavar="TABLE.csv",
        help="labels in the first row and column, whole numbers in the rest; - reads standard input",
    )
    parser.add_argument("--threshold", type=int, default=5, metavar="N", help="at least 5 (default: 5)")
    parser.add_argument("--residents", type=int, metavar="N", help="of the area: fewer than 100 are refused")
    parser.add_argument("--households", type=int, metavar="N", help="of the area: fewer than 50 are refused")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="for people, or for programs"
    )


def run(args: argparse.Namespace) -> int:
    """Read, protect, report."""
    from medskab.methods.disclosure.tables import BadTable
    from medskab.methods.disclosure.threshold import BadThreshold

    try:
        return _protect(args)
    except BadThreshold as bad:
        raise CommandError(str(bad), exit_code=2) from bad
    except BadTable as bad:
        raise CommandError(f"{'standard input' if args.file == '-' else args.file}: {bad}") from bad


def _protect(args: argparse.Namespace) -> int:
    from hashlib import sha256
    from json import dumps

    from medskab.methods.disclosure.protect_counts import protect_counts
    from medskab.methods.disclosure.protected_json import protected_json
    from medskab.methods.disclosure.read_counts import read_counts
    from medskab.methods.disclosure.threshold import checked_threshold

    from .protect_text import protect_text
    from .stopwatch import Stopwatch

    checked_threshold(args.threshold)
    _check_area(args)
    content = _read(args.file)
    with Stopwatch(sys.stderr, quiet=False).doing("Protecting"):
        protected = protect_counts(read_counts(content), args.threshold)
    if args.format == "json":
        print(dumps(protected_json(protected, sha256(content).hexdigest()), indent=2, ensure_ascii=False))
    else:
        has_area = args.residents is not None and args.households is not None
        sys.stdout.writelines(f"{line}\n" for line in protect_text(protected, has_area=has_area))
    return 0


def _check_area(args: argparse.Namespace) -> None:
    """A number that is given is checked, also where the other one is not known."""
    from medskab.methods.disclosure.area_size import FEWEST_HOUSEHOLDS, FEWEST_RESIDENTS, may_publish_area

    residents = FEWEST_RESIDENTS if args.residents is None else args.residents
    households = FEWEST_HOUSEHOLDS if args.households is None else args.households
    if not may_publish_area(residents, households):
        raise CommandError(
            f"The area is too small for a table of its own: it takes {FEWEST_RESIDENTS} residents "
            f"and {FEWEST_HOUSEHOLDS} households. Publish it together with a neighbouring area."
        )


def _read(file: str) -> bytes:
    try:
        if file == "-":
            return sys.stdin.buffer.read(_MOST_BYTES)
        with Path(file).open("rb") as source:
            return source.read(_MOST_BYTES)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not a name"
        raise CommandError(f"{file} cannot be read: {why}.") from error
