"""What anybody can take home from a published count, and how to count it again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .models import Decision


@dataclass(frozen=True)
class Recount:
    """How a stranger checks a result: files, digests, commands."""

    has_ballots: bool
    why: str
    sha256: str
    source_sha256: str
    command: str
    check: str
    by_rule: str


def file_stem(decision: Decision) -> str:
    """What the files of a decision are called."""
    return f"{decision.area.slug}-{decision.slug}"


def count_json(snapshot: Mapping[str, Any]) -> bytes:
    """The published count as the command line prints it."""
    return (json.dumps(snapshot["count"], indent=2) + "\n").encode()


def has_ballots(snapshot: Mapping[str, Any]) -> bool:
    """Whether single ballots are public; else totals only."""
    return snapshot.get("ballots", "withheld") != "withheld"


def recount(decision: Decision, snapshot: Mapping[str, Any]) -> Recount:
    """What to type to get the same result, or to find our mistake."""
    stem, digest = file_stem(decision), snapshot["count"]["input_sha256"]
    return Recount(
        has_ballots=has_ballots(snapshot),
        why=snapshot["ballots"],
        sha256=digest,
        source_sha256=snapshot["source_sha256"],
        command=f"medskab count {stem}.pb --like {stem}.json",
        check=f"echo '{digest}  {stem}.pb' | sha256sum --check",
        by_rule=" ".join(["medskab count", f"{stem}.pb", *_options(snapshot["count"])]),
    )


def _options(count: Mapping[str, Any]) -> list[str]:
    """The rule as options; limits other than a minimum of votes travel in the answer's file only."""
    parameters = count["parameters"]
    named = {
        "--rule": count["method"],
        "--satisfaction": parameters["satisfaction"],
        "--completion": parameters["completion"] if count["method"] == "equal-shares" else None,
        "--tie-break": parameters["tie_break"],
        "--min-votes": str(parameters["minimum_votes"]) if parameters["minimum_votes"] else None,
    }
    return [part for option, value in named.items() if value for part in (option, value)]
