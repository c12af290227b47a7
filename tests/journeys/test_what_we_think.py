"""A neighbour scans the code on the stairs, says what they think, adds to it, and reads what all think."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

TALK = "/engparken/think/hvad-skal-vi-bruge-pengene-til-naeste-aar/"
OWN = "Vi mangler et sted at reparere cykler om vinteren."


def turned(page: Page) -> Page:
    """The page as it is read from the right: nothing of it may stand outside."""
    page.evaluate("document.documentElement.dir = 'rtl'")
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{page.url} is {width} points too wide from the right"
    return page


def say_what_one_thinks(page: Page, look) -> None:
    """Every card: by touch, by keyboard, one step back."""
    turned(page)
    look(page, "think-card-rtl")
    page.get_by_role("button", name="Agree", exact=True).click()
    page.get_by_role("link", name="Back to the one before").click()
    turned(page).get_by_role("button", name="Disagree").click()
    for _card in range(10):
        if page.get_by_role("button", name="Skip").count() == 0:
            break
        turned(page).get_by_role("button", name="Skip").click()
    expect(page.get_by_role("button", name="Skip")).to_have_count(0)


def test_says_what_one_thinks_from_the_code_on_the_stairs(demo, visit, look):
    phone = visit(demo, phone=True)
    phone.goto("/engparken/")
    place = phone.locator("#blocks a").first.get_attribute("href").rstrip("/").rpartition("/")[2]
    phone.goto(f"{TALK}at/{place}/")
    turned(phone)
    look(phone, "think-front-rtl")
    phone.get_by_role("main").get_by_role("link", name="Begin").or_(
        phone.get_by_role("main").get_by_role("link", name="Go on")
    ).first.click()
    say_what_one_thinks(phone, look)
    look(phone, "think-done-rtl")

    phone.goto(f"{TALK}say/")
    phone.get_by_label("Your statement").fill(OWN)
    phone.get_by_role("button", name="Send it").click()
    different = phone.get_by_role("button", name="Mine is different: send it")
    if different.count():
        different.click()
    expect(phone.get_by_text("All see it once it is checked.")).to_be_visible()

    staff = visit(demo, as_="freja")
    staff.goto(f"{TALK}check/")
    look(staff, "think-check-1280")
    staff.get_by_role("listitem").filter(has_text=OWN).get_by_role("link").click()
    staff.get_by_role("button", name="Show it to all").click()

    phone.goto(f"{TALK}vote/")
    expect(turned(phone).get_by_text(OWN)).to_be_visible()
    phone.keyboard.press("Tab")
    phone.get_by_role("button", name="Agree", exact=True).click()
    phone.goto(f"{TALK}result/")
    expect(phone.get_by_text("27 voices took part.")).to_be_visible(timeout=30_000)
    turned(phone)
    look(phone, "think-result-rtl")
