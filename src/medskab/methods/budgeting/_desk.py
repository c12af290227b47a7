"""Make the desk at which ballots are counted: equal ballots merged, backers listed by project."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

import numpy as np

from ._contest import Contest
from ._shapes import Backing
from ._shares_run import Desk
from .rule import Completion, Satisfaction

_WORTH = 2_500_000
"""Entries that numpy goes through in about the time in which numba is imported."""
_COUNTS = 60
"""Counts that raising the start step by step takes, roughly."""
_done = 0
"""Entries gone through in numpy so far: once they would have paid for the import, numba it is."""


def loops_for(entries: int) -> ModuleType:
    """Choose the inner loops: compiled where the work is worth the import, else plain numpy.

    The answers are the same. `MEDSKAB_NO_NUMBA=1` keeps to numpy.
    """
    global _done  # noqa: PLW0603 - remembers effort, never anything that could change a result
    package = __package__ or "medskab.methods.budgeting"
    off = os.environ.get("MEDSKAB_NO_NUMBA", "") not in ("", "0")
    _done += entries
    small = _done < _WORTH and "numba" not in sys.modules
    if off or small or find_spec("numba") is None:
        return import_module("._plain", package)
    try:
        return import_module("._kernels", package)
    except ImportError:  # there, but broken or built for another numpy
        return import_module("._plain", package)


def lay_out(contest: Contest) -> Desk:
    """Merge equal ballots and list the backers of each project."""
    size = len(contest.election.projects)
    counts = 1 if contest.rule.completion is Completion.NONE else _COUNTS
    loops = loops_for(len(contest.sheets.project) * counts)
    sheets, copies = loops.merge(contest.sheets, size)
    start, group, weight = loops.turn(sheets, size)
    backing = Backing(start, start[1:].copy(), group, weight)
    working = backing if counts == 1 else Backing(start, start[1:].copy(), group.copy(), weight.copy())
    costs = np.array(contest.costs, dtype=np.float64)
    by_cost = contest.rule.satisfaction is Satisfaction.COST
    scale = np.where(costs > 0, costs, 1.0) if by_cost else np.ones(size)
    lowest = costs / np.maximum(np.array(contest.totals, dtype=np.float64), 1.0)
    return Desk(contest, loops, sheets, copies, backing, working, costs, scale, lowest)
