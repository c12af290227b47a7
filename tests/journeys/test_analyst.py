"""An analyst takes in a real conversation, reads and gives out its result, and publishes a survey's."""

import pytest
from playwright.sync_api import Page, expect

from tests.cases import cases_folder

pytestmark = pytest.mark.journey

SMALLEST = "15-per-hour-seattle"
SECOND_WAVE = "/engparken/surveys/tryg-i-engparken-2/"


def take_in(page: Page, look) -> None:
    """Both files are looked at first, then taken in as work that is followed."""
    files = cases_folder("opinions") / "open" / SMALLEST
    page.goto("/engparken/think/import/")
    chooser = page.locator('input[type="file"]')
    chooser.nth(0).set_input_files(files / "votes.csv")
    chooser.nth(1).set_input_files(files / "comments.csv")
    for box in page.get_by_role("main").locator("input[type=text][required]").all():
        box.fill("Open data, CC BY 4.0")
    look(page, "think-import-1280")
    page.get_by_role("main").get_by_role("button", name="Look at it").click()
    look(page, "think-import-look-1280")
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("main")).to_contain_text("Done", timeout=60_000)


def read_result(page: Page, look) -> None:
    """Words first, then the map; what is odd; and the files for anybody."""
    page.goto("/engparken/think/")
    page.get_by_role("main").get_by_role("link", name="Open data").first.click()
    page.goto(f"{page.url}result/")
    expect(page.get_by_role("heading", name="Most of us agree")).to_be_visible(timeout=60_000)
    look(page, "think-imported-result-1280")
    votes = page.request.get(f"{page.url}votes.csv")
    assert votes.ok
    assert votes.text().startswith("timestamp")
    report = page.request.get(f"{page.url}report.pdf")
    assert report.body().startswith(b"%PDF")


def publish(page: Page, look) -> None:
    """The second wave is closed, and its result goes through the release log as work of its own."""
    page.goto(f"{SECOND_WAVE}build/")
    page.get_by_role("button", name="Close it").first.click()
    page.goto(f"{SECOND_WAVE}release/")
    look(page, "survey-release-1280")
    page.get_by_role("button", name="Publish the result").click()
    expect(page.get_by_role("main")).to_contain_text("Done", timeout=90_000)


def test_takes_in_a_real_conversation_and_publishes_a_survey(demo, visit, look):
    desk = visit(demo, as_="freja")
    take_in(desk, look)
    read_result(desk, look)
    publish(desk, look)
    resident = visit(demo, phone=True)
    resident.goto(f"{SECOND_WAVE}result/")
    expect(resident.get_by_role("main")).to_contain_text("The line at each bar")
    look(resident, "survey-second-wave-360")
