"""Compile the inner loop ahead of the first large map."""

import numpy as np

from .moments import _counted
from .votes import Statement, gather


def compile_loops() -> bool:
    """Compile the loop over pairs of votes and keep it on disk; say whether there is one to keep.

    When to use: once at install, as the user who installs, so that later maps find it ready even where the
    installation is read-only. When not: there is no need for right answers; without it, or without numba,
    the first large map only takes some seconds longer.

    >>> compile_loops() in (True, False)
    True
    """
    try:
        from ._kernels import count_pairs  # noqa: PLC0415 - numba is slow to import
    except ImportError:
        return False
    statements = [Statement("a"), Statement("b")]
    voters, columns, values = np.array([0, 0]), np.array([0, 1]), np.array([1, -1])
    _counted(gather(["v"], statements, voters, columns, values), count_pairs)
    return True
