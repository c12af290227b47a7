"""A neighbourhood decides, in the browser: from a right that is given to a result that is carried out."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.days import pass_until
from tests.journeys.pages import fill

pytestmark = pytest.mark.journey

SLUG = "lys-i-gaarden"
DECISION = f"/engparken/decisions/{SLUG}/"
RIGHT = {
    "What is the right called?": "Penge til gårdene",
    "What is decided over?": "What the courtyards get",
    "Who decides?": "Everybody over 12 who lives here",
    "Up to how many kroner for each decision?": "100000",
    "On what basis?": "The meeting of 12 February, point 5",
    "Who pays the bills?": "The housing department",
    "Who can take it back?": "The meeting of the department",
    "How can somebody object?": "Write to the board",
}


def day(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()


def give_right_and_money(page: Page, look) -> None:
    """The board hands the right over; the facilitator enters the money that was granted."""
    page.goto("/engparken/mandates/give/")
    fill(page, RIGHT | {"First day": day(-30), "Last day": day(700)})
    look(page, "mandate-give")
    press(page, "Hand it over")
    expect(page.get_by_role("heading", level=1)).to_have_text("Penge til gårdene")


def set_up(page: Page, look) -> None:
    """What is decided, when, and in which words; then it is opened."""
    page.goto("/engparken/money/new/")
    page.get_by_label("What is the money for?").fill("Gårde 2027")
    page.get_by_label("Under which right").select_option(label="Penge til gårdene")
    fill(page, {"How many kroner?": "100000", "Who gave it?": "The housing organisation"})
    look(page, "money-new")
    page.get_by_role("button", name="Write it down").click()
    page.goto("/engparken/decisions/")
    follow(page, "Set up a decision")
    fill(page, {"What is decided?": "Lys i gården", "What is it about?": "The courtyard is dark."})
    page.get_by_label("A participatory budget").check()
    page.get_by_label("A decision: what wins is carried out").check()
    page.get_by_label("By what right?").select_option(label="Penge til gårdene")
    page.get_by_label("Which money?").select_option(label=re.compile("Gårde 2027").pattern)
    fill(page, {"How many kroner?": "60000"})
    look(page, "decision-set-up")
    press(page, "Keep and go on")


WORDS = {
    "Who decides?": "Everybody over 12 in Engparken",
    "On what basis?": "The meeting of 12 February, point 5",
    "What does it mean?": "Work begins in spring.",
    "How can somebody object?": "Write to the board within 14 days.",
}
PHASES = ("propose", "shape", "capacity", "vote", "count", "deliver")


def plan_and_open(page: Page, look) -> None:
    """Days, words, and the list of what must be in place."""
    for place, kind in enumerate(PHASES):
        page.locator(f"[name={kind}_from]").fill(day(1 + 7 * place))
        page.locator(f"[name={kind}_to]").fill(day(7 + 7 * place))
    look(page, "decision-plan")
    press(page, "Keep these days")
    look(page, "decision-work")
    follow(page, "Do it now")
    fill(page, WORDS)
    press(page, "Keep these words")
    page.goto(DECISION + "work/")
    follow(page, "Open the decision")
    look(page, "decision-open")
    press(page, "Open it for everybody")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lys i gården")


def propose(page: Page, look, *, title: str, kroner: str) -> None:
    """A resident hands a proposal in."""
    page.goto(DECISION)
    follow(page, "Propose something")
    fill(
        page,
        {
            "What do you propose?": title,
            "Tell a little more": "So that we can meet.",
            "What might it cost": kroner,
        },
    )
    look(page, "decision-propose-360")
    press(page, "Hand in the proposal")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def check_all(page: Page, look, titles: list[str]) -> None:
    """Who carries each out, for how much, until when; then the ballot is fixed."""
    for title in titles:
        page.goto(DECISION)
        follow(page, title)
        follow(page, "Check whether it can be done")
        page.get_by_label("Yes", exact=True).check()
        fill(
            page,
            {
                "Who carries it out?": "Bente, resident",
                "What does it really cost": "30000",
                "When is it done?": day(300),
            },
        )
        look(page, "decision-check")
        press(page, "Keep this check")
    page.goto(DECISION + "ballot/")
    look(page, "decision-fix-ballot")
    press(page, "Fix the ballot")


def prepare(page: Page, look) -> tuple[str, list[str]]:
    """Who votes how, a rehearsal, the key, codes; answers the key's words and the codes."""
    page.goto(DECISION + "poll/")
    look(page, "poll-empty")
    page.goto(DECISION + "poll/set-up/")
    page.get_by_label("One person, one vote").check()
    page.get_by_label("From which age?").fill("12")
    look(page, "poll-set-up")
    press(page, "Keep it")
    page.goto(DECISION + "poll/rehearsal/")
    page.get_by_label("Who of the staff does this with you?").select_option(label="Poul (demo)")
    press(page, "Rehearse")
    look(page, "rehearsal")
    expect(page.get_by_text("It worked")).to_be_visible()
    page.goto(DECISION + "poll/keys/")
    fill(
        page,
        {
            "First person": "Birgit",
            "From which side?": "The board",
            "Second person": "Ole",
            "From which other side?": "The municipality",
        },
    )
    look(page, "keys")
    press(page, "Make the key and get both sheets")
    look(page, "key-sheets")
    key = "\n".join(page.locator("main ol").first.locator("li").all_inner_texts())
    page.goto(DECISION + "poll/desk/")
    fill(page, {"How many codes?": "6", "For whom, and on what grounds?": "Those who live here"})
    page.get_by_label("Who of the staff does this with you?").select_option(label="Poul (demo)")
    look(page, "desk")
    press(page, "Make the codes and print them")
    look(page, "desk-codes")
    return key, page.locator("main li code").all_inner_texts()


