"""Somebody has an idea, writes it down over several evenings, and leads it to its end."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import idea_card
from tests.journeys.idea_card import follow, press

pytestmark = pytest.mark.journey

TITLE = "Brød i vaskeriet"
HERE = "/engparken/initiatives/broed-i-vaskeriet/"
SUPPORTERS = ("tove", "mikkel", "amira", "leyla", "karen")


def write_over_two_evenings(phone: Page, desk: Page, look) -> None:
    """Left on the phone after two steps, taken up again at a desk."""
    idea_card.begin(phone, TITLE)
    look(phone, "idea-step-360")
    idea_card.fill(phone, idea_card.STEPS[1])
    press(phone, "Keep it for another day")
    look(phone, "idea-mine-360")
    desk.goto(f"{idea_card.LIST}mine/")
    desk.get_by_role("main").get_by_role("listitem").filter(has_text=TITLE).get_by_role(
        "link", name="Go on"
    ).click()
    look(desk, "idea-preview-1280")
    expect(idea_card.missing(desk)).to_contain_text("Choose what it touches")
    expect(desk.get_by_role("main")).to_contain_text("Bread, and company.")
    desk.locator("summary", has_text="Go to a step").click()
    follow(desk, "How you will see it works")
    for number in range(2, 6):
        if number == 5:
            look(desk, "idea-reach-1280")
        idea_card.write_step(desk, number)
    expect(desk.get_by_text("Nothing is missing")).to_be_visible()
    look(desk, "idea-ready-1280")


def gather(desk: Page, hassan: Page, look) -> None:
    """Somebody is asked, and says yes."""
    idea_card.open_it(desk)
    look(desk, "idea-open-1280")
    idea_card.ask(desk, "hassan")
    idea_card.say_yes(hassan, TITLE)
    look(hassan, "idea-asked-dark-360")
    press(hassan, "Yes, I am part of it")
    expect(hassan.get_by_text("You are part of it.")).to_be_visible()


def support(page: Page) -> None:
    page.goto(HERE)
    press(page, "I think so too")
    expect(page.get_by_text("You think so too.")).to_be_visible()


def end(desk: Page, look) -> None:
    """It began, and came to its end; what came of it is written down."""
    desk.goto(HERE)
    follow(desk, "It has begun")
    press(desk, "Yes, it is under way")
    follow(desk, "End it")
    look(desk, "idea-end-1280")
    desk.get_by_label("What came of it").fill(
        "We bake twice a week now, in the kitchen of the community house."
    )
    press(desk, "End it")
    expect(desk.get_by_text("It has ended. Its page stays.")).to_be_visible()


def test_leads_an_idea_from_the_first_word_to_what_came_of_it(demo, visit, look):
    phone, desk = visit(demo, as_="bente", phone=True), visit(demo, as_="bente")
    write_over_two_evenings(phone, desk, look)
    stranger = visit(demo, phone=True, language="da")
    stranger.goto(HERE)
    expect(stranger.get_by_role("main")).not_to_contain_text(TITLE)
    gather(desk, visit(demo, as_="hassan", phone=True, dark=True), look)
    desk.goto(HERE)
    expect(desk.get_by_role("main")).to_contain_text("The number stands here from five on.")
    for name in SUPPORTERS:
        support(visit(demo, as_=name, phone=True))
    desk.goto(HERE)
    expect(desk.get_by_role("main")).to_contain_text("5 support this.")
    end(desk, look)
    stranger.goto(HERE)
    expect(stranger.get_by_role("main")).to_contain_text("We bake twice a week now")
    look(stranger, "idea-ended-danish-360")
    stranger.goto(f"{idea_card.LIST}?track=ended")
    expect(stranger.get_by_role("link", name=TITLE)).to_be_visible()
