"""Which rule `medskab count` was asked for: by its options, or by an earlier answer that is to be checked."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from medskab.methods.budgeting.election import Election
from medskab.methods.budgeting.outcome import Limits, Rule, RuleName, TieBreak
from medskab.methods.budgeting.parameters_json import parameters_json

from .errors import CommandError

_OPTIONS = ("rule", "satisfaction", "completion", "tie_break", "lot", "min_votes")


def earlier_answer(args: argparse.Namespace) -> dict[str, Any] | None:
    """The answer that `--like` names; it decides alone, so no other option may speak of the rule."""
    if args.like is None:
        return None
    if also := [option for option in _OPTIONS if getattr(args, option) is not None]:
        option = also[0].replace("_", "-")
        raise CommandError(f"Leave out --{option}: --like takes the whole rule from the earlier answer.", 2)
    try:
        answer = json.loads(Path(args.like).read_bytes())
    except OSError as error:
        raise CommandError(f"{args.like} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise CommandError(
            f"{args.like} is not JSON. Use an answer of medskab count --format json."
        ) from error
    if not isinstance(answer, dict):
        raise CommandError(f"{args.like} is not an answer of medskab count --format json.")
    return answer


def asked_rule(
    args: argparse.Namespace, earlier: dict[str, Any] | None
) -> Callable[[Election], tuple[Rule, Limits]]:
    """The rule and limits for an election: those of the earlier answer if there is one, else the options'."""
    if earlier is not None:
        return lambda election: parameters_json(earlier, election.currency_unit)
    lot = tuple(filter(None, (project.strip() for project in (args.lot or "").split(","))))
    rule = Rule(
        args.rule or RuleName.EQUAL_SHARES,
        args.satisfaction,
        args.completion,
        args.tie_break or TieBreak.ID,
        lot,
    )
    limits = Limits(minimum_votes=args.min_votes or 0)
    return lambda election: (rule, limits)


def compare(answer: dict[str, Any], earlier: dict[str, Any], name: str) -> None:
    """Say so, with exit code 1, where the earlier answer has another input, winners or reasons."""
    if answer["input_sha256"] != earlier.get("input_sha256"):
        raise CommandError(f"{name} is the count of another file: its input_sha256 differs.")
    if answer["winners"] != earlier.get("winners"):
        raise CommandError(f"{name} names other winners, or in another order, than this count.")
    if answer["reasons"] != earlier.get("reasons"):
        raise CommandError(f"{name} names the same winners, but other reasons than this count.")
