"""A facilitator's phone: a real Chromium with a folder of its own, which can be killed and opened again."""

import os
import signal
import socket
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Error, Page, Playwright, Route, expect

from tests.trust.harness import _command, descendants

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
]
LATE = """
  const Right = Date;
  const late = () => Right.now() - 3600000 * (localStorage.late ?? 0);
  Date = class extends Right {
    constructor(...given) { given.length ? super(...given) : super(late()); }
    static now() { return late(); }
  };
"""
FILL = """async () => {
  const db = await new Promise((done) => {
    const asked = indexedDB.open("films", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("films", { autoIncrement: true });
    asked.onsuccess = () => done(asked.result);
  });
  const put = (size) => new Promise((done) => {
    const deal = db.transaction("films", "readwrite");
    deal.objectStore("films").put(crypto.getRandomValues(new Uint8Array(size)));
    deal.oncomplete = () => done(true);
    deal.onabort = () => done(false);
  });
  for (const size of [20000, 1000, 100]) while (await put(size));
  db.close();
}"""
DRAFT = """async (name) => {
  for (;;) {
    const db = await new Promise((done) => {
      indexedDB.open(name).onsuccess = ({ target }) => done(target.result);
    });
    const keys = await new Promise((done) => {
      db.transaction("kept").objectStore("kept").getAllKeys().onsuccess = ({ target }) => done(target.result);
    });
    db.close();
    if (keys.some((key) => key.startsWith("draft-"))) return;
    await new Promise(requestAnimationFrame);
  }
}"""
PIN = "2468"
expect.set_options(timeout=20_000)


def wait_for(port: int) -> None:
    """Until somebody answers there, for the first time or again."""
    pause = Event()
    for _look in range(600):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=10):
            return
        pause.wait(0.1)
    raise AssertionError(f"nobody answers at {port}")


class Phone:
    """One phone on a round; `twist` puts a bug into a file of the page."""

    def __init__(
        self, playwright: Playwright, folder: Path, home: str, cookies: dict[str, str], twist: Any = None
    ) -> None:
        self.playwright, self.folder, self.home, self.cookies = playwright, folder, home, cookies
        self.twist = twist
        self.open()

    def open(self) -> None:
        """Open the browser, and the page in it."""
        self.context: BrowserContext = self.playwright.chromium.launch_persistent_context(
            self.folder,
            executable_path=CHROMIUM,
            args=ARGUMENTS,
            viewport={"width": 360, "height": 740},
            locale="en",
            reduced_motion="reduce",
            service_workers="block" if self.twist else "allow",
        )
        origin = self.home.split("/", 3)
        address = "/".join(origin[:3])
        self.context.add_cookies(
            [{"name": name, "value": value, "url": address} for name, value in self.cookies.items()]
        )
        self.context.add_init_script(LATE)
        if self.twist:
            self.context.route(f"**/{self.twist[0]}", self._twisted)
        self.page: Page = self.context.pages[0]
        self.page.set_default_timeout(20_000)
        self.page.goto(self.home)

    def _twisted(self, route: Route) -> None:
        _file, good, bad = self.twist
        answer = route.fetch()
        assert good in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(good, bad))

    def begin(self) -> None:
        """Choose a PIN and get the doors; the page is then kept for later."""
        self.type_pin()
        expect(self.page.locator("[data-door]").first).to_be_visible()
        if not self.twist:
            self.page.wait_for_function("navigator.serviceWorker.controller !== null")

    def type_pin(self, pin: str = PIN) -> None:
        """Into the form that is seen."""
        form = self.page.locator("form[data-pin]:visible")
        form.locator("input").fill(pin)
        form.locator("button").click()

    def door(self, number: int) -> None:
        """Open one of the doors."""
        self.page.locator("[data-door]").nth(number).click()

    def set(self, number: int, status: str) -> None:
        """Say what became of a door."""
        self.door(number)
        self.page.locator(f"[data-set={status}]").click()
        expect(self.page.locator("[data-say=kept]")).to_be_visible()

    def write(self, number: int, words: str) -> None:
        """What somebody says at a door, not finished yet."""
        self.door(number)
        self.page.locator("textarea[name=words]").fill(words)

    def finish(self) -> None:
        """Press the button of the form."""
        self.page.locator("door-form form button.button--primary").click()

    def say(self, number: int, words: str) -> None:
        """What somebody says at a door."""
        self.write(number, words)
        self.finish()
        expect(self.page.locator("[data-say=receipt]")).to_be_visible()

    def arrived(self, count: int) -> None:
        """Wait until all that was kept is with the server."""
        expect(self.page.locator("[data-waiting]")).to_have_text("0")
        expect(self.page.locator("[data-arrived]")).to_have_text(str(count))

    def waits(self, count: int) -> None:
        """Wait until so many records are kept and not sent."""
        expect(self.page.locator("[data-waiting]")).to_have_text(str(count))

    def send(self) -> None:
        """Press the button."""
        self.page.locator("[data-send]").click()

    def sends_all(self) -> bool:
        """Press the button until nothing waits any more."""
        for _try in range(20):
            self.send()
            try:
                expect(self.page.locator("[data-waiting]")).to_have_text("0", timeout=1000)
            except AssertionError:
                continue
            return True
        return False

    def draft(self) -> None:
        """Wait until what stands in the form is kept, too."""
        self.page.evaluate(DRAFT, f"readable-{urlsplit(self.home).path}")

    def kill(self) -> None:
        """Kill the browser as it stands."""
        word = f"--user-data-dir={self.folder}".encode()
        for pid in descendants(os.getpid()):
            if word in _command(pid):
                os.kill(pid, signal.SIGKILL)
        with suppress(Error):  # the browser is gone, and may say so
            self.context.close()

    def room(self, size: int) -> None:
        """A phone with so many bytes of room."""
        session = self.context.new_cdp_session(self.page)
        origin = "/".join(self.home.split("/", 3)[:3])
        session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": size})

    def fill(self) -> None:
        """Photos and films, until not another byte fits."""
        self.page.evaluate(FILL)

    def statuses(self) -> list[str]:
        """What the server says of the doors, in the order of the way."""
        route = self.context.request.get(f"{self.home}route/").json()
        held = route["statuses"]
        return [held.get(str(door["id"]), "") for stop in route["stops"] for door in stop["doors"]]
