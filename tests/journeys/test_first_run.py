"""Somebody without a developer sets up a site of their own."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.pages import fill
from tests.journeys.second_factor import code_of_the_app

pytestmark = pytest.mark.journey

CONSOLE_LINK = r"http://\S+/first-run/\S+/"
WORKS_FOR_ALL = {
    "What is the area called?": "Grønhaven",
    "In which municipality does it lie?": "Aarhus",
    "Your name": "Signe Holm",
    "Your mail address": "signe@example.org",
    "Who answers for people’s data?": "Grønhaven Boligforening",
}
SEND = "Set up the area and sign me in"


def lock_with_an_app(page: Page) -> None:
    """From the stop before the staff's pages to the spare codes."""
    expect(page.get_by_role("heading", level=1)).to_contain_text("One more lock")
    page.get_by_role("link", name="An app with codes").click()
    secret = page.locator("code").inner_text()
    page.get_by_role("textbox").fill(code_of_the_app(secret))
    page.get_by_role("button", name="Set up the app").click()


def test_leads_a_newcomer_from_the_console_to_an_area(fresh, visit, look):
    page = visit(fresh, phone=True)
    page.goto(fresh.printed(CONSOLE_LINK))
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome. Let us set it up")
    assert page.url.endswith("/first-run/"), "the secret stays out of the address"

    fill(page, WORKS_FOR_ALL | {"Its address on this site": "account"})
    page.locator("form.flow").evaluate("form => { form.noValidate = true }")
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_text("This site needs that word itself. Choose another.").first).to_be_visible()
    expect(page.get_by_label("What is the area called?")).to_have_value("Grønhaven")
    expect(page.get_by_label("Your mail address")).to_have_value("signe@example.org")
    look(page, "first-run-corrected-360")

    fill(
        page,
        {
            "Its address on this site": "",
            "Whom do people write or call with questions?": "hej@example.org",
        },
    )
    page.get_by_role("button", name=SEND).click()
    lock_with_an_app(page)
    look(page, "first-run-spare-codes-360")

    page.goto(f"{fresh.address}/groenhaven/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Grønhaven is ours to shape")
    expect(page.get_by_role("heading", name="To make it ready")).to_be_visible()
    look(page, "first-run-area-360")
    page.get_by_role("link", name="Bring in the homes").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_opens_to_nobody_without_the_link(fresh, visit):
    page = visit(fresh)
    answer = page.goto(f"{fresh.address}/first-run/")
    assert answer.status == 403
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button", name=SEND)).to_have_count(0)
