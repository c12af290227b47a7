"""What a person does on any page: find a part by its heading, and fill in what is asked."""

from playwright.sync_api import Locator, Page


def part(page: Page, heading: str) -> Locator:
    """The part of the page below a heading."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=heading, exact=True))


def fill(page: Page, answers: dict[str, str]) -> None:
    """Type an answer beside each question."""
    for question, answer in answers.items():
        page.get_by_label(question).fill(answer)
