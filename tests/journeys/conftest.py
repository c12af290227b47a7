"""What every journey starts with: a running site, a browser, and people to be."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.running import RunningSite

CHROMIUM = "/usr/bin/chromium"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
SCREENSHOTS = Path(__file__).parent / "screenshots"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """The demo areas, built and served."""
    site = RunningSite(tmp_path_factory.mktemp("demo"))
    site.run("demo", "--build-only")
    site.start()
    yield site
    site.stop()
    said = "".join(site.said)
    assert "Traceback" not in said, said[-6000:]


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[RunningSite]:
    """A new installation that nobody has set up yet."""
    site = RunningSite(tmp_path / "home").start()
    yield site
    site.stop()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a browser of one's own: `visit(site, phone=True, language="da", as_="freja", scripts=False)`."""
    contexts: list[BrowserContext] = []

    def opened(
        site: RunningSite,
        *,
        as_: str = "",
        phone: bool = False,
        language: str = "en",
        dark: bool = False,
        scripts: bool = True,
    ) -> Page:
        context = browser.new_context(
            viewport=PHONE if phone else DESK,
            locale=language,
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            base_url=site.address,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        complaints: list[str] = []
        page.on(
            "console", lambda line: complaints.append(line.text) if "Content Security" in line.text else None
        )
        page.complaints = complaints  # type: ignore[attr-defined]
        if as_:
            page.goto(site.ask("login", as_))
        return page

    yield opened
    broken = [text for context in contexts for page in context.pages for text in page.complaints]  # type: ignore[attr-defined]
    for context in contexts:
        context.close()
    assert not broken, broken


@pytest.fixture
def look() -> Callable[[Page, str], None]:
    """Keep a picture of the whole page, for people to look at, and check that it fits its window."""
    SCREENSHOTS.mkdir(exist_ok=True)

    def taken(page: Page, name: str) -> None:
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} px wider than its window"

    return taken
