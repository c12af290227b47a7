"""Live news: counted with the deed, told to whoever listens, and nothing but a number."""

import asyncio

import pytest
from django.db import transaction

from medskab.tools.live import asgi
from medskab.tools.live.actions import bump
from medskab.tools.live.asgi import LiveNews
from medskab.tools.live.topics import topic_address, topic_of
from medskab.tools.live.watching import Watch, read_revisions

SITE = "https://medskab.example"


@pytest.fixture(autouse=True)
def _addresses(settings):
    settings.SITE_ADDRESS = SITE
    settings.LIVE_ADDRESS = SITE


class Looking(Watch):
    """Says how often it looked."""

    def __init__(self, read):
        super().__init__(read, pause=0)
        self.looked = asyncio.Event()

    def _tell(self, revisions, topics):
        super()._tell(revisions, topics)
        self.looked.set()

    async def look_again(self):
        """The first look may have begun before; after the second one, who is told has been told."""
        for _look in range(2):
            self.looked.clear()
            await asyncio.wait_for(self.looked.wait(), 5)


class Browser:
    """Listens, until it has what it waits for."""

    def __init__(self, app, path, **headers):
        named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        self.scope = {"type": "http", "method": "GET", "path": path, "headers": named}
        self.app, self.got = app, []
        self.closes, self.began, self.heard = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def _receive(self):
        await self.closes.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message):
        self.got.append(message)
        self.began.set()
        if b"data:" in message.get("body", b""):
            self.heard.set()

    def open(self):
        return asyncio.create_task(self.app(self.scope, self._receive, self._send))

    @property
    def status(self):
        return self.got[0]["status"]

    @property
    def words(self):
        return b"".join(one.get("body", b"") for one in self.got).decode()


def _path(key="wall:1"):
    return topic_address(key).removeprefix(SITE)


def _app(revisions, **facts):
    return LiveNews(Looking(lambda keys: {key: revisions.get(key, 0) for key in keys}), **facts)


def test_counts_each_change_with_the_deed(db):
    bump("a")
    bump("a")
    bump("b")
    assert read_revisions(["a", "b", "never"]) == {"a": 2, "b": 1}


def test_counts_nothing_of_a_deed_that_fell(db):
    with transaction.atomic():
        bump("a")
        transaction.set_rollback(True)
    assert read_revisions(["a"]) == {}


@pytest.mark.parametrize("path", ["/live/wall:1/", "/live/wall:1:x/", "/live/", "/", "/live/a"])
def test_knows_no_topic_that_was_not_given_out(path):
    assert topic_of(path) is None


def test_gives_no_address_where_live_news_is_not_served(settings):
    settings.LIVE_ADDRESS = ""
    assert topic_address("wall:1") == ""


def test_tells_the_number_and_lets_go_of_who_leaves():
    async def story():
        app = _app({"wall:1": 7})
        browser = Browser(app, _path(), origin=SITE)
        task = browser.open()
        await asyncio.wait_for(browser.heard.wait(), 5)
        assert app.watch.size == 1
        browser.closes.set()
        await task
        await app.watch.end()
        return browser, app.watch.size

    browser, left = asyncio.run(story())
    assert browser.words == "retry: 4000\n\nid: 7\nevent: revision\ndata: 7\n\n"
    assert (b"access-control-allow-origin", SITE.encode()) in browser.got[0]["headers"]
    assert left == 0


def test_tells_who_comes_back_only_what_is_new():
    async def story():
        revisions = {"wall:1": 7}
        app = _app(revisions)
        browser = Browser(app, _path(), last_event_id="7", origin="https://elsewhere.example")
        task = browser.open()
        await app.watch.look_again()
        quiet = browser.words
        revisions["wall:1"] = 9
        await asyncio.wait_for(browser.heard.wait(), 5)
        await app.watch.end()
        await asyncio.wait_for(task, 5)
        return browser, quiet

    browser, quiet = asyncio.run(story())
    assert "data" not in quiet
    assert "data: 9" in browser.words
    assert not any(name.startswith(b"access-control") for name, _value in browser.got[0]["headers"])
    assert browser.got[-1]["more_body"] is False


def test_says_so_when_too_many_listen():
    async def story():
        app = _app({}, most=1)
        first, second = Browser(app, _path()), Browser(app, _path())
        task = first.open()
        await asyncio.wait_for(first.began.wait(), 5)
        await second.open()
        first.closes.set()
        await task
        await app.watch.end()
        return second

    second = asyncio.run(story())
    assert second.status == 503
    assert "Many listen" in second.words


def test_drops_who_takes_nothing(monkeypatch):
    monkeypatch.setattr(asgi, "PATIENCE_SECONDS", 0.01)

    async def story():
        app = _app({"wall:1": 1})
        slow = Browser(app, _path())

        async def stuck(message):
            if message["type"] == "http.response.body":
                await asyncio.Event().wait()

        slow._send = stuck
        await asyncio.wait_for(slow.open(), 5)
        await app.watch.end()
        return app.watch.size

    assert asyncio.run(story()) == 0


def test_goes_on_when_the_database_was_away(caplog):
    answers = iter([OSError("away"), {"wall:1": 3}])

    def read(_keys):
        answer = next(answers, {"wall:1": 3})
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def story():
        app = LiveNews(Watch(read, pause=0))
        browser = Browser(app, _path())
        task = browser.open()
        await asyncio.wait_for(browser.heard.wait(), 5)
        await app.watch.end()
        await task
        return browser

    assert "data: 3" in asyncio.run(story()).words
    assert "could not be read" in caplog.text
