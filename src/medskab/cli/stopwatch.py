"""Times the parts of a command and, at a terminal, shows that a long one is still at work."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import perf_counter
from typing import TextIO

_LONG = 0.5
_CLEAR = "\r\x1b[K"


class Stopwatch:
    """Seconds per part, in order; what is shown goes to `stream` and only if that is a terminal."""

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self._stream = stream
        self._shown = not quiet and stream.isatty()
        self.seconds: list[float] = []

    @contextmanager
    def doing(self, what: str) -> Iterator[Callable[[float], None]]:
        """Time what is done inside; the function it gives is told the share done, if that is known."""
        share = [0.0]
        finished = Event()
        show = Thread(target=self._show, args=(what, share, finished), daemon=True)
        if self._shown:
            show.start()
        start = perf_counter()
        try:
            yield lambda done: share.__setitem__(0, done)
        finally:
            self.seconds.append(perf_counter() - start)
            finished.set()
            if self._shown:
                show.join()

    def _show(self, what: str, share: list[float], finished: Event) -> None:
        start, was_shown = perf_counter(), False
        while not finished.wait(_LONG):
            part = f" {share[0]:.0%}" if share[0] else ""
            self._stream.write(f"{_CLEAR}{what}{part} … {perf_counter() - start:.0f} s")
            self._stream.flush()
            was_shown = True
        if was_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
