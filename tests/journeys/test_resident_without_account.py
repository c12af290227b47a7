"""Somebody with an old phone and no account speaks, votes, and sees what became of both."""

import time
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys.light import FIRST_VIEW, PICTURES, SCRIPTS, wait_on_a_slow_phone, weight_of

pytestmark = pytest.mark.journey

WORDS = "Lampen ved vores port er gået i stykker."
NEED = "Lys på stien til skolen"
VOTE = "/engparken/decisions/ungepuljen-40000-kr/"
READ = {
    "need": "/engparken/needs/et-sted-for-unge-om-aftenen/",
    "initiative": "/engparken/initiatives/lydstudie-i-kaelderen/",
    "needs": "/engparken/needs/",
    "initiatives": "/engparken/initiatives/",
    "meetings": "/engparken/meetings/",
    "notices": "/engparken/notices/",
    "contacts": "/engparken/contacts/",
    "money": "/engparken/money/",
    "mandates": "/engparken/mandates/",
}
LIGHT = ("/engparken/", "/engparken/say/", "/engparken/v/", "/engparken/decisions/", VOTE, f"{VOTE}vote/")
SCRIPTS_OR_NOT = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).click()


def hang_up_a_code(freja: Page) -> str:
    """Staff make a code for the wall of a block, which opens the page to speak; answers its address."""
    freja.goto("/engparken/places/")
    block = freja.get_by_role("main").get_by_role("link", name="Blok 4").first.get_attribute("href") or ""
    number = block.strip("/").split("/")[-1]
    freja.goto("/engparken/people/codes/")
    freja.get_by_label("Which page does it open?").fill(f"/engparken/say/at/{number}/")
    press(freja, "Make the code")
    return freja.locator("main .notice bdi").first.inner_text()


def say(page: Page, *, words: str = "", photo: Path | None = None) -> str:
    """Say it, and answer the code of the receipt."""
    if words:
        page.get_by_label("In your own words").fill(words)
    if photo:
        page.get_by_label("Or a photo").set_input_files(photo)
    press(page, "Send it")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your receipt")
    return "".join(page.locator("main .receipt__code").inner_text().split())


def ask_what_became(page: Page, code: str) -> None:
    page.goto("/engparken/needs/receipt/")
    page.get_by_label("The code on your receipt").fill(code.lower().replace("-", " "))
    press(page, "See what became of it")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your receipt")


def join_to_need(freja: Page, words: str, look) -> None:
    """Staff find it in the queue and join it to a need that others share."""
    freja.goto("/engparken/needs/queue/")
    look(freja, "queue-1280")
    freja.get_by_role("main").locator("article, li", has_text=words).get_by_role("link").first.click()
    look(freja, "queue-one-1280")
    freja.get_by_label("Which one?").select_option(label=NEED)
    freja.get_by_role("main").get_by_role("button", name="Join it", exact=True).click()


def vote(page: Page, choice: str) -> str:
    """Mark one proposal and put the ballot into the urn; answers the receipt."""
    page.get_by_label(choice).check()
    press(page, "Look at it once more")
    press(page, "Put it in the urn")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your vote is in the urn")
    return "".join(page.locator("main .receipt__code").inner_text().split())


def picture(tmp_path: Path) -> Path:
    """A photo as a phone takes it."""
    path = tmp_path / "port.jpg"
    Image.effect_noise((1600, 1200), 40).convert("RGB").save(path, quality=80)
    return path


@SCRIPTS_OR_NOT
def test_says_something_in_half_a_minute_and_hears_what_became_of_it(demo, visit, look, scripts):
    freja, phone = visit(demo, as_="freja"), visit(demo, phone=True, scripts=scripts)
    words = f"{WORDS} {'Igen.' if scripts else 'Stadig.'}"
    poster = hang_up_a_code(freja)
    began = time.monotonic()
    phone.goto(poster)
    look(phone, "say-360")
    code = say(phone, words=words)
    assert time.monotonic() - began < 30
    look(phone, "say-receipt-360")
    phone.context.clear_cookies()
    ask_what_became(phone, code)
    expect(phone.get_by_role("main")).not_to_contain_text(words)
    join_to_need(freja, words, look)
    phone.goto("/engparken/needs/receipt/")
    expect(phone.get_by_role("link", name=NEED, exact=True)).to_be_visible()
    look(phone, "say-joined-360")


def test_says_it_with_a_photo_alone(demo, visit, look, tmp_path):
    phone = visit(demo, phone=True, language="da", scripts=False)
    phone.goto("/engparken/")
    phone.goto("/engparken/say/")
    look(phone, "say-danish-360")
    phone.locator("[name=photo]").set_input_files(picture(tmp_path))
    phone.locator("main form button.button--large").click()
    expect(phone.locator("main .receipt__code")).to_be_visible()
    look(phone, "say-receipt-danish-360")


@SCRIPTS_OR_NOT
def test_votes_with_a_code_finds_the_receipt_and_votes_again(demo, visit, look, scripts):
    code, phone = demo.run("demo", "code").strip(), visit(demo, phone=True, dark=not scripts, scripts=scripts)
    shade = "" if scripts else "-dark"
    began = time.monotonic()
    phone.goto(f"/engparken/v/{code}/")
    expect(phone.get_by_text("Spend the money as you would").first).to_be_visible()
    look(phone, f"vote-ballot{shade}-360")
    receipt = vote(phone, "Malerværksted")
    assert time.monotonic() - began < 30
    look(phone, f"vote-receipt{shade}-360")
    again(phone, look, receipt)


def again(phone: Page, look, receipt: str) -> None:
    """The receipt is on the board; then another mind, and another receipt beside it."""
    phone.goto(f"{VOTE}receipt/")
    phone.get_by_label("receipt").first.fill(receipt.lower())
    press(phone, "Look it up")
    expect(phone.get_by_text("This envelope is in the urn")).to_be_visible()
    look(phone, "vote-look-up-360")
    phone.goto(f"{VOTE}vote/ballot/")
    expect(phone.get_by_text("This code has already voted.")).to_be_visible()
    assert vote(phone, "Skateramper") != receipt
    expect(phone.get_by_text(receipt)).to_be_visible()


@pytest.mark.parametrize("name", READ)
def test_reads_what_goes_on_within_a_small_phone(demo, visit, look, name):
    phone, desk = visit(demo, phone=True), visit(demo)
    for page, width in ((phone, 360), (desk, 1280)):
        page.goto(READ[name])
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        look(page, f"{name}-{width}")


@pytest.mark.parametrize("path", [*LIGHT, *READ.values()])
def test_is_light_on_a_first_visit(demo, visit, path):
    weight = weight_of(visit(demo, phone=True), path)
    assert 5_000 < weight.first_view <= FIRST_VIEW
    assert weight.scripts <= SCRIPTS
    assert weight.pictures <= PICTURES


@pytest.mark.parametrize("path", ["/engparken/", "/engparken/say/", f"{VOTE}vote/"])
def test_is_quick_on_an_old_phone_with_little_data(demo, visit, path):
    phone = visit(demo, phone=True)
    phone.goto("about:blank")
    cold = wait_on_a_slow_phone(phone, path)
    warm = wait_on_a_slow_phone(phone, path, cold=False)
    assert cold.first_text <= 2200
    assert cold.usable <= 3500
    assert warm.usable <= 1500
