"""Somebody who lives there wants to know what was decided, and why not something else."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.pages import part

pytestmark = pytest.mark.journey

BUDGET = "/engparken/decisions/engparkens-beboerbudget/"


def read_to_the_reason(page: Page, site: str) -> None:
    """From the front page to the reason of one proposal that was not chosen, and how it was counted."""
    page.goto(f"{site}/engparken/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Engparken is ours to shape")
    page.get_by_role("link", name="Engparkens beboerbudget").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("proposals")
    others = part(page, "These were not chosen, and why")
    loser = others.get_by_role("listitem").first
    expect(loser).to_contain_text("Why not:")
    expect(part(page, "How we counted")).to_be_visible()
    loser.get_by_role("link", name="What would have been enough?").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/what-if/" in page.url


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_reads_why_a_proposal_lost_on_a_small_phone(demo, visit, scripts):
    read_to_the_reason(visit(demo, phone=True, scripts=scripts), demo.address)


def test_shows_everything_within_a_small_phone(demo, visit, look):
    page = visit(demo, phone=True)
    page.goto(f"{demo.address}/engparken/")
    look(page, "front-360")
    page.goto(demo.address + BUDGET)
    look(page, "result-360")
    page.goto(f"{demo.address}/engparken/decisions/helhedsplan-for-engparken/")
    look(page, "homes-result-360")
    page.goto(f"{demo.address}/engparken/decisions/")
    look(page, "decisions-360")


def test_speaks_danish_when_asked(demo, visit, look):
    page = visit(demo, phone=True)
    page.goto(demo.address + BUDGET)
    english = page.get_by_role("heading", level=1).inner_text()
    page.locator("summary", has_text="English").click()
    page.get_by_role("button", name="Dansk").click()
    expect(page.locator("html")).to_have_attribute("lang", "da")
    assert page.url == demo.address + BUDGET
    expect(page.get_by_role("heading", level=1)).not_to_have_text(english)
    look(page, "result-danish-360")


def test_speaks_danish_to_a_danish_browser_without_scripts(demo, visit):
    page = visit(demo, language="da", scripts=False)
    page.goto(demo.address + BUDGET)
    expect(page.locator("html")).to_have_attribute("lang", "da")


def test_is_dark_on_a_dark_device(demo, visit, look):
    light, dark = visit(demo, phone=True), visit(demo, phone=True, dark=True)
    colours = []
    for page in (light, dark):
        page.goto(demo.address + BUDGET)
        colours.append(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert colours[0] != colours[1]
    look(dark, "result-dark-360")


def test_hands_out_a_poster(demo, visit):
    page = visit(demo)
    page.goto(demo.address + BUDGET)
    address = page.get_by_role("link", name="Poster, A4").get_attribute("href")
    answer = page.request.get(demo.address + address)
    assert answer.status == 200
    assert answer.body().startswith(b"%PDF-")
