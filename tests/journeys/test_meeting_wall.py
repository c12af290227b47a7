"""A meeting with fifty phones: everybody sees the wall grow, and nothing hangs there without a tick."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

PHONES = 50
WRITTEN = "- Lamperne ved stien er gået\n- Vaskeriet er koldt om vinteren"
NEED = "Lys på stien til skolen"
STAYS = "window.isTheSamePage = true"


def say_from_a_phone(address: str, number: int) -> str:
    """Open the wall and send one thing, as a browser without scripts does; answers the page that comes."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    browser.addheaders = [("Accept-Language", "en")]
    with browser.open(address, timeout=60) as answer:
        page = answer.read().decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]+)"', page))
    words = {"words": f"Vi ønsker os ting nummer {number}"}
    with browser.open(address, urlencode(hidden | words).encode(), timeout=60) as answer:
        return unescape(answer.read().decode())


def put_up(freja: Page) -> str:
    """A new wall with two things written down; answers the address that the room opens."""
    freja.goto("/engparken/needs/walls/new/")
    freja.get_by_label("What is the meeting about?").fill("Den nye gård")
    freja.get_by_role("button", name="Put up a wall").click()
    expect(freja.get_by_text("Say aloud before you begin")).to_be_visible()
    freja.get_by_label("What is said").fill(WRITTEN)
    freja.get_by_role("button", name="Write it down").click()
    expect(freja.get_by_role("heading", name="On the wall (2)")).to_be_visible()
    return freja.get_by_role("link", name="As those in the room see it").get_attribute("href") or ""


def join_the_first(freja: Page) -> None:
    """What was said of the lamps is joined to the need that others share."""
    freja.locator("li", has_text="Lamperne ved stien").get_by_role("link", name="Answer or join it").click()
    freja.get_by_label("Which one?").select_option(label=NEED)
    freja.get_by_role("main").get_by_role("button", name="Join it", exact=True).click()


def tick_all_that_waits(freja: Page) -> None:
    for box in freja.locator("section", has_text="Waits for your tick").get_by_role("checkbox").all():
        box.check()
    freja.get_by_role("button", name="Show those with a tick").click()


def test_sees_the_wall_grow_by_fifty_phones(demo, visit, look):
    freja, screen, phone = visit(demo, as_="freja"), visit(demo), visit(demo, phone=True)
    wall = put_up(freja)
    led = freja.url
    screen.goto(f"{wall}?big")
    phone.goto(wall)
    for page in (freja, screen, phone):
        page.evaluate(STAYS)
    with ThreadPoolExecutor(PHONES) as room:
        pages = list(room.map(say_from_a_phone, [demo.address + wall] * PHONES, range(PHONES)))
    assert all("It is shown once whoever leads the meeting has read it." in page for page in pages)
    expect(freja.get_by_role("heading", name=f"Waits for your tick ({PHONES})")).to_be_visible()
    assert freja.evaluate("window.isTheSamePage")
    expect(screen.get_by_text("2 things are on the wall.")).to_be_visible()
    tick_all_that_waits(freja)
    join_the_first(freja)
    for page, name in ((screen, "wall-screen-1280"), (phone, "wall-360")):
        expect(page.get_by_text(f"{PHONES + 2} things are on the wall.")).to_be_visible()
        expect(page.get_by_text("ting nummer 49")).to_be_visible()
        expect(page.get_by_role("link", name=NEED)).to_be_visible()
        assert page.evaluate("window.isTheSamePage")
        look(page, name)
    freja.goto(led)
    look(freja, "wall-led-1280")
    closes(freja, phone, demo.address + wall)


def closes(freja: Page, phone: Page, address: str) -> None:
    """Nothing more comes in, and what was said can still be read."""
    freja.get_by_role("link", name="Close the wall").click()
    freja.get_by_role("button", name="Yes, close it").click()
    expect(freja.get_by_text("The wall is closed. Nothing more comes in.")).to_be_visible()
    phone.get_by_label("In your own words").fill("For sent")
    phone.get_by_role("button", name="Send it").click()
    expect(phone.get_by_text("The meeting is over.").first).to_be_visible()
    expect(phone.get_by_text(f"{PHONES + 2} things are on the wall.")).to_be_visible()
    assert "<textarea" not in say_from_a_phone(address, PHONES)
