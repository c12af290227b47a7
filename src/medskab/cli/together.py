"""The processes of `medskab serve`: started together, started again when one dies, ended together.

One process watches and does nothing else: no threads, so that nothing is forked in the middle of anything.
"""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

# How a process of ours is started; what it shall do is added.
COMMAND = (sys.executable, "-m", "medskab.cli")
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_STEADY_SECONDS = 60.0
_GRACE_SECONDS = 20.0
_LOOK_EVERY_SECONDS = 0.25


@dataclass
class Child:
    """One process that is kept going."""

    name: str
    words: tuple[str, ...]
    process: "subprocess.Popen[bytes] | None" = None
    began: float = field(default=float("-inf"))
    pause: float = _SHORTEST_PAUSE

    def start(self) -> None:
        """Start it; Ctrl-C at the terminal reaches the watcher alone, which then ends it in order."""
        self.began = monotonic()
        self.process = subprocess.Popen([*COMMAND, *self.words], start_new_session=True)

    def look_after(self) -> None:
        """Start it where it does not run; one that dies at once, again and again, less and less often."""
        if self.process is not None and self.process.poll() is None:
            return
        if self.process is not None:
            self.process = None
            is_steady = monotonic() - self.began > _STEADY_SECONDS
            self.pause = _SHORTEST_PAUSE if is_steady else min(2 * self.pause, _LONGEST_PAUSE)
            print(f"The {self.name} has ended by itself; a new one is started.", file=sys.stderr, flush=True)
        if monotonic() >= self.began + self.pause:
            self.start()

    def end(self) -> None:
        """Wait for it to end in order, and no longer than is fair."""
        if self.process is None:
            return
        try:
            self.process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def keep_going(children: list[Child], look_after: Callable[[], None]) -> None:
    """Keep the processes going until SIGTERM or Ctrl-C; call `look_after` now and then meanwhile."""
    has_to_go = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: has_to_go.set())
    while not has_to_go.is_set():
        for child in children:
            child.look_after()
        look_after()
        has_to_go.wait(_LOOK_EVERY_SECONDS)
    for child in children:
        if child.process is not None and child.process.poll() is None:
            child.process.terminate()
    for child in children:
        child.end()
