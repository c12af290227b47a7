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

_WORTH = 200_000
"""Fewer entries than this are counted in numpy before numba has been imported."""
_COUNTS = 50
"""Raising the start step by step takes about so many counts, or more."""


def loops_for(entries: int) -> ModuleType:
    """Choose the inner loops: compiled where the work is worth the import, else plain numpy."""
    package = __package__ or "medskab.methods.budgeting"
    off = os.environ.get("MEDSKAB_NO_NUMBA", "") not in ("", "0")
    small = entries < _WORTH and "numba" not in sys.modules
    if off or small or find_spec("numba") is None:
        return import_module("._plain", package)
    try:
        return import_module("._kernels", package)
    except ImportError:  # there, but broken or built for another numpy: the answers are the same without it
        return import_module("._plain", package)


def lay_out(contest: Contest) -> Desk:
    """Merge equal ballots and list the backers of each project."""
    size = len(contest.election.projects)
    counts = 1 if contest.rule.completion is Completion.NONE else _COUNTS
    loops = loops_for(len(contest.sheets.project) * counts)
    sheets, copies = loops.merge(contest.sheets, size)
    start, group, weight = loops.turn(sheets, size)
    backing = Backing(start, start[1:].copy(), group, weight)
    costs = np.array(contest.costs, dtype=np.float64)
    by_cost = contest.rule.satisfaction is Satisfaction.COST
    scale = np.where(costs > 0, costs, 1.0) if by_cost else np.ones(size)
    lowest = costs / np.maximum(np.array(contest.totals, dtype=np.float64), 1.0)
    return Desk(contest, loops, sheets, copies, backing, costs, scale, lowest)
