"""An idea card, written in the browser as its people write it: six small steps."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.pages import fill

LIST = "/engparken/initiatives/"
STEPS: tuple[dict[str, str], ...] = (
    {"What if …?": "What if the laundry smelled of bread?", "What is the idea?": "We bake every Thursday."},
    {"What makes this happen?": "Three of us can bake.", "What do people here gain?": "Bread, and company."},
    {"How will you see that it works?": "Twenty people come.", "Where have you seen": "In the next town."},
    {"Who is needed?": "Bakers.", "What does each give": "Flour and time.", "Who are you?": "Neighbours."},
    {"What must be in place first?": "A key to the kitchen."},
    {"How does one reach you?": "Write to the community house."},
)


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()


def begin(page: Page, title: str, *, press_last: str = "Keep it and go on") -> None:
    """The first step: what it is called, and the idea."""
    page.goto(LIST)
    follow(page, "Start something")
    fill(page, {"What shall it be called?": title, **STEPS[0]})
    press(page, press_last)


def write_step(page: Page, number: int) -> None:
    """One of the other five, kept."""
    fill(page, STEPS[number])
    if number == 5:
        page.get_by_label("Social life").check()
        page.get_by_label("Everyday life").check()
    press(page, "Keep it and go on")


def open_it(page: Page) -> None:
    """From the preview, for everybody."""
    follow(page, "Open it for everybody")
    press(page, "Open it")
    expect(page.get_by_text("It is open.")).to_be_visible()


def ask(page: Page, who: str) -> None:
    """Ask one of the demo's people to be part of it."""
    follow(page, "Ask somebody to join")
    page.get_by_label("Their mail address").fill(f"{who}@demo.invalid")
    press(page, "Ask them")


def say_yes(page: Page, title: str) -> None:
    """Whoever is asked goes to where the question waits."""
    page.goto(f"{LIST}mine/")
    follow(page, title)
    follow(page, "Yes, I will")


def missing(page: Page) -> Locator:
    """What the card says is still missing."""
    return page.get_by_role("main").locator(".notice", has_text="Still missing")
