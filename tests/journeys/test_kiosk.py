"""A tablet in the community house: one after another speaks, and the next finds nothing of the last."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

CODE = "gaarden"
SOON = "([idle, asks]) => { const w = document.querySelector('kiosk-watch');" + (
    " Object.assign(w.dataset, { idle, asks }); w.wake(); }"
)


def set_up(tablet: Page) -> None:
    tablet.goto("/engparken/kiosk/")
    tablet.get_by_label("Where does the screen stand?").select_option(index=1)
    tablet.get_by_label("A code to end it with").fill(CODE)
    tablet.get_by_role("button", name="Begin, and sign me out").click()
    expect(tablet.get_by_role("heading", name="What would you like to do?")).to_be_visible()


def say(tablet: Page, words: str) -> None:
    tablet.get_by_role("main").get_by_role("link", name="Say something").click()
    tablet.get_by_label("In your own words").fill(words)
    tablet.get_by_role("button", name="Send it").click()
    expect(tablet.get_by_role("heading", level=1)).to_have_text("Your receipt")


def finds_nothing_of_the_last(tablet: Page) -> None:
    """Neither a receipt nor an account; only that this is a screen, and where it stands."""
    expect(tablet.get_by_role("heading", name="What would you like to do?")).to_be_visible()
    left = {cookie["name"] for cookie in tablet.context.cookies() if cookie["value"]}
    assert left <= {"kiosk", "arrival", "csrftoken"}
    tablet.get_by_role("main").get_by_role("link", name="What became of what I said").click()
    expect(tablet.get_by_label("The code on your receipt")).to_be_visible()


def test_forgets_each_person_and_ends_with_its_code(demo, visit, look):
    tablet = visit(demo, as_="freja")
    set_up(tablet)
    look(tablet, "kiosk-1280")
    expect(tablet.get_by_role("link", name="Sign in")).to_have_count(0)
    say(tablet, "Vi mangler bænke i skyggen")
    tablet.get_by_role("link", name="I am done").click()
    finds_nothing_of_the_last(tablet)
    tablet.goto("/engparken/kiosk/end/")
    tablet.get_by_label("The code").fill("forkert")
    tablet.get_by_role("button", name="End it on this device").click()
    expect(tablet.get_by_text("This is not the code.").first).to_be_visible()
    tablet.get_by_label("The code").fill(CODE)
    tablet.get_by_role("button", name="End it on this device").click()
    expect(tablet.get_by_role("link", name="Sign in")).to_be_visible()


def test_asks_who_stands_there_and_clears_the_screen(demo, visit, look):
    tablet = visit(demo, as_="freja", dark=True)
    set_up(tablet)
    look(tablet, "kiosk-dark-1280")
    say(tablet, "Festen var god")
    tablet.evaluate(SOON, [0.05, 20])
    look(tablet, "kiosk-still-here-1280")
    tablet.get_by_role("button", name="Yes, I am here").click()
    expect(tablet.get_by_role("heading", level=1)).to_have_text("Your receipt")
    tablet.evaluate(SOON, [0.05, 1])
    finds_nothing_of_the_last(tablet)


def test_is_cleared_without_scripts(demo, visit):
    tablet = visit(demo, as_="freja", scripts=False, phone=True)
    set_up(tablet)
    say(tablet, "Vaskeriet er koldt")
    refresh = tablet.locator("noscript meta, meta[http-equiv=refresh]").first
    assert "/kiosk/done/" in (refresh.get_attribute("content") or "")
    tablet.get_by_role("link", name="I am done").click()
    finds_nothing_of_the_last(tablet)
