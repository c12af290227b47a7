"""Voters at the address for votes, who repeat until there is an answer while the web process is killed."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from random import Random
from threading import Condition, Event
from typing import Any

from tests.trust.decision_process import armed_file
from tests.trust.harness import Installation, Running, free_port

BALLOTS = (["bench"], ["party"], ["bench", "herbs"])
WEB_PROCESS = "web"
A_MOMENT = 0.02
PATIENCE_SECONDS = 2.0
"""A request that was let in just before the process died is never answered: its voter sends it again."""


class Broken(Exception):
    """An answer that no voter may get."""


class Gate:
    """Voters pass it with each sending; it can be shut, so that nobody is on the way."""

    def __init__(self) -> None:
        self._changed, self._inside, self._is_shut = Condition(), 0, False

    @contextmanager
    def passing(self) -> Iterator[None]:
        """On the way, for the length of one sending."""
        with self._changed:
            self._changed.wait_for(lambda: not self._is_shut)
            self._inside += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    @contextmanager
    def shut(self) -> Iterator[None]:
        """Nobody is on the way in here."""
        with self._changed:
            self._is_shut = True
            self._changed.wait_for(lambda: not self._inside)
            yield
            self._is_shut = False
            self._changed.notify_all()


@dataclass
class Crowd:
    """All voters of one vote, and what they were told: [code, choice, receipt], in order."""

    address: str
    codes: list[str]
    seed: int
    port: int = field(default_factory=free_port)
    told: list[list[Any]] = field(default_factory=list)
    gate: Gate = field(default_factory=Gate)
    is_over: Event = field(default_factory=Event)

    def vote(self, number: int, of: int) -> None:
        """One voter's part; a wrong answer ends it for all."""
        try:
            self._vote(number, of)
        except Broken:
            self.is_over.set()
            raise

    def _vote(self, number: int, of: int) -> None:
        """These codes one after the other, and again, until it is over."""
        mine, chance = self.codes[number::of], Random(self.seed + number)
        for turn in count():
            if self.is_over.is_set() and turn >= len(mine):
                return
            code = mine[turn % len(mine)]
            vote = {
                "code": code,
                "choice": {"approve": chance.choice(BALLOTS)},
                "idem_key": f"{number}.{turn}",
            }
            receipt = self._until_answered(vote)
            self.told.append([code, vote["choice"], receipt])
            if not chance.randrange(4) and (again := self._until_answered(vote)) != receipt:
                raise Broken(f"two receipts for one vote: {receipt}, {again}")

    def _until_answered(self, vote: dict[str, Any]) -> str:
        for _try in range(3000):
            try:
                with self.gate.passing():
                    status, text = self._send(json.dumps(vote))
            except (OSError, HTTPException):
                Event().wait(A_MOMENT)
                continue
            if status != 201:
                raise Broken(f"{status} {text[:300]}")
            return json.loads(text)["receipt"]
        raise Broken("no answer at all")

    def _send(self, body: str) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        try:
            connection.request("POST", self.address, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


@dataclass
class Killer:
    """Starts the web server, kills its process at moments drawn by lot, and starts it again."""

    site: Installation
    crowd: Crowd
    chance: Random
    moments: tuple[int, int]
    server: Running | None = None

    def kill_often(self, times: int) -> None:
        """So many kills, each after some votes were acknowledged."""
        armed = armed_file(self.site.home, "web")
        for _time in range(times):
            self._wait_for_votes(self.chance.randint(1, 4))
            if self.crowd.is_over.is_set():
                return
            pids = self.server.its(WEB_PROCESS)
            if self.moments[0] == 1 and not self.chance.randrange(3):
                self._kill(pids)
            with self.crowd.gate.shut():
                armed.write_text(str(self.chance.randint(*self.moments)))
            self._wait_for_death(pids)
            armed.unlink()

    def start(self) -> None:
        """Another server: the first, or after the last gave up, as a process manager does."""
        if self.server:
            self.server.__exit__()
        command = [sys.executable, "-m", "tests.trust.decision_process", "web", str(self.crowd.port)]
        self.server = Running(command, self.site.environment)

    def keep_up(self) -> None:
        """Start it again where it gave up; a process that dies soon after another is not replaced."""
        if self.server.wait_at_most(A_MOMENT) is not None:
            self.start()

    def _wait_for_votes(self, more: int) -> None:
        enough = len(self.crowd.told) + more
        for _look in range(3000):
            if len(self.crowd.told) >= enough or self.crowd.is_over.is_set():
                return
            self.keep_up()
        raise Broken(f"no votes any more; the server said: {self.server.said[-8:]}")

    def _wait_for_death(self, pids: list[int]) -> None:
        for _look in range(500):
            if not set(pids) & set(self.server.its(WEB_PROCESS)):
                return
            Event().wait(A_MOMENT)
        raise Broken("the process did not die")

    @staticmethod
    def _kill(pids: list[int]) -> None:
        for pid in pids:
            os.kill(pid, signal.SIGKILL)


def vote_and_kill(killer: Killer, voters: int, times: int) -> None:
    """Everybody votes at least once, and for as long as there is killing."""
    crowd = killer.crowd
    killer.start()
    with ThreadPoolExecutor(voters) as pool:
        parts = [pool.submit(crowd.vote, number, voters) for number in range(voters)]
        try:
            killer.kill_often(times)
        finally:
            crowd.is_over.set()
            while not all(part.done() for part in parts):
                killer.keep_up()
            killer.server.__exit__()
    for part in parts:
        part.result()
