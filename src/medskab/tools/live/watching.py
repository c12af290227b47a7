"""One look at the database for all who listen, and a mark for each of them when their topic changed."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

LOOK_EVERY_SECONDS = 0.5
_LOG = logging.getLogger(__name__)

Read = Callable[[Iterable[str]], dict[str, int]]


def read_revisions(keys: Iterable[str]) -> dict[str, int]:
    """The latest change of each topic; the connection is the calling thread's and stays open."""
    from django.db import connection  # noqa: PLC0415  loaded with the settings

    from .models import LiveTopic  # noqa: PLC0415

    try:
        return dict(LiveTopic.objects.filter(key__in=list(keys)).values_list("key", "revision"))
    except Exception:
        connection.close()
        raise


@dataclass(eq=False)
class Listener:
    """Somebody who has a page open: a slow one skips numbers, and the latest is enough."""

    topic: str
    told: int
    revision: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)


class Watch:
    """All who listen, and the task that looks for them."""

    def __init__(self, read: Read = read_revisions, pause: float = LOOK_EVERY_SECONDS) -> None:
        self.listeners: dict[str, set[Listener]] = {}
        self.is_over = False
        self._read, self._pause = read, pause
        self._thread = ThreadPoolExecutor(1)  # one thread, and so one connection
        self._task: asyncio.Task[None] | None = None

    @property
    def size(self) -> int:
        """How many listen."""
        return sum(map(len, self.listeners.values()))

    def add(self, topic: str, told: int) -> Listener:
        """One more who listens; `told` is the change that the page knows already, -1 for none."""
        listener = Listener(topic, told)
        self.listeners.setdefault(topic, set()).add(listener)
        if self._task is None:
            self._task = asyncio.create_task(self._look())
        return listener

    def remove(self, listener: Listener) -> None:
        """They closed the page."""
        theirs = self.listeners.get(listener.topic, set())
        theirs.discard(listener)
        if not theirs:
            self.listeners.pop(listener.topic, None)

    async def end(self) -> None:
        """Let everybody go; their pages come again by themselves."""
        self.is_over = True
        for theirs in self.listeners.values():
            for listener in theirs:
                listener.news.set()
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        self._thread.shutdown(wait=False)

    async def _look(self) -> None:
        loop = asyncio.get_running_loop()
        while not self.is_over:
            if topics := list(self.listeners):
                try:
                    self._tell(await loop.run_in_executor(self._thread, self._read, topics), topics)
                except Exception:
                    _LOG.exception("The topics could not be read; they are read again soon.")
            await asyncio.sleep(self._pause)

    def _tell(self, revisions: dict[str, int], topics: list[str]) -> None:
        for topic in topics:
            revision = revisions.get(topic, 0)
            for listener in self.listeners.get(topic, ()):
                listener.revision = revision
                if listener.told != revision:
                    listener.news.set()
