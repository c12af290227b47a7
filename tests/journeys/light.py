"""What a page weighs on the way to a phone, and how long a resident waits for it."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

FIRST_VIEW = 60_000
SCRIPTS = 15_000
PICTURES = 40_000
_SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


@dataclass
class Weight:
    """Bytes over the wire of one page; the first view is everything but pictures."""

    first_view: int = 0
    scripts: int = 0
    pictures: int = 0


@dataclass
class Waiting:
    """Milliseconds until the first text stands there, and until the page can be used."""

    first_text: int
    usable: int


def weight_of(page: Page, address: str) -> Weight:
    """Open a page with an empty cache and add up what comes."""
    session, weight = page.context.new_cdp_session(page), Weight()
    kinds: dict[str, str] = {}

    def came(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def ended(event: dict[str, Any]) -> None:
        kind, size = kinds.get(event["requestId"], ""), int(event["encodedDataLength"])
        weight.scripts += size if kind == "Script" else 0
        if kind in {"Image", "Media"}:
            weight.pictures += size
        else:
            weight.first_view += size

    session.on("Network.responseReceived", came)
    session.on("Network.loadingFinished", ended)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(address, wait_until="networkidle")
    session.detach()
    return weight


def wait_on_a_slow_phone(page: Page, address: str, *, cold: bool = True) -> Waiting:
    """Open a page at 400 kbit/s and 400 ms, with a processor four times slower."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    if cold:
        session.send("Network.clearBrowserCache")
    session.send("Network.emulateNetworkConditions", _SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load")
    text, usable = page.evaluate(_TIMES)
    session.detach()
    return Waiting(round(text), round(usable))


_TIMES = """() => new Promise(done => {
  const usable = performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd
  new PerformanceObserver(list => done([list.getEntries()[0].startTime, usable]))
    .observe({type: 'paint', buffered: true})
})"""
