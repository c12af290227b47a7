"""An interview is taken, coded and quoted, and the speaker decides from their own phone what is shown."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.pages import fill, part

pytestmark = pytest.mark.journey

SAID = "Interviewer: How is it here?\nLampe: My neighbour Birgit never walks home after dark."
ROOM = "engparken/fieldwork"
YES = (
    "You may keep what I say, under another name than mine.",
    "You may read it together with what others say, to find out what is needed.",
    "You may quote my words without my name.",
)


def ask_consent(page: Page, look) -> str:
    """Somebody says yes to three things on a phone; the code of their receipt comes back."""
    page.goto(f"/{ROOM}/")
    look(page, "fieldwork-360")
    page.get_by_role("link", name="A new speaker").click()
    page.get_by_role("link", name="English", exact=True).click()
    for sentence in YES:
        page.get_by_label(sentence).check()
    page.get_by_label("Signed on paper").check()
    page.get_by_label("18 or older").check()
    look(page, "consent-360")
    page.get_by_role("button", name="Write it down").click()
    code = page.locator(".receipt__code")
    expect(code).to_be_visible()
    look(page, "speaker-receipt-360")
    return code.inner_text()


def write_interview(page: Page, look) -> None:
    """What was said, in which a name is found and replaced."""
    page.get_by_role("link", name="Begin the interview").click()
    page.get_by_label("Title").fill("Talk on a bench")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_label("Why do you open it?").fill("To write it down")
    page.get_by_role("button", name="Write", exact=True).click()
    page.get_by_label("Text", exact=True).fill(SAID)
    page.get_by_role("button", name="Save, and it is ready").click()
    expect(page.get_by_label(re.compile("Birgit"))).to_be_checked()
    look(page, "names-proposed-360")
    page.get_by_role("button", name="Save, and it is ready").click()
    expect(page.get_by_text("The text is saved.")).to_be_visible()


def code_by_keyboard(page: Page, look) -> None:
    """A line gets a code without a mouse."""
    page.goto(f"/{ROOM}/codes/")
    fill(page, {"Name of the code": "Darkness", "When is it given?": "Where somebody avoids the dark."})
    page.get_by_role("button", name="Put it in the book").click()
    page.goto(f"/{ROOM}/")
    page.get_by_role("link", name="Talk on a bench").click()
    page.get_by_role("link", name="Open it and code").click()
    page.get_by_label("Why do you open it?").fill("To code it")
    page.keyboard.press("Enter")
    page.get_by_label("From line").focus()
    for keys in ("2", "Tab", "2", "Tab"):
        page.keyboard.press(keys)
    page.keyboard.type("dark")
    page.keyboard.press("Enter")
    expect(part(page, "Passages").get_by_role("listitem")).to_contain_text("[person 1] never walks home")
    look(page, "coding-1280")


def propose_quote(page: Page) -> None:
    """Out of the passage comes a quote that waits for its speaker."""
    page.get_by_text("Make it a quote").click()
    page.get_by_label("In plainer words, if it needs them").fill("Nobody walks home after dark.")
    page.get_by_role("button", name="Propose the quote").click()
    page.goto(f"/{ROOM}/quotes/")
    page.get_by_role("button", name="Show it to the speaker").click()


def open_with(page: Page, code: str) -> None:
    """The speaker types the code of their receipt."""
    page.goto(f"/{ROOM}/mine/")
    page.get_by_label("The code on your receipt").fill(code)
    page.get_by_role("button", name="See what I agreed to").click()


def test_takes_an_interview_from_consent_to_a_quote_and_back(demo, visit, look):
    phone = visit(demo, as_="freja", phone=True)
    code = ask_consent(phone, look)
    write_interview(phone, look)
    desk = visit(demo, as_="freja")
    code_by_keyboard(desk, look)
    propose_quote(desk)

    speaker = visit(demo, phone=True)
    open_with(speaker, code)
    expect(part(speaker, "My words in quotes")).to_contain_text("1 quote waits for your answer.")
    look(speaker, "speaker-360")
    speaker.get_by_role("button", name="See my words").click()
    look(speaker, "speaker-quotes-360")
    speaker.get_by_role("button", name="Yes, others may read it").click()

    desk.goto("/engparken/needs/")
    desk.locator(".card__title a").first.click()
    need = desk.url
    desk.get_by_role("link", name="Words from interviews").click()
    look(desk, "need-quotes-1280")
    ours = desk.get_by_role("listitem").filter(has_text="Nobody walks home after dark.")
    ours.get_by_role("button", name="Show it with this").click()
    reader = visit(demo, dark=True)
    reader.goto(need)
    expect(part(reader, "From interviews")).to_contain_text("Nobody walks home after dark.")
    look(reader, "need-with-quote-dark-1280")

    open_with(speaker, code)
    speaker.locator('button[value="quoted"]').click()
    reader.reload()
    expect(reader.get_by_text("Nobody walks home after dark.")).to_have_count(0)
