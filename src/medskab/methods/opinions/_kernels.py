"""The inner loop over pairs of votes, compiled."""

import numpy as np
from numpy.typing import NDArray

from medskab.methods.budgeting._compiled import compiled


@compiled
def count_pairs(
    offsets: NDArray[np.int64],
    columns: NDArray[np.int32],
    values: NDArray[np.int8],
    packed: NDArray[np.int64],
) -> None:
    """Add each pair j ≤ k of each voter: 1, the vote on j, the vote on k and their product, 16 bits
    apart."""
    for voter in range(len(offsets) - 1):
        stop = offsets[voter + 1]
        for one in range(offsets[voter], stop):
            row = packed[columns[one]]
            vote = np.int64(values[one])
            base = np.int64(1) + (vote << np.int64(16))
            factor = (np.int64(1) << np.int64(32)) + (vote << np.int64(48))
            for two in range(one, stop):
                row[columns[two]] += base + np.int64(values[two]) * factor
