"""How fast and in how much memory opinions are mapped, beside red-dwarf in the same run.

    python benchmarks/opinions.py            the whole table (some ten minutes, nearly all of it the peer)
    python benchmarks/opinions.py --quick    the real conversations and small crowds (half a minute)
    python benchmarks/opinions.py --json     the figures for programs, on standard output

The peer is red-dwarf 0.4.0, a library for the same pipeline. It is no dependency of ours: install it anywhere
(`python -m venv DIR && DIR/bin/pip install red-dwarf==0.4.0`) and name that Python in `MEDSKAB_RED_DWARF`;
without it only our own figures are taken. Every figure is taken in a process of its own: CPU seconds
(`time.process_time`), best of several runs, and the peak of resident memory. Both sides start from votes in
memory, as each takes them, and end with places, groups, representative statements, consensus and
priorities. Ours are taken without and with the stability of the groups, which the peer does not have.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

_PEER = os.environ.get("MEDSKAB_RED_DWARF", "")
_CASES = Path(os.environ.get("MEDSKAB_CASES") or Path(__file__).resolve().parents[2] / "shared" / "data")
_REAL = {
    "Biodiversity": _CASES / "opinions" / "reference" / "biodiversity" / "votes.csv",
    "vTaiwan UberX": _CASES / "opinions" / "open" / "vtaiwan.uberx" / "votes.csv",
}
_LARGEST_FOR_PEER, _DRAWN_AT_ONCE = 100_000, 100_000
Figures = dict[str, float | int | str | None]
Cast = tuple[np.ndarray, np.ndarray, np.ndarray]


# What is measured, each in its own process


def _best(run: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        before = time.process_time()
        run()
        best = min(best, time.process_time() - before)
    return best


def drawn(people: int, statements: int) -> Cast:
    """Three camps of 50, 30 and 20 per cent, some forty votes each, 15 per cent of them passes."""
    chance = np.random.default_rng(2026)
    lean = chance.normal(0, 1.2, (3, statements))
    crowds = [
        _crowd(chance, lean, first, min(first + _DRAWN_AT_ONCE, people))
        for first in range(0, people, _DRAWN_AT_ONCE)
    ]
    voter, statement, vote = (np.concatenate(part) for part in zip(*crowds, strict=True))
    return voter, statement, vote


def _crowd(chance: np.random.Generator, lean: np.ndarray, first: int, last: int) -> Cast:
    people, statements = last - first, lean.shape[1]
    counts = np.minimum(chance.geometric(1 / 40, people), statements)
    camp = chance.choice(3, people, p=[0.5, 0.3, 0.2])
    voter = np.repeat(np.arange(people, dtype=np.int32), counts)
    turns = np.flatnonzero(np.gcd(np.arange(1, statements), statements) == 1) + 1
    turn = np.arange(len(voter)) - np.repeat(np.cumsum(counts) - counts, counts)
    step = np.repeat(chance.choice(turns, people), counts)
    statement = (np.repeat(chance.integers(0, statements, people), counts) + turn * step) % statements
    agrees = chance.random(len(voter)) < 1 / (1 + np.exp(-lean[camp[voter], statement]))
    vote = np.where(agrees, 1, -1).astype(np.int8)
    vote[chance.random(len(voter)) < 0.15] = 0
    return voter + np.int32(first), statement.astype(np.int32), vote


def _real(name: str) -> Cast:
    """A public conversation, the last vote of each voter on each statement, ids as positions."""
    head, *rows = [line.split(",") for line in _REAL[name].read_text("utf-8").splitlines()]
    at = [head.index(column) for column in ("voter-id", "comment-id", "vote")]
    last = {(row[at[0]], row[at[1]]): int(row[at[2]]) for row in rows}
    voter = np.unique([who for who, _ in last], return_inverse=True)[1].astype(np.int32)
    statement = np.unique([what for _, what in last], return_inverse=True)[1].astype(np.int32)
    return voter, statement, np.array(list(last.values()), dtype=np.int8)


def _cast(size: str) -> Cast:
    return _real(size) if size in _REAL else drawn(*(int(part) for part in size.split("x")))


def ours(size: str, resamples: str = "0", times: str = "5") -> Figures:
    """From votes one by one to the whole map."""
    from medskab.methods.opinions.opinion_map import map_opinions
    from medskab.methods.opinions.votes import Statement, gather

    voter, statement, vote = _cast(size)
    names = [str(at) for at in range(int(voter.max()) + 1)]
    statements = [Statement(str(at)) for at in range(int(statement.max()) + 1)]
    _loops()

    def whole() -> object:
        votes = gather(names, statements, voter, statement, vote)
        return map_opinions(votes, resamples=int(resamples))

    return {"seconds": _best(whole, int(times)), "votes": len(vote)}


def _loops() -> None:
    """The import of the compiled loop belongs to the process, not to the map."""
    from medskab.methods.opinions import _kernels, moments

    nothing = np.zeros(1, dtype=np.int64)
    _kernels.count_pairs(nothing, nothing.astype(np.int32), nothing.astype(np.int8), nothing.reshape(1, 1))
    moments._done = 1 << 40


def red_dwarf(size: str) -> Figures:
    """The same with the peer, from its list of votes."""
    from reddwarf.implementations.polis import run_pipeline

    columns = (part.tolist() for part in _cast(size))
    names = ("participant_id", "statement_id", "vote")
    votes = [
        dict(zip(names, row, strict=True)) | {"modified": at}
        for at, row in enumerate(zip(*columns, strict=True))
    ]
    return {"seconds": _best(lambda: run_pipeline(votes=votes, random_state=1), 1)}


def one_more_vote(size: str) -> Figures:
    """One vote: counting it, and the exact plane after it. Median and 99th percentile."""
    from medskab.methods.opinions.live_votes import LiveVotes
    from medskab.methods.opinions.votes import Statement, gather

    voter, statement, vote = _cast(size)
    people, count = int(voter.max()) + 1, int(statement.max()) + 1
    statements = [Statement(str(at)) for at in range(count)]
    _loops()
    live = LiveVotes(gather([str(at) for at in range(people)], statements, voter, statement, vote))
    live.components()
    chance = np.random.default_rng(7)
    taken = [_one(live, str(chance.integers(people)), str(chance.integers(count))) for _ in range(300)][100:]
    counted, followed = (sorted(part) for part in zip(*taken, strict=True))
    return {
        "seconds": counted[100],
        "followed_median": followed[100],
        "followed_p99": followed[197],
    }


def _one(live, voter: str, statement: str) -> tuple[float, float]:
    begun = time.process_time()
    live.cast(voter, statement, 1)
    counted = time.process_time()
    live.components()
    return counted - begun, time.process_time() - begun


def refresh(size: str) -> Figures:
    """Everything but the counting of pairs, which streaming has done: plane, places, groups and lists."""
    from medskab.methods.opinions import components, moments
    from medskab.methods.opinions.opinion_map import map_opinions
    from medskab.methods.opinions.votes import Statement, gather

    voter, statement, vote = _cast(size)
    names = [str(at) for at in range(int(voter.max()) + 1)]
    statements = [Statement(str(at)) for at in range(int(statement.max()) + 1)]
    _loops()
    votes = gather(names, statements, voter, statement, vote)
    counted = moments.moments(votes)
    components.moments = lambda votes: counted
    return {"seconds": _best(lambda: map_opinions(votes, resamples=0), 3)}


_TASKS = {task.__name__: task for task in (ours, red_dwarf, one_more_vote, refresh)}


# The table


def _measure(task: str, *arguments: str) -> Figures:
    python = _PEER if task == "red_dwarf" else sys.executable
    command = [python, "-W", "ignore", __file__, "--task", task, *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    if answer.returncode:
        raise SystemExit(f"{task} {' '.join(arguments)} failed:\n{answer.stderr}")
    return json.loads(answer.stdout.splitlines()[-1])


def _peer(size: str) -> Figures | None:
    try:
        return _measure("red_dwarf", size)
    except subprocess.TimeoutExpired:
        print(f"red-dwarf did not finish {size} in a quarter of an hour.", file=sys.stderr)
        return None


def _row(title: str, mine: Figures, theirs: Figures | None = None) -> Figures:
    row: Figures = {"what": title, **mine}
    if theirs is not None:
        row |= {"peer_seconds": theirs["seconds"], "peer_megabytes": theirs["megabytes"]}
        row["ratio"] = float(theirs["seconds"]) / float(mine["seconds"])  # type: ignore[arg-type]
    print(_text(row), file=sys.stderr, flush=True)
    return row


def _text(row: Figures) -> str:
    text = f"{row['what']:<46}{row['seconds']:>10.4f} s {row['megabytes']:>7.0f} MB"
    if "ratio" in row:
        text += f"{row['peer_seconds']:>10.2f} s {row['peer_megabytes']:>7.0f} MB{row['ratio']:>8,.0f} ×"
    if "followed_p99" in row:
        text += f"   followed: median {row['followed_median']:.4f} s, p99 {row['followed_p99']:.4f} s"
    return text


def _title(size: str) -> str:
    return size if size in _REAL else "{:,} × {:,}".format(*(int(part) for part in size.split("x")))


def _maps(size: str, times: str, *, with_peer: bool) -> list[Figures]:
    title = _title(size)
    theirs = _peer(size) if with_peer and _PEER else None
    return [
        _row(f"{title}, map", _measure("ours", size, "0", times), theirs),
        _row(f"{title}, map with stability", _measure("ours", size, "20", "1"), theirs),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="real conversations and small crowds only")
    parser.add_argument("--json", action="store_true", help="figures for programs")
    parser.add_argument("--task", nargs="+", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.task:
        figures = _TASKS[asked.task[0]](*asked.task[1:])
        figures["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(figures))
        return
    if not _PEER:
        print("The peer is left out: name a Python that has red-dwarf in MEDSKAB_RED_DWARF.", file=sys.stderr)
    rows = [row for name, file in _REAL.items() if file.exists() for row in _maps(name, "5", with_peer=True)]
    sizes = ["1000x100", "10000x200"] + ([] if asked.quick else ["100000x500", "1000000x1000"])
    for size in sizes:
        people = int(size.split("x")[0])
        rows += _maps(size, "5" if people < 10**6 else "1", with_peer=people <= _LARGEST_FOR_PEER)
    for size in sizes[-1:]:
        rows.append(_row(f"{_title(size)}, one more vote", _measure("one_more_vote", size)))
        rows.append(_row(f"{_title(size)}, map, pairs counted already", _measure("refresh", size)))
    print(json.dumps({"schema": 1, "rows": rows}, indent=2) if asked.json else "\n".join(map(_text, rows)))


if __name__ == "__main__":
    main()
