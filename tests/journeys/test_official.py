"""Who carries it out, what it costs, how far it is, what was paid: city and project leader answer."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.days import pass_until
from tests.journeys.pages import fill

pytestmark = pytest.mark.journey

NEXT = "beboerbudget-anden-runde"
BUDGET = "/engparken/decisions/engparkens-beboerbudget/"


def day(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()


def begin_check(page: Page, proposal: str) -> None:
    page.goto(f"/engparken/decisions/{NEXT}/")
    follow(page, proposal)
    follow(page, "Check whether it can be done")


def test_says_who_carries_a_proposal_out_or_why_nobody_can(demo, visit, look):
    pass_until(demo, NEXT, "capacity")
    ole = visit(demo, as_="ole")
    begin_check(ole, "Plads til cykler i blok 5")
    ole.get_by_label("Yes", exact=True).check()
    press(ole, "Keep this check")
    expect(ole.get_by_text("This field is required.").first).to_be_visible()
    look(ole, "official-check-empty")
    answers = {"Who carries it out?": "Ole, kommunen", "What does it really cost": "28000"}
    fill(ole, answers | {"When is it done?": day(200)})
    press(ole, "Keep this check")
    look(ole, "official-checked")
    expect(ole.get_by_role("main")).to_contain_text("Ole, kommunen")
    begin_check(ole, "Blomster langs stien")
    ole.get_by_label("No, and I say why").check()
    fill(ole, {"What else should everybody know?": "Stien graves op i april."})
    press(ole, "Keep this check")
    look(ole, "official-declined")
    expect(ole.get_by_role("main")).to_contain_text("Stien graves op i april.")


def test_tells_how_far_a_delivery_is_and_sees_what_is_late(demo, visit, look):
    ole, stranger = visit(demo, as_="ole"), visit(demo, phone=True)
    ole.goto(f"{BUDGET}delivery/")
    look(ole, "official-delivery")
    late = ole.locator("li.decisions__one").filter(has=ole.get_by_text("Late", exact=True))
    expect(late).to_have_count(1)
    late.get_by_role("link", name="Say what happened").click()
    fill(
        ole,
        {"What happened?": "Tilladelsen er her. Ovnen bliver tændt på lørdag.", "When is it done?": day(20)},
    )
    look(ole, "official-tell")
    press(ole, "Tell everybody")
    expect(ole.get_by_text("Late", exact=True)).to_have_count(0)
    stranger.goto(f"{BUDGET}delivery/")
    expect(stranger.get_by_role("main")).to_contain_text("Ovnen bliver tændt på lørdag.")
    look(stranger, "official-delivery-360")


def test_answers_one_who_said_something_and_declines_another(demo, visit, look):
    poul = visit(demo, as_="poul")
    poul.goto("/engparken/needs/queue/")
    look(poul, "official-queue")
    waiting = poul.locator(".queue__row").count()
    poul.locator(".queue__row").first.get_by_role("link").click()
    poul.locator("summary").filter(has_text=re.compile("^\\s*Answer\\s*$")).click()
    look(poul, "official-input")
    fill(poul, {"Your answer": "Vi har skrevet det til varmemesteren."})
    press(poul, "Send the answer")
    expect(poul.get_by_text("The answer stands on the receipt.")).to_be_visible()
    poul.locator("summary").filter(has_text="Decline, with a reason").click()
    press(poul, "Decline it")
    expect(poul.get_by_role("heading", level=1)).to_be_visible()
    poul.get_by_label("Why?").last.fill("Det bestemmer kommunen. Vi har sendt det videre.")
    look(poul, "official-decline")
    press(poul, "Decline it")
    expect(poul.get_by_text("The reason stands on the receipt.")).to_be_visible()
    poul.goto("/engparken/needs/queue/")
    expect(poul.locator(".queue__row")).to_have_count(waiting - 2)


def test_pays_a_bill_that_a_second_person_confirms(demo, visit, look):
    poul, birgit = visit(demo, as_="poul"), visit(demo, as_="birgit")
    poul.goto("/engparken/money/")
    look(poul, "official-money")
    follow(poul, "Beboerbudget, første runde")
    look(poul, "official-money-line")
    poul.get_by_role("link", name="Pay a bill").first.click()
    poul.get_by_role("radio").first.check()
    answers = {
        "How many kroner?": "21000",
        "Which day is on the bill?": day(-1),
        "Who gets the money?": "Gartneren",
    }
    fill(poul, answers | {"What was bought?": "Græs og muld", "What does the receipt say?": "4711"})
    look(poul, "official-pay")
    press(poul, "Write the bill down")
    expect(poul.get_by_role("alert")).to_contain_text("is left for this")
    poul.get_by_label("Udekøkken med pizzaovn").check()
    press(poul, "Write the bill down")
    look(poul, "official-bill")
    expect(poul.get_by_text("Waits for a second person")).to_be_visible()
    expect(poul.get_by_role("button", name="Yes, it is right")).to_have_count(0)
    birgit.goto(poul.url)
    look(birgit, "official-confirm")
    press(birgit, "Yes, it is right")
    expect(birgit.get_by_text("The bill is paid.")).to_be_visible()
    look(birgit, "official-paid")
    poul.goto("/engparken/money/")
    follow(poul, "Beboerbudget, første runde")
    follow(poul, "See every movement")
    look(poul, "official-movements")
    with poul.expect_download() as download:
        follow(poul, "Download it as CSV")
    assert download.value.suggested_filename.endswith(".csv")
    assert "21000" in download.value.path().read_text("utf-8-sig")
