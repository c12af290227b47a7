"""Compile the inner loops ahead of the first count."""

import numpy as np

from .count import count
from .election import BallotKind, Ballots, Election, Project
from .rule import Completion, Rule, RuleName


def compile_loops() -> bool:
    """Compile the inner loops of the counting rules and keep them on disk; say whether there are any to keep.

    When to use: once at install, as the user who installs, so that later counts find them ready even where
    the installation is read-only. When not: there is no need for right answers; without it, or without
    numba, the first large count only takes some seconds longer.

    >>> compile_loops() in (True, False)
    True
    """
    try:
        from . import _kernels  # noqa: F401, PLC0415 - from now on counts use the compiled loops
    except ImportError:
        return False
    ballots = Ballots(BallotKind.APPROVAL, np.array([0, 2, 3, 4]), np.array([0, 1, 0, 1], np.int32))
    election = Election(90, (Project("a", 40), Project("b", 30)), ballots)
    count(election, Rule(completion=Completion.NONE))
    count(election, Rule(RuleName.PHRAGMEN))
    return True
