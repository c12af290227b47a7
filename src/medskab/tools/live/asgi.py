"""The small server of live news: server-sent events that hold a number and nothing else."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any

from django.conf import settings

from .topics import topic_of
from .watching import Listener, Watch

MOST_LISTENERS = 2000
HEARTBEAT_SECONDS = 20.0
PATIENCE_SECONDS = 10.0
_RETRY = b"retry: 4000\n\n"
_EVENTS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class LiveNews:
    """The application: `/live/<signed topic>/`."""

    def __init__(self, watch: Watch | None = None, most: int = MOST_LISTENERS) -> None:
        self.watch, self.most = watch or Watch(), most

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        topic = topic_of(scope["path"]) if scope["method"] == "GET" else None
        if topic is None:
            await _refuse(send, 404, "There is nothing to listen to here.")
        elif self.watch.size >= self.most or self.watch.is_over:
            await _refuse(send, 503, "Many listen just now. The page asks by itself now and then.")
        else:
            await self._serve(topic, scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                await self.watch.end()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _serve(self, topic: str, scope: Message, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        listener = self.watch.add(topic, _known(headers.get(b"last-event-id", b"")))
        gone = asyncio.create_task(_closed(receive))
        talk = asyncio.create_task(self._talk(listener, _allowed(headers.get(b"origin", b"")), send))
        try:
            await asyncio.wait((gone, talk), return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.watch.remove(listener)
            for task in (gone, talk):
                task.cancel()
                with suppress(asyncio.CancelledError, OSError, RuntimeError, TimeoutError):
                    await task

    async def _talk(self, listener: Listener, allowed: list[tuple[bytes, bytes]], send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _EVENTS + allowed})
        await _write(send, _RETRY)
        while not self.watch.is_over:
            try:
                async with asyncio.timeout(HEARTBEAT_SECONDS):  # wait_for may swallow a cancellation
                    await listener.news.wait()
            except TimeoutError:
                await _write(send, b": still here\n\n")
                continue
            listener.news.clear()
            if not self.watch.is_over:
                listener.told = listener.revision
                await _write(send, b"id: %d\nevent: revision\ndata: %d\n\n" % (listener.told, listener.told))
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _write(send: Send, words: bytes) -> None:
    """Whoever does not take it within a fair time is let go."""
    message = {"type": "http.response.body", "body": words, "more_body": True}
    async with asyncio.timeout(PATIENCE_SECONDS):
        await send(message)


async def _closed(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _refuse(send: Send, status: int, sentence: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": sentence.encode(), "more_body": False})


def _known(given: bytes) -> int:
    return int(given) if given.isdigit() and len(given) < 19 else -1


def _allowed(origin: bytes) -> list[tuple[bytes, bytes]]:
    """Pages of this site may listen, and no others."""
    if origin != settings.SITE_ADDRESS.encode():
        return []
    return [(b"access-control-allow-origin", origin), (b"vary", b"Origin")]
