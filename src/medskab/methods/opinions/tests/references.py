"""The reference conversations, as the reference stored them: votes, its result, its groups."""

import csv
import json
from functools import cache
from types import SimpleNamespace
from typing import Any

import numpy as np
from tests.cases import cases_folder

from medskab.methods.opinions.votes import Statement, Votes, gather

NAMES = ["150ptpt-3gp-no-strict-no-meta", "50ptpt-3gp-strict-no-meta", "below-100-ptpts", "biodiversity"]


@cache
def reference(name: str) -> SimpleNamespace:
    """Votes as ours, the stored result, and the stored groups per voter."""
    folder = cases_folder("opinions") / "reference" / name
    stored = json.loads(next(folder.glob("math*.json")).read_text("utf-8"))
    if (folder / "votes.csv").exists():
        rows = list(csv.DictReader((folder / "votes.csv").read_text("utf-8").splitlines()))
        rows.sort(key=lambda row: int(row["timestamp"]))
        cast = [(row["voter-id"], row["comment-id"], int(row["vote"])) for row in rows]
    else:
        rows = json.loads((folder / "votes.json").read_text("utf-8"))
        cast = [
            (
                str(_either(row, "participant_id", "pid")),
                str(_either(row, "statement_id", "tid")),
                row["vote"],
            )
            for row in sorted(rows, key=lambda row: float(row["modified"]))
        ]
    votes = as_votes(cast, {str(tid) for tid in stored["mod-out"]}, {str(tid) for tid in stored["meta-tids"]})
    return SimpleNamespace(votes=votes, stored=stored, group=_groups(votes, stored))


def as_votes(cast: list[tuple[str, str, int]], out: set[str], meta: set[str]) -> Votes:
    """Votes from (voter, statement, answer) in the order of casting."""
    voters = list(dict.fromkeys(one for one, _, _ in cast))
    names = list(dict.fromkeys(name for _, name, _ in cast))
    statements = [Statement(name, is_out=name in out, is_meta=name in meta) for name in names]
    at, place = {one: n for n, one in enumerate(voters)}, {name: n for n, name in enumerate(names)}
    columns = [np.array(part) for part in zip(*((at[v], place[s], a) for v, s, a in cast), strict=True)]
    return gather(voters, statements, *columns)


def by_statement(votes: Votes, stored: dict[str, Any]) -> list[Any]:
    """Values that are stored under statement ids, in our order."""
    return [stored[statement.id] for statement in votes.statements]


def _either(row: dict[str, Any], *names: str) -> Any:
    return next(row[name] for name in names if name in row)


def _groups(votes: Votes, stored: dict[str, Any]) -> np.ndarray:
    cells = dict(zip(stored["base-clusters"]["id"], stored["base-clusters"]["members"], strict=True))
    of = {
        str(one): at
        for at, group in enumerate(stored["group-clusters"])
        for cell in group["members"]
        for one in cells[cell]
    }
    return np.array([of.get(one, -1) for one in votes.voters])
