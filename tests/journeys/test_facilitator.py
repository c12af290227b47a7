"""A facilitator brings a vote that was held to a result that everybody can read and count again."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.cases import pb_file
from tests.journeys.pages import fill, part

pytestmark = pytest.mark.journey

WIELICZKA = "poland_wieliczka_2023_green-budget.pb"
PATIENT = 60_000
WORDS = {
    "Who decides?": "Everybody who lives in Engparken",
    "On what basis?": "The meeting of 3 March set the money aside for this vote",
    "What does it mean?": "Work begins in May.",
    "How can somebody object?": "Write to the board within 14 days.",
}


def bring(page: Page, *, title: str, file) -> None:
    """Send a file of votes, and stand on the page of the work that reads it."""
    page.get_by_label("What was decided?").fill(title)
    page.get_by_label("A decision: what wins is carried out").check()
    page.get_by_label("The file with the votes").set_input_files(file)
    page.get_by_role("button", name="Read the file").click()


def follow_work(page: Page) -> None:
    """Wait for the work without touching anything, and go on where it leads."""
    onward = page.locator("#work").get_by_role("link")
    expect(onward.last).to_be_visible(timeout=PATIENT)
    onward.last.click()


def publish_twice_at_once(page: Page) -> None:
    """The button pressed by somebody whose finger trembles."""
    page.get_by_role("button", name="Publish it for everybody").dblclick()
    expect(part(page, "Take it with you")).to_be_visible()


def winners_on(page: Page, site: str) -> list[str]:
    count = page.request.get(site + page.get_by_role("link", name="The count (JSON)").get_attribute("href"))
    return sorted(json.loads(count.body())["winners"])


def test_brings_a_real_vote_to_a_published_result(demo, visit, look, tmp_path):
    file = pb_file(WIELICZKA)
    page = visit(demo, as_="freja")
    page.goto(f"{demo.address}/engparken/decisions/new/")
    bring(page, title="Green budget", file=file)
    follow_work(page)

    expect(part(page, "This is in the file")).to_contain_text("6,586")
    look(page, "work-preview")
    page.get_by_role("button", name="Yes, take these votes in").click()
    page.get_by_role("link", name="Choose the rule and count").click()
    page.get_by_role("button", name="Count the votes").click()
    follow_work(page)

    page.get_by_role("link", name="Write what it means").click()
    fill(page, WORDS)
    page.get_by_role("button", name="Keep these words").click()
    page.get_by_role("link", name="Look at the page, then publish").click()
    publish_twice_at_once(page)

    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(r"30 of (the )?64"))
    look(page, "green-budget")
    ballots = tmp_path / "ballots.pb"
    address = page.get_by_role("link", name="All ballots (.pb)").get_attribute("href")
    ballots.write_bytes(page.request.get(demo.address + address).body())
    own = json.loads(demo.run("count", "--format", "json", str(ballots)))
    assert len(own["winners"]) == 30
    assert winners_on(page, demo.address) == sorted(own["winners"])
    page.goto(f"{demo.address}/engparken/")
    expect(page.get_by_role("link", name="Green budget")).to_have_count(1)


def test_says_what_is_wrong_with_a_file_and_keeps_what_was_typed(demo, visit, look, tmp_path):
    page = visit(demo, as_="freja", phone=True)
    page.goto(f"{demo.address}/engparken/decisions/new/")
    bad = tmp_path / "minutes.pb"
    bad.write_text("these are the minutes, not the votes", "utf-8")
    bring(page, title="A wrong file", file=bad)
    follow_work(page)

    expect(page.get_by_text("begins with a line that says META")).to_be_visible()
    page.get_by_role("link", name="Choose another file").click()
    expect(page.get_by_text("The file could not be read")).to_be_visible()
    expect(page.get_by_label("What was decided?")).to_have_value("A wrong file")
    look(page, "file-refused-360")
    page.get_by_role("link", name="Discard this draft").click()
    page.get_by_role("main").get_by_role("button").click()
    expect(page.get_by_text("A wrong file")).to_have_count(0)


def enter_vote(page: Page) -> None:
    fill(
        page,
        {"What was the question?": "Shall the yard get a roof?", "When did the homes vote?": "2026-10-01"},
    )
    page.get_by_label("A decision: what wins is carried out").check()
    page.get_by_role("group", name="Where did they vote?").get_by_role("radio").first.check()
    for label, number in {"Yes": 269, "No": 362, "Blank": 8, "Invalid": 3}.items():
        page.get_by_label(label, exact=True).fill(str(number))
    fill(page, {"How many homes could vote?": "1345", "Where do the minutes stand?": "Minutes, point 4"})
    fill(page, WORDS)
    page.get_by_role("button", name="Enter the vote").click()


def test_enters_a_vote_of_the_homes(demo, visit, look):
    page = visit(demo, as_="freja", phone=True)
    page.goto(f"{demo.address}/engparken/decisions/new/vote/")
    look(page, "vote-form-360")
    enter_vote(page)
    page.get_by_role("link", name="Look at the page, then publish").click()
    publish_twice_at_once(page)

    main = page.get_by_role("main")
    for number in ("269", "362"):
        expect(main).to_contain_text(number)
    look(page, "homes-vote-360")
