"""How long raking takes, beside another program and the textbook's loop in the same run.

    python benchmarks/samples.py          some ten seconds
    python benchmarks/samples.py --json   the figures for programs

Peers: weightipy (RIM weighting on pandas; left out where it is not installed), and the textbook's loop over
every respondent in numpy. People are made up: five margins of two to eight groups that hang together. No
weights are cut. CPU seconds, best of three; the answers of all must be the same.
"""

import argparse
import json
import time
from collections.abc import Callable
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from medskab.methods.samples.margins import Margin
from medskab.methods.samples.rake import rake

_SIZES = (2, 3, 5, 6, 8)
_PEOPLE = (1_000, 10_000, 100_000)
_TOLERANCE = 1e-10


def made_up(people: int, seed: int) -> list[Margin]:
    """Respondents that lean, and margins that do not."""
    chance = np.random.default_rng(seed)
    lean = chance.random(people)
    margins = []
    for number, size in enumerate(_SIZES):
        drawn = np.minimum((chance.beta(1 + lean, 2, people) * size).astype(int), size - 1)
        groups = [f"g{one}" for one in drawn.tolist()]
        known = {f"g{one}": float(chance.integers(50, 100)) for one in range(size)}
        margins.append(Margin(f"m{number}", known, groups))
    return margins


def textbook(margins: list[Margin]) -> NDArray[np.float64]:
    """Each margin in turn over every respondent, until none is missed."""
    people = len(margins[0].groups)
    weights = np.ones(people)
    sides = []
    for margin in margins:
        _names, numbers = np.unique(np.array(margin.groups), return_inverse=True)
        known = np.array([margin.known[name] for name in _names])
        sides.append((numbers, known / known.sum() * people))
    for _ in range(500):
        for numbers, wanted in sides:
            weights = weights * (wanted / np.bincount(numbers, weights))[numbers]
        gaps = [np.abs(np.bincount(numbers, weights) - wanted).max() for numbers, wanted in sides]
        if max(gaps) / people <= _TOLERANCE:
            break
    return weights


def weightipy_weights(margins: list[Margin]) -> NDArray[np.float64]:
    """The same with weightipy, uncut, as far as its own limit of rounds takes it."""
    import pandas
    import weightipy

    frame = pandas.DataFrame({margin.name: margin.groups for margin in margins})
    targets = {
        margin.name: {name: 100 * size / sum(margin.known.values()) for name, size in margin.known.items()}
        for margin in margins
    }
    scheme = weightipy.scheme_from_dict(targets)
    return weightipy.weight_dataframe(frame, scheme, weight_column="w", verbose=False)["w"].to_numpy()


def timed(run: Callable[[], NDArray[np.float64]]) -> tuple[float, NDArray[np.float64]]:
    """CPU seconds, the best of three runs, and the weights."""
    best = float("inf")
    for _ in range(3):
        before = time.process_time()
        weights = run()
        best = min(best, time.process_time() - before)
    return best, weights


def measured(people: int) -> dict[str, float | int | None]:
    """One size: ours and the peers, and how far apart the weights are."""
    margins = made_up(people, seed=7)
    ours, weights = timed(lambda: rake(margins, most=None, tolerance=_TOLERANCE).weights)
    loop, others = timed(lambda: textbook(margins))
    figures: dict[str, float | int | None] = {
        "people": people,
        "seconds": ours,
        "seconds, textbook": loop,
        "apart": float(np.abs(weights / others - 1).max()),
        "seconds, weightipy": None,
    }
    if find_spec("weightipy"):
        peer, others = timed(lambda: weightipy_weights(margins))
        figures["seconds, weightipy"] = peer
        figures["apart, weightipy"] = float(np.abs(weights / others - 1).max())
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    is_json = parser.parse_args().json
    found = [measured(people) for people in _PEOPLE]
    if is_json:
        print(json.dumps(found, indent=2))
        return
    for one in found:
        print("; ".join(f"{k} {v:.2g}" if isinstance(v, float) else f"{k} {v}" for k, v in one.items()))


if __name__ == "__main__":
    main()
