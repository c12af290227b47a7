"""How many sealed votes a second go into the urn through HTTP, and how long one takes at fifty a second.

    python benchmarks/casting.py             about a minute and a half
    python benchmarks/casting.py --seconds 5 shorter runs
    python benchmarks/casting.py --json      the figures for programs

A real server as `medskab serve` starts it (two web processes), SQLite at full durability, in a home of its
own; the load generator runs on the same machine. Peer in the same run: the same server and the same load on
an application that does one durable INSERT a request and nothing else. The goals: 150 votes a second, and
95 of 100 within 200 ms at 50 a second.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

GOAL_A_SECOND, GOAL_MS, STEADY = 150.0, 200.0, 50
_MOST_A_SECOND = 700
_SENDERS = 8
_PATIENCE = 60


@dataclass
class Load:
    """Votes on their way to one address, sent by a few threads."""

    port: int
    path: str
    bodies: Iterator[bytes]
    taken: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def full_speed(self, seconds: float) -> float:
        """As many as go in; how many a second."""
        begun = time.perf_counter()
        end = begun + seconds
        self._run(lambda: time.perf_counter() if time.perf_counter() < end else None)
        return round(len(self.taken) / (time.perf_counter() - begun), 1)

    def steady(self, a_second: int, seconds: float) -> float:
        """So many a second whether or not the server keeps up; what 95 of 100 stay below, in milliseconds.

        Each is timed from when it should have been sent, so that a server that falls behind is seen.
        """
        begun = time.perf_counter() + 0.1
        moments = iter([begun + number / a_second for number in range(int(a_second * seconds))])
        self._run(lambda: next(moments, None))
        return round(1000 * sorted(self.taken)[int(0.95 * len(self.taken))], 1)

    def _run(self, next_moment: Callable[[], float | None]) -> None:
        self.taken, self.refused = [], []
        senders = [threading.Thread(target=self._send, args=[next_moment]) for _one in range(_SENDERS)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()

    def _send(self, next_moment: Callable[[], float | None]) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        while True:
            with self.lock:
                moment = next_moment()
                body = next(self.bodies, None)
            if moment is None or body is None:
                break
            time.sleep(max(0.0, moment - time.perf_counter()))
            try:
                connection.request("POST", self.path, body, {"Content-Type": "application/json"})
                answer = connection.getresponse()
                said = answer.read()
            except (HTTPException, OSError) as error:
                connection.close()
                self.refused.append(repr(error))
                continue
            if answer.status == 201:
                self.taken.append(time.perf_counter() - moment)
            else:
                self.refused.append(f"{answer.status} {said[:200]!r}")
        connection.close()


@contextmanager
def served(port: int, *words: str) -> Iterator[None]:
    """A server in a process of its own, from its first answer to its end."""
    process = subprocess.Popen([sys.executable, *words], start_new_session=True, stdout=subprocess.DEVNULL)
    try:
        end = time.monotonic() + _PATIENCE
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"{' '.join(words)} did not come up.")
            time.sleep(0.1)
        yield
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _answers(port: int) -> bool:
    with socket.socket() as sock:
        sock.settimeout(1)
        return sock.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def _measured(name: str, port: int, path: str, bodies: list[bytes], seconds: float) -> dict[str, Any]:
    load = Load(port, path, iter(bodies))
    load.full_speed(1)  # connections are open, modules are loaded
    a_second = load.full_speed(seconds)
    refused = load.refused
    p95 = load.steady(STEADY, seconds)
    refused += load.refused
    for one in refused[:3]:
        print("refused:", one, file=sys.stderr)
    return {"what": name, "a_second": a_second, "p95_ms_at_50": p95, "refused": len(refused)}


def ours(home: Path, seconds: float) -> dict[str, Any]:
    """An open vote of twelve proposals, each vote with a code of its own."""
    os.environ |= {"MEDSKAB_HOME": str(home), "DJANGO_SETTINGS_MODULE": "medskab.site.settings"}
    os.environ.pop("MEDSKAB_DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections
    from django.urls import reverse

    call_command("migrate", verbosity=0)
    from medskab.decisions.tests import factories
    from medskab.decisions.tests.open_votes import open_vote

    proposals = [(f"p{number}", f"Proposal {number}", 1000 * number) for number in range(1, 13)]
    vote = open_vote(factories.facilitator(factories.area()), "approval", proposals)
    codes = vote.codes(int((seconds + 2) * _MOST_A_SECOND + STEADY * seconds))
    path = reverse("decision-cast-json", args=["engen", vote.decision.slug])
    connections.close_all()
    bodies = [_vote(number, code) for number, code in enumerate(codes)]
    port = _free_port()
    with served(port, "-m", "medskab.cli", "serve", "--port", str(port), "--workers", "2"):
        return _measured("sealed votes", port, path, bodies, seconds)


def _vote(number: int, code: str) -> bytes:
    chosen = [f"p{1 + (number * 5 + step * 7) % 12}" for step in range(1 + number % 4)]
    vote = {"code": code, "choice": {"approve": chosen}, "idem_key": f"{number:032x}"}
    return json.dumps(vote).encode()


def peer(home: Path, seconds: float) -> dict[str, Any]:
    """One durable INSERT a request under the same server."""
    port = _free_port()
    bodies = [_vote(number, "0" * 12) for number in range(int(20 * _MOST_A_SECOND + (seconds + 2) * 5000))]
    here = Path(__file__).resolve().parent
    with served(port, str(here / "_one_insert.py"), str(port), str(home / "peer.sqlite3")):
        return _measured("peer: one INSERT", port, "/", bodies, seconds)


def main() -> None:
    """Measure both and say whether the goals are kept."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seconds", type=float, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        lines = [ours(home, asked.seconds), peer(home, asked.seconds)]
    if asked.json:
        print(json.dumps(lines, indent=2))
        return
    print(f"{'':<20}{'a second':>12}{'p95 ms at 50/s':>18}{'refused':>10}")
    for line in lines:
        print(f"{line['what']:<20}{line['a_second']:>12}{line['p95_ms_at_50']:>18}{line['refused']:>10}")
    vote = lines[0]
    kept = vote["a_second"] >= GOAL_A_SECOND and vote["p95_ms_at_50"] <= GOAL_MS and not vote["refused"]
    print(f"Goal: {GOAL_A_SECOND:.0f} a second, {GOAL_MS:.0f} ms: {'kept' if kept else 'MISSED'}.")


if __name__ == "__main__":
    main()
