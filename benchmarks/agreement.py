"""How long Krippendorff's alpha takes on many units, beside the package of that name in the same run.

    python benchmarks/agreement.py          some ten seconds
    python benchmarks/agreement.py --json   the figures for programs

The peer is krippendorff 0.9.0; without it (`pip install krippendorff`, or a folder that has it in
PYTHONPATH) only our own figures are taken. Ratings are made up: five values, five coders, a tenth missing.
CPU seconds, best of three.
"""

import argparse
import importlib
import json
import time
from collections.abc import Callable

import numpy as np

from medskab.methods.agreement.alpha import krippendorff_alpha
from medskab.methods.agreement.interval import alpha_interval
from medskab.methods.agreement.level import Level

_UNITS, _CODERS = 100_000, 5


def made_up() -> np.ndarray:
    """Coders who mostly agree, with gaps."""
    chance = np.random.default_rng(1)
    truth = chance.integers(1, 6, (_UNITS, 1))
    noise = chance.integers(1, 6, (_UNITS, _CODERS))
    table = np.where(chance.random((_UNITS, _CODERS)) < 0.2, noise, truth).astype(float)
    table[chance.random(table.shape) < 0.1] = np.nan
    return table


def timed(run: Callable[[], object]) -> tuple[float, object]:
    """CPU seconds, the best of three, and the answer."""
    best, answer = float("inf"), None
    for _ in range(3):
        before = time.process_time()
        answer = run()
        best = min(best, time.process_time() - before)
    return best, answer


def measured(level: Level, table: np.ndarray) -> dict[str, object]:
    """One level: ours, ours with an interval of a thousand draws, and the peer."""
    seconds, ours = timed(lambda: krippendorff_alpha(table, level).value)
    with_interval, _interval = timed(lambda: alpha_interval(table, level, seed=1))
    figures: dict[str, object] = {"level": level.value, "seconds": seconds, "with interval": with_interval}
    try:
        peer = importlib.import_module("krippendorff")
    except ImportError:
        return figures
    facts = {"reliability_data": table.T, "level_of_measurement": level.value}
    theirs_seconds, theirs = timed(lambda: peer.alpha(**facts))
    return figures | {"peer": theirs_seconds, "apart": abs(float(str(theirs)) - float(str(ours)))}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    is_json = parser.parse_args().json
    table = made_up()
    found = [measured(level, table) for level in Level]
    if is_json:
        print(json.dumps(found, indent=2))
        return
    for one in found:
        print(
            "; ".join(
                f"{name} {value:.3g}" if isinstance(value, float) else str(value)
                for name, value in one.items()
            )
        )


if __name__ == "__main__":
    main()
