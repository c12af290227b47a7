"""How many unweighted answers the weighted ones are worth."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from medskab.methods.samples.shapes import BadSample


def effective_size(weights: Sequence[float] | NDArray[np.float64]) -> float:
    """Kish's effective size: (Σw)² / Σw². Equal weights are worth their number, unequal ones less.

    When not: it is a rule of thumb for weights that have nothing to do with the answers. Weights that follow
    the answers closely cost less than it says.

    Errors: `BadSample` for weights that are negative, endless or all nothing.

    Source: Kish 1965, Survey Sampling, §11.7.

    >>> effective_size([1, 1, 1, 1])
    4.0
    >>> round(effective_size([3, 1, 1, 1]), 2)
    3.0
    """
    array = np.asarray(weights, dtype=np.float64)
    if not array.size or not np.isfinite(array).all() or (array < 0).any() or not array.any():
        raise BadSample("Weights are numbers from nothing up, and not all of them nothing.")
    scaled = array / array.max()
    return float(scaled.sum() ** 2 / (scaled**2).sum())
