"""How soon an open page hears that something is new, and what that costs, against asking every two seconds.

    python benchmarks/live.py            under two minutes
    python benchmarks/live.py --seconds 5 --json

The server of live news runs as it is served, in a process and a database of its own; this process is all
browsers at once and bumps a topic each second. Delay is from the deed's commit to the last byte of the tick.
Peer in the same run: the same number of phones that ask for the same number every two seconds, over the
same server without live news (half the pause is the least that they wait on average).
"""

import argparse
import asyncio
import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PHONES, PEER_PAUSE = (300, 1000), 2.0
_HERE, _TICKS = "127.0.0.1", os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as sock:
        sock.bind((_HERE, 0))
        return int(sock.getsockname()[1])


class Server:
    """The server of live news, and what it uses."""

    def __init__(self) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", "medskab.cli", "serve", "--only-live", f"--port={self.port}"]
        self.process = subprocess.Popen(command)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex((_HERE, self.port)) == 0:
                    return
            time.sleep(0.1)
        raise SystemExit("The server of live news did not start.")

    def used(self) -> tuple[float, int]:
        """Seconds of processor and kB of memory of the worker, the larger of its processes."""
        pids = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        seconds = kept = 0.0
        for pid in pids:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            seconds += (int(fields[11]) + int(fields[12])) / _TICKS
            kept = max(kept, int(fields[21]) * resource.getpagesize() / 1024)
        return seconds, int(kept)


async def listen(port: int, path: str, bumped: dict[int, float], delays: list[float]) -> None:
    """One page that is open."""
    reader, writer = await asyncio.open_connection(_HERE, port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {_HERE}\r\nAccept: text/event-stream\r\n\r\n".encode())
    try:
        while line := await reader.readline():
            if line.startswith(b"data: ") and int(line[6:]) in bumped:
                delays.append(time.perf_counter() - bumped[int(line[6:])])
    finally:
        writer.close()


def bump_now(bumped: dict[int, float]) -> None:
    """One deed."""
    from medskab.tools.live.actions import bump
    from medskab.tools.live.watching import read_revisions

    bump("bench")
    bumped[read_revisions(["bench"])["bench"]] = time.perf_counter()


async def live(server: Server, phones: int, seconds: int) -> dict[str, Any]:
    """So many pages, and a deed each second."""
    from medskab.tools.live.topics import topic_address

    path = topic_address("bench").removeprefix("http://live")
    bumped: dict[int, float] = {}
    delays: list[float] = []
    before = server.used()
    pages = []
    for begin in range(phones):
        pages.append(asyncio.create_task(listen(server.port, path, bumped, delays)))
        if begin % 50 == 49:
            await asyncio.sleep(0.05)
    await asyncio.sleep(2)
    began, full = server.used()[0], server.used()[1]
    for _turn in range(seconds):
        await asyncio.to_thread(bump_now, bumped)
        await asyncio.sleep(1)
    await asyncio.sleep(1)
    ended = server.used()[0]
    for page in pages:
        page.cancel()
    await asyncio.gather(*pages, return_exceptions=True)
    await asyncio.sleep(1)
    return {
        "way": "live news",
        "phones": phones,
        "heard": f"{len(delays)}/{phones * seconds}",
        **shown(delays),
        "kB_each": round((full - before[1]) / phones),
        "cpu_percent": round(100 * (ended - began) / (seconds + 1)),
    }


async def ask(path: str, port: int, until: float, waits: list[float], begin: float) -> None:
    """One phone that asks every two seconds; what was changed waits for its next turn."""
    await asyncio.sleep(begin)
    while time.perf_counter() < until:
        asked = time.perf_counter()
        reader, writer = await asyncio.open_connection(_HERE, port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {_HERE}\r\nConnection: close\r\n\r\n".encode())
        await reader.read()
        writer.close()
        taken = time.perf_counter() - asked
        # A change comes anywhere in the pause: evenly spread, so each turn stands for four.
        waits.extend(taken + PEER_PAUSE * part for part in (0.125, 0.375, 0.625, 0.875))
        await asyncio.sleep(max(0.0, PEER_PAUSE - taken))


async def polling(server: Server, phones: int, seconds: int) -> dict[str, Any]:
    """The peer: the lightest page that there is, without live news."""
    waits: list[float] = []
    before, until = server.used()[0], time.perf_counter() + seconds
    spread = [PEER_PAUSE * number / phones for number in range(phones)]
    await asyncio.gather(*(ask("/", server.port, until, waits, begin) for begin in spread))
    cpu = round(100 * (server.used()[0] - before) / seconds)
    return {
        "way": "peer: asking",
        "phones": phones,
        "heard": "",
        **shown(waits),
        "kB_each": 0,
        "cpu_percent": cpu,
    }


def shown(delays: list[float]) -> dict[str, int]:
    """Half and 95 of 100, in milliseconds."""
    ordered = sorted(delays) or [float("nan")]
    at = {"p50_ms": 0.5, "p95_ms": 0.95}
    return {name: round(1000 * ordered[int(len(ordered) * part)]) for name, part in at.items()}


async def all_of_it(server: Server, seconds: int) -> list[dict[str, Any]]:
    """Live news for few and many, then the peer."""
    lines = [await live(server, phones, seconds) for phones in PHONES]
    return [*lines, await polling(server, PHONES[0], seconds)]


def main() -> None:
    """Measure in a home of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        names = {"MEDSKAB_HOME": home, "MEDSKAB_LIVE_ADDRESS": "http://live"}
        os.environ |= {**names, "DJANGO_SETTINGS_MODULE": "medskab.site.settings"}
        os.environ.pop("MEDSKAB_DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", "live", verbosity=0)
        server = Server()
        try:
            lines = asyncio.run(all_of_it(server, asked.seconds))
        finally:
            server.process.terminate()
            server.process.wait(20)
    if asked.json:
        print(json.dumps(lines, indent=2))
        return
    print("  ".join(f"{name:>12}" for name in lines[0]))
    for line in lines:
        print("  ".join(f"{value:>12}" for value in line.values()))


if __name__ == "__main__":
    main()