def vote(page: Page, code: str, look, *, name: str) -> None:
    """A resident with a letter and no account."""
    page.goto("/engparken/v/")
    page.get_by_label("code").first.fill(code.lower().replace("-", " "))
    look(page, f"vote-code-{name}")
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_label("Bænke").check()
    look(page, f"ballot-{name}")
    press(page, "Look at it once more")
    look(page, f"review-{name}")
    press(page, "Put it in the urn")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your vote is in the urn")
    look(page, f"receipt-{name}")


def type_papers(page: Page, look, *, marks: str, begins: bool = False) -> None:
    """One of the two who type a bundle."""
    page.goto(DECISION + "poll/bundles/")
    if begins:
        fill(page, {"How many papers": "1", "From which box?": "The community house"})
        look(page, "batches")
        press(page, "Begin the bundle")
    page.goto(DECISION + "poll/bundles/1/")
    page.get_by_label("Marks", exact=True).check()
    fill(page, {"The marks": marks})
    look(page, "batch")
    press(page, "Keep and go on")
    follow(page, "Finish the bundle")
    press(page, "Finish")


def open_urn(page: Page, key: str, look) -> None:
    """Before witnesses, with the key that two brought."""
    page.goto(DECISION + "poll/urn/")
    fill(page, {"The key, as it stands on the sheet": key, "Who watches?": "Ida\nKarl\nMona"})
    look(page, "urn")
    press(page, "Open the urn now")
    look(page, "urn-opened")
    follow(page, "Go on and count")


def follow_work(page: Page) -> None:
    """Wait for the work, and go on where it leads."""
    onward = page.locator("#work").get_by_role("link")
    expect(onward.last).to_be_visible(timeout=60_000)
    onward.last.click()


def before_the_vote(freja: Page, amira: Page, site, look) -> tuple[str, list[str]]:
    """Proposals, their checks, the ballot; answers the key's words and the codes."""
    pass_until(site, SLUG, "propose")
    for title in ("Bænke", "Fest"):
        propose(amira, look, title=title, kroner="25000")
    pass_until(site, SLUG, "capacity")
    check_all(freja, look, ["Bænke", "Fest"])
    return prepare(freja, look)


def cast_by_phone_and_on_paper(freja: Page, phone: Page, codes: list[str], look) -> None:
    """One votes alone, one comes to the desk."""
    freja.goto(DECISION + "poll/open/")
    look(freja, "vote-open")
    press(freja, "Open the vote")
    look(freja, "poll-open")
    vote(phone, codes[0], look, name="360")
    freja.goto(DECISION + "poll/paper/")
    freja.get_by_label("The code").fill(codes[1])
    press(freja, "Use the code for a paper")
    look(freja, "check-in")


def count_and_publish(page: Page, look) -> None:
    """By the rule that was fixed before the vote."""
    follow(page, "Count the votes")
    look(page, "count")
    press(page, "Count the votes")
    follow_work(page)
    follow(page, "Look at the page, then publish")
    look(page, "publish")
    press(page, "Publish it for everybody")
    look(page, "living-result")


def tell(page: Page, look) -> None:
    """The month after: what became of it."""
    page.goto(DECISION + "delivery/")
    follow(page, "Say what happened")
    page.get_by_label("How far is it?").select_option(label="Under way")
    fill(page, {"What happened?": "The benches are ordered."})
    look(page, "tell")
    press(page, "Tell everybody")


def test_goes_from_a_right_to_a_result_and_what_became_of_it(demo, visit, look):
    birgit, freja, amira, poul = (visit(demo, as_=name) for name in ("birgit", "freja", "amira", "poul"))
    phone = visit(demo, phone=True)
    give_right_and_money(birgit, look)
    set_up(freja, look)
    plan_and_open(freja, look)
    look(freja, "decision-running")
    key, codes = before_the_vote(freja, amira, demo, look)
    pass_until(demo, SLUG, "vote")
    cast_by_phone_and_on_paper(freja, phone, codes, look)
    pass_until(demo, SLUG, "count")
    freja.goto(DECISION + "poll/")
    look(freja, "poll-closed")
    type_papers(freja, look, marks="1", begins=True)
    type_papers(poul, look, marks="1 2")
    look(poul, "batch-differs")
    type_papers(poul, look, marks="1")
    open_urn(freja, key, look)
    count_and_publish(freja, look)
    tell(freja, look)
    for name in ("", "delivery/", "board/"):
        phone.goto(DECISION + name)
        look(phone, f"living-{name.strip('/') or 'result'}-360")
    phone.goto(DECISION + "delivery/")
    expect(phone.get_by_role("main")).to_contain_text("The benches are ordered.")
