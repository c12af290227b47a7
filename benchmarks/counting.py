"""How fast and in how much memory elections are counted, beside pabutools in the same run.

    python benchmarks/counting.py            the whole table (some four minutes)
    python benchmarks/counting.py --quick    small elections only (some seconds)
    python benchmarks/counting.py --json     the figures for programs, on standard output

Every figure is taken in a process of its own: CPU seconds (`time.process_time`, so that other work on the
machine counts little), best of several runs, and the peak of resident memory. "Parsed" means from an election
in memory to winners with all steps and reasons; "process" is everything from the start of Python. Real
elections are found as in the tests (`MEDSKAB_CASES`); without them only the made-up ones are measured.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

_WARSAW, _SMALL = "poland_warszawa_2024_.pb", "netherlands_amsterdam_166_.pb"
_CASES = (
    Path(os.environ.get("MEDSKAB_CASES") or Path(__file__).resolve().parents[2] / "shared" / "data") / "pb"
)
Figures = dict[str, float | int | str | None]


# What is measured, each in its own process


def _best(run: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        before = time.process_time()
        run()
        best = min(best, time.process_time() - before)
    return best


def _rule(name: str):
    from medskab.methods.budgeting.rule import Rule

    return Rule(*name.split(":"))


def ours(file: str, rule: str, times: int = 9) -> Figures:
    """One election under one rule, parsed."""
    from medskab.methods.budgeting import _kernels  # noqa: F401 - the import belongs to the process, not the count
    from medskab.methods.budgeting.count import count
    from medskab.methods.budgeting.read_pb import read_pb

    election = read_pb(_CASES / file)
    count(election, _rule(rule))
    return {"seconds": _best(lambda: count(election, _rule(rule)), int(times))}


def ours_process(file: str, rule: str) -> Figures:
    """One election under one rule, from the start of Python."""
    from medskab.methods.budgeting.count import count
    from medskab.methods.budgeting.read_pb import read_pb

    count(read_pb(_CASES / file), _rule(rule))
    return {"seconds": time.process_time()}


def _pabutools_count(file: str, rule: str) -> Callable[[], object]:
    from pabutools import election, rules

    instance, profile = election.parse_pabulib(str(_CASES / file))
    name, *details = rule.split(":")
    if name == "phragmen":
        return lambda: rules.sequential_phragmen(instance, profile)
    more = {"voter_budget_increment": 1} if details[1] == "add1-exhaustive" else {}
    return lambda: rules.method_of_equal_shares(instance, profile, sat_class=election.Cost_Sat, **more)


def pabutools(file: str, rule: str) -> Figures:
    """The same with pabutools, exact fractions as it comes."""
    return {"seconds": _best(_pabutools_count(file, rule), 1)}


def pabutools_process(file: str, rule: str) -> Figures:
    """The same from the start of Python."""
    _pabutools_count(file, rule)()
    return {"seconds": time.process_time()}


def everything() -> Figures:
    """Every real election under every rule that fits it, with reasons."""
    from medskab.methods.budgeting.count import count
    from medskab.methods.budgeting.read_pb import read_pb
    from medskab.methods.budgeting.rule import Completion, Rule, RuleName

    counts = 0
    for file in sorted(_CASES.glob("*.pb")):
        election = read_pb(file)
        for name in RuleName:
            completions = list(Completion) if name is RuleName.EQUAL_SHARES else [None]
            for completion in completions:
                count(election, Rule(name, completion=completion))
                counts += 1
    return {"seconds": time.process_time(), "counts": counts}


def made_up(voters: str, projects: str, rule: str) -> Figures:
    """A drawn election: each voter names eight projects or so, some projects far more popular than others."""
    from medskab.methods.budgeting import _kernels  # noqa: F401
    from medskab.methods.budgeting.count import count

    election = _drawn(int(voters), int(projects))
    count(_drawn(1_000, 20), _rule(rule))
    times = 3 if int(voters) < 10**6 else 2
    seconds = _best(lambda: count(election, _rule(rule)), times)
    return {"seconds": seconds, "approvals": len(election.ballots.projects)}


def _drawn(voters: int, projects: int):
    from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project

    chance = np.random.default_rng(2026)
    popularity = chance.lognormal(0, 0.7, projects)
    draws = chance.choice(projects, 9 * voters, p=popularity / popularity.sum())
    cells = np.unique(np.repeat(np.arange(voters), 9) * projects + draws)
    offsets = np.searchsorted(cells, np.arange(voters + 1) * projects)
    costs = np.maximum(1_000, (chance.lognormal(11, 0.8, projects)).astype(np.int64))
    names = tuple(Project(str(at), int(cost)) for at, cost in enumerate(costs))
    ballots = Ballots(BallotKind.APPROVAL, offsets.astype(np.int64), (cells % projects).astype(np.int32))
    return Election(int(costs.sum()) // 4, names, ballots)


_TASKS = {
    task.__name__: task for task in (ours, ours_process, pabutools, pabutools_process, everything, made_up)
}


# The table


def _measure(task: str, *arguments: str, **environment: str) -> Figures:
    command = [sys.executable, __file__, "--task", task, *arguments]
    answer = subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, timeout=900, check=False
    )
    if answer.returncode:
        raise SystemExit(f"{task} {' '.join(arguments)} failed:\n{answer.stderr}")
    return json.loads(answer.stdout)


def _pair(title: str, file: str, rule: str, process: bool = False) -> Figures:
    tail = "_process" if process else ""
    mine, theirs = _measure(f"ours{tail}", file, rule), _measure(f"pabutools{tail}", file, rule)
    return _row(title, mine, theirs)


def _row(title: str, mine: Figures, theirs: Figures | None = None) -> Figures:
    row: Figures = {"what": title, "seconds": mine["seconds"], "megabytes": mine["megabytes"]}
    if theirs is not None:
        row |= {"pabutools_seconds": theirs["seconds"], "pabutools_megabytes": theirs["megabytes"]}
        row["ratio"] = float(theirs["seconds"]) / float(mine["seconds"])  # type: ignore[arg-type]
    print(_text(row), file=sys.stderr, flush=True)
    return row


def _text(row: Figures) -> str:
    text = f"{row['what']:<58}{row['seconds']:>10.4f} s {row['megabytes']:>7.0f} MB"
    if "ratio" in row:
        text += f"{row['pabutools_seconds']:>10.2f} s {row['pabutools_megabytes']:>7.0f} MB"
        text += f"{row['ratio']:>8,.0f} ×"
    return text


def _small() -> list[Figures]:
    none, add1 = "equal-shares:cost:none", "equal-shares:cost:add1-exhaustive"
    rows = [
        _pair("Amsterdam (426 × 52), equal shares, parsed", _SMALL, none),
        _pair("Amsterdam, equal shares add1-exhaustive, parsed", _SMALL, add1),
        _pair("Amsterdam, Phragmén, parsed", _SMALL, "phragmen"),
    ]
    with tempfile.TemporaryDirectory() as empty:
        first = _measure("ours_process", _WARSAW, none, NUMBA_CACHE_DIR=empty)
    return [*rows, _row("Warsaw, first count of a fresh install, process", first)]


def _large() -> list[Figures]:
    none = "equal-shares:cost:none"
    return [
        _pair("Warsaw (75,255 × 118), equal shares, parsed", _WARSAW, none),
        _pair("Warsaw, Phragmén, parsed", _WARSAW, "phragmen"),
        _pair("Warsaw, equal shares, process", _WARSAW, none, process=True),
        _row(
            "Warsaw, equal shares add1 (108 counts), parsed", _measure("ours", _WARSAW, "equal-shares", "2")
        ),
        _row("Warsaw, bounded overspending, parsed", _measure("ours", _WARSAW, "bos", "3")),
        _row("every real election × every rule, process", _measure("everything")),
    ]


def _growth(quick: bool) -> list[Figures]:
    sizes = [(1_000, 100), (10_000, 100), (100_000, 100), (1_000_000, 100)]
    sizes += [(100_000, 50), (100_000, 200), (100_000, 400), (1_000_000, 300)]
    rows = []
    for voters, projects in sizes[:2] if quick else sizes:
        figures = _measure("made_up", str(voters), str(projects), "equal-shares:cost:none")
        title = f"made up, {voters:,} × {projects} ({figures['approvals']:,} approvals), parsed"
        rows.append(_row(title, figures))
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small elections only")
    parser.add_argument("--json", action="store_true", help="figures for programs")
    parser.add_argument("--task", nargs="+", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.task:
        figures = _TASKS[asked.task[0]](*asked.task[1:])
        figures["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(figures))
        return
    real = _CASES.is_dir()
    rows = (_small() if real else []) + (_large() if real and not asked.quick else []) + _growth(asked.quick)
    print(json.dumps({"schema": 1, "rows": rows}, indent=2) if asked.json else "\n".join(map(_text, rows)))


if __name__ == "__main__":
    main()
