"""Whoever does not work for the area is kept from the pages of its work, kindly, and learns nothing there."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

AREA = "/engparken/"
POLL = "/engparken/decisions/ungepuljen-40000-kr/poll/"
SECRET_BILL = "Første rate for kunstgræs"
DRAFT = "Udkast som ingen kender"
MEETINGS = (
    "work",
    "edit",
    "call",
    "send",
    "open",
    "run",
    "desk",
    "chair",
    "close",
    "minutes",
    "finish",
    "sign",
)
WORK = (
    *(f"{AREA}{name}" for name in ("needs/queue/", "needs/new/", "meetings/new/", "notices/new/")),
    *(f"{AREA}{name}" for name in ("money/new/", "mandates/give/", "documents/new/", "contacts/new/")),
    *(f"{POLL}{name}" for name in ("set-up/", "keys/", "letters/", "letters/sample.pdf", "desk/")),
    *(f"{POLL}{name}" for name in ("rehearsal/", "open/", "paper/", "bundles/", "urn/", "key/")),
)


@pytest.fixture(scope="module")
def closed(demo, browser) -> tuple[list[str], list[str]]:
    """Pages of things that only staff may open, and the words that stand there."""
    page = browser.new_context(base_url=demo.address, locale="en").new_page()
    page.goto(demo.ask("login", "freja"))
    page.goto(f"{AREA}needs/queue/")
    row = page.locator(".queue__row").first.get_by_role("link")
    paths, words = [row.get_attribute("href")], [row.inner_text(), SECRET_BILL, DRAFT]
    page.goto(f"{AREA}money/")
    bill = page.get_by_role("link", name=SECRET_BILL).get_attribute("href")
    line = page.get_by_role("link", name="Beboerbudget, første runde").get_attribute("href")
    paths += [
        bill,
        f"{bill}confirm/",
        f"{bill}back/",
        f"{line}pay/",
        f"{line}movements/",
        f"{line}movements.csv",
    ]
    draft_meeting(page)
    paths += [
        f"{AREA}meetings/udkast-som-ingen-kender/{name}" for name in ("", *(f"{one}/" for one in MEETINGS))
    ]
    page.context.close()
    return [*WORK, *paths], words


def draft_meeting(page: Page) -> None:
    page.goto(f"{AREA}meetings/new/")
    page.get_by_label("Event: a party").check()
    page.get_by_label("What is it called?").fill(DRAFT)
    page.get_by_label("When does it begin?").fill("2031-05-01T19:00")
    page.get_by_label("When does it end?").fill("2031-05-01T21:00")
    page.get_by_label("Where?").fill("Gård 3")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(DRAFT)


def kept_out(page: Page, path: str, words: list[str]) -> None:
    """Refused or not there, with a page for people that says nothing of the thing."""
    answer = page.goto(path)
    assert answer.status in {403, 404}, f"{path}: {answer.status}"
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
    said = page.content()
    assert not [word for word in words if word in said], path


@pytest.mark.parametrize("who", ["malik", "nadia"])
def test_keeps_partners_and_other_areas_from_the_work(demo, visit, look, closed, who):
    paths, words = closed
    page = visit(demo, as_=who, phone=who == "malik")
    for path in paths:
        kept_out(page, path, words)
    look(page, f"refused-work-{who}")


def test_asks_a_stranger_to_sign_in_before_any_work(demo, visit, look, closed):
    paths, words = closed
    page = visit(demo, phone=True)
    for path in paths:
        page.goto(path)
        assert "/account/login/" in page.url, f"{path} led to {page.url}"
        said = page.content()
        assert not [word for word in words if word in said], path
    look(page, "refused-work-stranger-360")
