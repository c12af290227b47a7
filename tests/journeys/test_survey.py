"""A facilitator asks, a neighbour answers from the code on the wall, sheets are typed, everybody reads."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.pages import fill

pytestmark = pytest.mark.journey

SURVEY = "/engparken/surveys/tryg-i-gaarden/"
ABOUT = {
    "Title": "Tryg i gården",
    "What is it used for": "Vi vil gøre gården tryggere. Alle ser, hvad mange svarer.",
}
KINDS: dict[str, dict[str, str]] = {
    "scale": {"The question (dansk)": "Hvor tryg er du her?", "What the least means (dansk)": "Slet ikke"},
    "single": {
        "The question (dansk)": "Bruger du gården?",
        "Answers to choose from, one to a line (dansk)": "Ja\nNej",
    },
    "grid": {
        "The question (dansk)": "Hvor godt er der …?",
        "Answers to choose from, one to a line (dansk)": "Godt\nSkidt\nVed ikke",
        "What each line asks, one to a line (dansk)": "Lyset\nBænkene",
    },
    "multiple": {
        "The question (dansk)": "Hvad mangler?",
        "Answers to choose from, one to a line (dansk)": "Lys\nBænke\nGrønt",
    },
    "order": {
        "The question (dansk)": "Hvad er vigtigst?",
        "Answers to choose from, one to a line (dansk)": "Lys\nBænke",
    },
    "number": {"The question (dansk)": "Hvor mange år har du boet her?"},
    "text": {"The question (dansk)": "Hvad skal vi lave om?", "The question (العربيّة)": "ماذا يجب أن نغير؟"},
}


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).first.click()


def begin(page: Page, look: Callable) -> None:
    """A draft with a question of each kind."""
    page.goto("/engparken/surveys/new/")
    fill(page, ABOUT)
    press(page, "Save")
    look(page, "survey-build-empty")
    for kind, words in KINDS.items():
        page.goto(f"{SURVEY}build/ask/{kind}/" + ("?also=ar" if kind == "text" else ""))
        fill(page, words)
        if kind == "text":
            page.get_by_label("What people write goes to the needs").check()
            page.get_by_label("Begin a new page with it").check()
        if kind in {"grid", "text"}:
            look(page, f"survey-write-{kind}")
        press(page, "Save")
    expect(page.get_by_role("main")).to_contain_text("Goes to the needs")


def preview_and_open(page: Page, look: Callable) -> None:
    """Seen as a neighbour sees it; then nothing changes any more."""
    page.get_by_role("link", name="See it as a neighbour").click()
    look(page, "survey-preview")
    page.get_by_role("link", name="Back to the questions").click()
    press(page, "Open it")
    look(page, "survey-build")


def answer(phone: Page, wall: str, look: Callable) -> None:
    """From the code on the wall, in Arabic as far as it goes; a code for what was written."""
    phone.goto(wall)
    look(phone, "survey-360")
    phone.get_by_role("link", name="العربيّة").click()
    look(phone, "survey-begin-360")
    phone.get_by_label("18").check()
    press(phone, "Begin")
    phone.get_by_label("7", exact=True).check()
    phone.get_by_label("Ja", exact=True).check()
    phone.get_by_role("group", name="Lyset").get_by_label("Skidt").check()
    phone.get_by_label("Grønt").check()
    for place, what in enumerate(("Bænke", "Lys"), 1):
        phone.get_by_role("combobox", name=what).select_option(str(place))
    phone.get_by_label("Hvor mange år").fill("12")
    look(phone, "survey-answer-360")
    press(phone, "Save and go on")
    box = phone.get_by_label("ماذا يجب أن نغير؟")
    assert box.evaluate("box => getComputedStyle(box.closest('section')).direction") == "rtl"
    box.fill("المزيد من الضوء")
    look(phone, "survey-arabic-360")
    press(phone, "Send my answers")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you. We have your answers.")
    look(phone, "survey-thanks-360")


def type_two(page: Page, look: Callable) -> None:
    """With the keys alone: a figure chooses, the tab key goes on, the enter key saves."""
    page.goto(f"{SURVEY}type/")
    for number in (1, 2):
        expect(page.get_by_label("Hvor tryg er du her?")).to_be_focused()
        page.keyboard.type("9")
        page.keyboard.press("Tab")
        page.keyboard.type("2")
        expect(page.get_by_label("Bruger du gården?")).to_have_value("o2")
        page.get_by_label("Hvor mange år").fill("3")
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"Saved as number {number + 1}.")).to_be_visible()
    look(page, "survey-typed")
    press(page, "Take number 3 out")
    expect(page.get_by_text("Number 3 is taken out.")).to_be_visible()


def test_goes_from_a_question_to_what_many_answered(demo, visit, look):
    freja, phone = visit(demo, as_="freja"), visit(demo, phone=True, scripts=False)
    begin(freja, look)
    preview_and_open(freja, look)
    freja.goto(f"{SURVEY}type/")
    place = freja.get_by_label("From where?").locator("option").nth(1).get_attribute("value")
    answer(phone, f"{SURVEY}at/{place}/", look)
    type_two(freja, look)
    freja.goto(f"{SURVEY}build/")
    press(freja, "Close it")
    phone.goto(f"{SURVEY}result/")
    look(phone, "survey-result-360")
    freja.goto(f"{SURVEY}result/")
    expect(freja.get_by_role("main")).to_contain_text("Tryg i gården")
    look(freja, "survey-result")
