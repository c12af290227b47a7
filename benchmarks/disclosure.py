"""How long it takes to protect a table, and what is left open, beside two other ways in the same run.

    python benchmarks/disclosure.py          some ten seconds
    python benchmarks/disclosure.py --json   the figures for programs

Peers: hiding the small cells alone (what a spreadsheet does), and the textbook's single integer program (two
perturbations per small cell, as in Fischetti and Salazar 2000) on the same solver, HiGHS. Tables are made up:
negative binomial counts, as in tables of blocks by age or origin of income. CPU seconds, best of three.
"""

import argparse
import json
import time
from collections.abc import Callable

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_array, csr_array, eye_array, hstack, vstack

from medskab.methods.disclosure._cells import Cells, cells_of
from medskab.methods.disclosure.feasible_intervals import feasible_intervals
from medskab.methods.disclosure.protect_counts import protect_counts
from medskab.methods.disclosure.tables import CountTable

_TABLES = ((8, 6, 20, 1), (40, 12, 14, 1), (40, 12, 14, 2), (100, 20, 10, 3), (150, 6, 30, 8))
_WIDTH = 5
_LONGEST = 60.0


def made_up(rows: int, columns: int, mean: float, seed: int) -> CountTable:
    """A table of people."""
    counts = np.random.default_rng(seed).negative_binomial(1.2, 1.2 / (1.2 + mean), (rows, columns))
    labels = tuple(f"r{r}" for r in range(rows)), tuple(f"c{c}" for c in range(columns))
    return CountTable(*labels, tuple(tuple(map(int, row)) for row in counts))


def narrow(cells: Cells, hidden: np.ndarray) -> int:
    """How many hidden cells a reader can place within fewer than six values."""
    found = feasible_intervals(cells, hidden).values()
    return sum(high is not None and high - low < _WIDTH for low, high in found)


def one_program(cells: Cells) -> np.ndarray | None:
    """The textbook's way: one yes/no per cell, and two other tables for each small cell, all at once."""
    first = np.flatnonzero((cells.values > 0) & (cells.values < _WIDTH))
    size, copies = len(cells.values), 2 * len(first)
    down, up = np.clip(cells.values - 1, 0, _WIDTH), np.full(size, float(_WIDTH))
    sums = block_array([[cells.sums if r == c else None for c in range(copies)] for r in range(copies)])
    none = csr_array((sums.shape[0], size))
    moves = eye_array(size * copies)
    over = hstack([moves, vstack([-csr_array(np.diag(up))] * copies)])
    under = hstack([moves, vstack([csr_array(np.diag(down))] * copies)])
    rows = np.zeros((len(first), size * (copies + 1)))
    for number, cell in enumerate(first):
        rows[number, 2 * number * size + cell], rows[number, (2 * number + 1) * size + cell] = 1, -1
    kept = np.isin(np.arange(size), first).astype(float)
    done = milp(
        np.concatenate([np.zeros(size * copies), cells.weights]),
        constraints=[
            LinearConstraint(hstack([sums, none]), 0, 0),
            LinearConstraint(over, -np.inf, 0),
            LinearConstraint(under, 0, np.inf),
            LinearConstraint(csr_array(rows), _WIDTH, np.inf),
        ],
        integrality=np.concatenate([np.zeros(size * copies), np.ones(size)]),
        bounds=Bounds(
            np.concatenate([np.full(size * copies, -np.inf), kept]),
            np.concatenate([np.full(size * copies, np.inf), (cells.values > 0).astype(float)]),
        ),
        options={"time_limit": _LONGEST},
    )
    return None if done.x is None else done.x[-size:] > 0.5


def timed(run: Callable[[], object], times: int) -> tuple[float, object]:
    """CPU seconds, the best of several runs, and the answer."""
    best, answer = float("inf"), None
    for _ in range(times):
        before = time.process_time()
        answer = run()
        best = min(best, time.process_time() - before)
    return best, answer


def measured(rows: int, columns: int, mean: float, seed: int) -> dict[str, float | int | str | None]:
    """One table: ours, and the peers where they end."""
    table = made_up(rows, columns, mean, seed)
    cells = cells_of(table.counts)
    first = (cells.values > 0) & (cells.values < _WIDTH)
    seconds, protected = timed(lambda: protect_counts(table), 3)
    hidden = np.array([[number is None for number in row] for row in protected.shown]).ravel()
    figures = {
        "table": f"{rows} × {columns}",
        "small": int(first.sum()),
        "hidden": int(hidden.sum()),
        "seconds": seconds,
        "narrow": narrow(cells, hidden),
        "narrow, small cells alone": narrow(cells, first),
        "seconds, one program": None,
        "narrow, one program": None,
    }
    if rows * columns <= 48:
        peer_seconds, peer = timed(lambda: one_program(cells), 1)
        figures["seconds, one program"] = peer_seconds
        figures["narrow, one program"] = None if peer is None else narrow(cells, peer)
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    is_json = parser.parse_args().json
    found = [measured(*one) for one in _TABLES]
    if is_json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return
    for one in found:
        print(
            "; ".join(
                f"{name} {value:.2f}" if isinstance(value, float) else f"{name} {value}"
                for name, value in one.items()
            )
        )


if __name__ == "__main__":
    main()
