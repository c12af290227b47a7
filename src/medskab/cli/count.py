"""`medskab count`: count an election from a `.pb` file, and say why each project won or did not."""

import argparse
import sys
from pathlib import Path
from typing import BinaryIO

from .errors import CommandError

HELP = "Count an election in a .pb file, with a reason for each project."

RULES = ("equal-shares", "phragmen", "greedy-votes", "greedy-votes-per-cost", "bos")
SATISFACTIONS = ("cost", "cardinality", "points", "borda")
COMPLETIONS = ("none", "add1", "add1-exhaustive", "add1u")
TIE_BREAKS = ("id", "cheapest", "most-votes", "lot")

_FIRST_LOOK, _MOST_BYTES = 1 << 16, 1 << 30
_UNREADABLE = "{file} cannot be read: {why}."
_WRONG_FILES: dict[type[OSError], str] = {
    FileNotFoundError: "There is no file {file}.",
    IsADirectoryError: "{file} is a folder. Name a .pb file in it.",
    PermissionError: "You are not allowed to read {file}.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked of a count. The names stand here too, so that `--help` need not load the methods."""
    parser.add_argument(
        "file", metavar="FILE", help="the election as a .pb file; - reads from standard input"
    )
    add = parser.add_argument_group("the rule").add_argument
    add("--rule", choices=RULES, help="default: equal-shares")
    add(
        "--satisfaction", choices=SATISFACTIONS, help="what a winner is worth to a voter (default: by ballot)"
    )
    add("--completion", choices=COMPLETIONS, help="what equal shares does with the rest (default: add1)")
    add("--tie-break", choices=TIE_BREAKS, help="who comes first in a tie (default: id)")
    add("--lot", metavar="IDS", help="for --tie-break lot: all project ids in the drawn order, with commas")
    add("--min-votes", metavar="N", type=_whole, help="projects on fewer ballots are taken out first")
    add("--like", metavar="JSON", help="take the rule from an earlier --format json answer, and compare")
    add = parser.add_argument_group("the answer").add_argument
    add("--what-if", metavar="ID", help="also say what this project would have needed (many counts)")
    add("--format", choices=("text", "json"), default="text", help="for people, or for programs")
    add("--quiet", action="store_true", help="print only the ids of the funded projects (or only the JSON)")


def run(args: argparse.Namespace) -> int:
    """Read, count, report."""
    from medskab.methods.budgeting.election import BadElection
    from medskab.methods.budgeting.outcome import BadRule

    try:
        return _count(args)
    except BadElection as bad:
        raise CommandError(f"{_name(args.file)}: {bad}") from bad
    except BadRule as bad:
        raise CommandError(str(bad), exit_code=2) from bad


def _count(args: argparse.Namespace) -> int:
    from hashlib import sha256
    from json import dumps

    from medskab.methods.budgeting.count import count
    from medskab.methods.budgeting.fairness import fairness
    from medskab.methods.budgeting.outcome_json import outcome_json
    from medskab.methods.budgeting.read_pb import read_pb
    from medskab.methods.budgeting.what_if import what_if

    from .count_rule import asked_rule, compare, earlier_answer
    from .count_text import count_text
    from .stopwatch import Stopwatch

    earlier = earlier_answer(args)
    rule_for = asked_rule(args, earlier)
    watch = Stopwatch(sys.stderr, quiet=args.quiet)
    data = _read(args.file)
    with watch.doing("Reading") as tell:
        election = read_pb(data, progress=tell)
    with watch.doing(f"Counting {election.ballots.count:,} ballots"):
        outcome = count(election, *rule_for(election))
    asked = None
    if args.what_if is not None:
        with watch.doing(f"Asking what {args.what_if} would have needed"):
            asked = what_if(election, args.what_if, *rule_for(election))
    treated = fairness(election, outcome.winners)
    answer = outcome_json(election, outcome, treated, sha256(data).hexdigest(), asked)
    if args.format == "json":
        print(dumps(answer, indent=2))
    elif args.quiet:
        sys.stdout.writelines(f"{project}\n" for project in outcome.winners)
    else:
        sys.stdout.writelines(f"{line}\n" for line in count_text(election, outcome, treated, asked))
        print(f"\nRead in {watch.seconds[0]:.2f} s, counted in {watch.seconds[1]:.2f} s.")
    if earlier is not None:
        compare(answer, earlier, args.like)
    return 0


def _read(file: str) -> bytes:
    """The file's bytes; a first look saves reading what is no text at all, however long it is."""
    try:
        if file == "-":
            return _read_text(sys.stdin.buffer)
        with Path(file).open("rb") as source:
            return _read_text(source)
    except OSError as error:
        sentence = _WRONG_FILES.get(type(error), _UNREADABLE)
        raise CommandError(sentence.format(file=file, why=error.strerror)) from error
    except ValueError as error:
        raise CommandError(_UNREADABLE.format(file="The file", why="its name is not a name")) from error


def _read_text(source: BinaryIO) -> bytes:
    head = source.read(_FIRST_LOOK)
    return head if b"\0" in head else head + source.read(_MOST_BYTES)


def _name(file: str) -> str:
    return "standard input" if file == "-" else file


def _whole(text: str) -> int:
    """A whole number of zero or more, for argparse."""
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number of zero or more")
    return int(text)
