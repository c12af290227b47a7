"""A facilitator plans a round, walks it without network, and finds what was said where it belongs."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import PHONE
from tests.trust.doorstep_phone import wait_for
from tests.trust.harness import Installation, free_port, installation

pytestmark = pytest.mark.journey


@pytest.fixture
def site() -> Iterator[Installation]:
    with installation() as made:
        yield made


@pytest.fixture
def freja(site: Installation, browser: Browser) -> Iterator[Page]:
    """Her phone, on the page of rounds."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    site.extra["MEDSKAB_ADDRESS"] = address
    cookies = json.loads(site.call("tests.trust.doorstep_tasks.prepare", "engen").splitlines()[-1])
    with site.start("serve", f"--port={port}", "--workers=1", "--no-worker") as server:
        assert server.read_until("Stop it with")
        wait_for(port)
        context = browser.new_context(viewport=PHONE, locale="en", base_url=address, reduced_motion="reduce")
        context.add_cookies(
            [{"name": name, "value": value, "url": address} for name, value in cookies.items()]
        )
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto("/engen/rounds/")
        yield page
        context.close()


def plan(page: Page, look: Callable[[Page, str], None]) -> None:
    page.get_by_role("link", name="Plan a round").click()
    page.get_by_label("What is the round called?").fill("First round")
    page.get_by_label("Statements to bring along").select_option("Our yards")
    page.get_by_label("Survey to bring along").select_option("Safe at home")
    page.get_by_label("Engvej 6").fill("1")
    page.get_by_label("Engvej 4").fill("2")
    look(page, "doorstep-plan-360")
    page.get_by_role("button", name="Plan the round").click()
    page.get_by_role("link", name="Go from door to door").click()


def unlock(page: Page) -> None:
    form = page.locator("form[data-pin]:visible")
    form.get_by_label("PIN").fill("2468")
    form.get_by_role("button").click()
    expect(page.locator("[data-door]").first).to_be_visible()


def done(page: Page) -> None:
    page.get_by_role("button", name="Done with this door").click()
    expect(page.get_by_text("Kept. Nobody can read it")).to_be_visible()


def say_what_is_needed(page: Page) -> None:
    page.locator("[data-door]").nth(0).click()
    page.get_by_label("In their own words").fill("The lamp is out")
    page.get_by_label("Which language do they speak?").select_option("so")
    done(page)
    expect(page.locator("[data-code]")).to_have_text(re.compile(r"^\w{5} \w{5}$"))


def ask_statements(page: Page) -> None:
    page.locator("[data-door]").nth(1).click()
    page.locator("door-votes").get_by_label("Agree", exact=True).first.check()
    done(page)


def ask_survey(page: Page, look: Callable[[Page, str], None]) -> None:
    page.locator("[data-door]").nth(2).click()
    survey = page.locator("door-survey")
    expect(survey.get_by_label("Why?")).to_be_hidden()
    survey.get_by_label("No", exact=True).check()
    survey.get_by_label("Why?").fill("It is dark")
    page.get_by_label("Which language do they speak?").select_option("da")
    expect(survey.get_by_role("group", name="Er du tryg her?").get_by_label("Nej")).to_be_checked()
    look(page, "doorstep-survey-360")
    done(page)


def test_brings_home_what_was_said_on_a_round_without_network(freja, site, look):
    page = freja
    plan(page, look)
    unlock(page)
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.context.set_offline(True)
    page.reload()
    unlock(page)
    say_what_is_needed(page)
    ask_statements(page)
    ask_survey(page, look)
    page.locator("[data-door]").nth(3).click()
    page.get_by_label("What you saw yourself").fill("Three lamps are out on the stairs")
    page.get_by_role("button", name="Not home").click()
    expect(page.locator("[data-waiting]")).to_have_text("8")
    look(page, "doorstep-doors-360")

    page.context.set_offline(False)
    expect(page.locator("[data-arrived]")).to_have_text("8")
    expect(page.locator("[data-waiting]")).to_have_text("0")
    page.goto("/engen/needs/queue/")
    expect(page.get_by_role("link", name="The lamp is out")).to_be_visible()
    page.goto("/engen/fieldwork/")
    expect(page.get_by_role("link", name="Field note from a round")).to_be_visible()
    assert site.rows("SELECT choice FROM statements_vote") == [(1,)]
    assert site.rows("SELECT channel FROM statements_voice") == [("doorstep",)]
    assert site.rows("SELECT channel FROM surveys_response") == [("doorstep",)]
    assert site.rows("SELECT count(*) FROM surveys_answer") == [(2,)]
