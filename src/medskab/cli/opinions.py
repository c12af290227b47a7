"""`medskab opinions`: what a crowd agrees on, and in which ways it sees things, from a file of votes."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import CommandError

if TYPE_CHECKING:
    from medskab.methods.opinions.opinion_map import OpinionMap
    from medskab.methods.opinions.votes import Votes

HELP = "Map the opinions in a file of votes: what most agree on, which groups there are, what they say."

_MOST_BYTES = 1 << 30
_GROUPS = ("auto", "2", "3", "4", "5")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files in the field's open-data layout, and what is asked of them."""
    parser.add_argument(
        "file",
        metavar="VOTES.csv",
        help="comment-id, voter-id, vote (1, 0, -1), or a row per person; - reads standard input",
    )
    parser.add_argument(
        "--comments", metavar="FILE", help="the statements: comment-id, comment-body, moderated"
    )
    parser.add_argument("--strict", action="store_true", help="leave statements out that nobody has checked")
    add = parser.add_argument_group("the groups").add_argument
    add("--groups", choices=_GROUPS, default="auto", help="how many to make (default: auto)")
    add("--groups-file", metavar="CSV", help="voter-id and group: describe these instead of finding any")
    add = parser.add_argument_group("the answer").add_argument
    add("--residents", type=int, metavar="N", help="whom the votes stand for, for how sure the shares are")
    add("--slate", type=int, metavar="N", help="also choose N statements that speak for all in proportion")
    add("--format", choices=("text", "json"), default="text", help="for people, or for programs")


def run(args: argparse.Namespace) -> int:
    """Read, map, report."""
    from medskab.methods.opinions.votes import BadVotes

    if args.groups_file and args.groups != "auto":
        raise CommandError("Groups are either given by --groups-file or made by --groups.", exit_code=2)
    for name in ("residents", "slate"):
        if (number := getattr(args, name)) is not None and number < 1:
            raise CommandError(f"--{name} must be 1 or more, not {number}.", exit_code=2)
    try:
        return _map(args)
    except BadVotes as bad:
        raise CommandError(f"{'standard input' if args.file == '-' else args.file}: {bad}") from bad


def _map(args: argparse.Namespace) -> int:
    from hashlib import sha256
    from json import dumps

    from medskab.methods.opinions.opinions_json import opinions_json
    from medskab.methods.opinions.read_votes import read_votes
    from medskab.methods.opinions.slate import slate

    from .opinions_text import opinions_text
    from .stopwatch import Stopwatch

    data = _read(args.file)
    watch = Stopwatch(sys.stderr, quiet=False)
    with watch.doing("Reading"):
        votes = read_votes(data, _read(args.comments) if args.comments else None, strict=args.strict)
    if args.residents is not None and args.residents < votes.shape[0]:
        raise CommandError(f"{votes.shape[0]:,} people voted: --residents cannot be fewer.", exit_code=2)
    with watch.doing(f"Mapping {len(votes.values):,} votes"):
        found = _asked(args, votes)
        chosen = slate(votes, args.slate) if args.slate else None
    if args.format == "json":
        answer = opinions_json(found, sha256(data).hexdigest(), args.residents)
        if chosen is not None:
            answer["slate"] = [votes.statements[at].id for at in chosen.statements]
        print(dumps(answer, indent=2, ensure_ascii=False))
    else:
        sys.stdout.writelines(f"{line}\n" for line in opinions_text(found, chosen))
    return 0


def _asked(args: argparse.Namespace, votes: "Votes") -> "OpinionMap":
    """The map with groups found, or with those of the file."""
    from medskab.methods.opinions.given_groups import given_groups
    from medskab.methods.opinions.opinion_map import describe, map_opinions
    from medskab.methods.opinions.read_votes import read_groups

    if args.groups_file:
        groups, names = given_groups(votes, read_groups(_read(args.groups_file)))
        return describe(votes, groups, names, population=args.residents)
    count = None if args.groups == "auto" else int(args.groups)
    return map_opinions(votes, count, population=args.residents)


def _read(file: str) -> bytes:
    try:
        if file == "-":
            return sys.stdin.buffer.read(_MOST_BYTES + 1)
        with Path(file).open("rb") as source:
            return source.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not a name"
        raise CommandError(f"{file} cannot be read: {why}.") from error
