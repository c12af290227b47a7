"""A girl of 13 takes part: what she may do alone, what she does with an adult, and what she is told."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import idea_card
from tests.journeys.days import pass_until
from tests.journeys.idea_card import follow, press
from tests.journeys.pages import fill

pytestmark = pytest.mark.journey

STUDIO = "/engparken/initiatives/lydstudie-i-kaelderen/"
BUDGET = "/engparken/decisions/beboerbudget-anden-runde/"
IDEA = "Skak i gården"


def test_takes_her_support_back_and_gives_it_again(demo, visit, look):
    sofia = visit(demo, as_="sofia", phone=True)
    sofia.goto(STUDIO)
    follow(sofia, "Take it back")
    press(sofia, "Take it back")
    expect(sofia.get_by_text("Your support is taken back.")).to_be_visible()
    press(sofia, "I think so too")
    expect(sofia.get_by_text("You think so too.")).to_be_visible()
    look(sofia, "young-support-360")


def test_hands_in_a_proposal(demo, visit, look):
    pass_until(demo, "beboerbudget-anden-runde", "propose")
    sofia = visit(demo, as_="sofia", phone=True, dark=True)
    sofia.goto(BUDGET)
    look(sofia, "young-decision-dark-360")
    follow(sofia, "Propose something")
    look(sofia, "young-propose-dark-360")
    answers = {"What do you propose?": "Et klatrenet", "Tell a little more": "Det gamle er revet ned."}
    fill(sofia, answers)
    press(sofia, "Hand in the proposal")
    expect(sofia.get_by_role("heading", level=1)).to_have_text("Et klatrenet")
    look(sofia, "young-proposal-dark-360")
    everybody = visit(demo, language="da")
    everybody.goto(BUDGET)
    look(everybody, "young-decision-danish-1280")
    everybody.get_by_role("link", name="Et klatrenet").click()
    expect(everybody.get_by_role("main")).not_to_contain_text("Sofia")


def opened_with_an_adult(sofia: Page, amira: Page, look) -> None:
    """She is told what is missing, asks an adult, and opens it."""
    expect(idea_card.missing(sofia)).to_contain_text("Ask somebody of 18 or older")
    look(sofia, "young-missing-360")
    follow(sofia, "Go back")
    idea_card.ask(sofia, "amira")
    idea_card.say_yes(amira, IDEA)
    look(amira, "young-adult-asked-1280")
    amira.get_by_label("I am the adult one can turn to").check()
    press(amira, "Yes, I am part of it")
    follow(sofia, "See it as others will")
    idea_card.open_it(sofia)


def test_starts_an_idea_and_opens_it_with_an_adult(demo, visit, look):
    sofia, amira = visit(demo, as_="sofia", phone=True), visit(demo, as_="amira")
    idea_card.begin(sofia, IDEA)
    for number in range(1, 6):
        idea_card.write_step(sofia, number)
    opened_with_an_adult(sofia, amira, look)
    anybody = visit(demo, phone=True, language="da")
    anybody.goto(sofia.url)
    expect(anybody.get_by_role("heading", level=1)).to_have_text(IDEA)
    expect(anybody.get_by_role("main")).not_to_contain_text("Sofia")
    look(anybody, "young-idea-danish-360")


def test_is_told_what_is_not_hers_to_do(demo, visit, look):
    sofia = visit(demo, as_="sofia", phone=True)
    assert sofia.goto("/engparken/needs/queue/").status == 403
    expect(sofia.get_by_role("heading", level=1)).to_have_text("This is not yours to open")
    look(sofia, "young-refused-360")
    sofia.goto("/engparken/mine/")
    look(sofia, "young-mine-360")
    expect(sofia.get_by_role("main")).to_contain_text("You are Sofia (demo) here.")
