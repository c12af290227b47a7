"""The tenants' board holds an afdelingsmøde: from the call, in time, to minutes that two have signed."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.days import pass_until_meeting
from tests.journeys.pages import fill

pytestmark = pytest.mark.journey

SLUG = "afdelingsmoede-i-marts"
MEETING = f"/engparken/meetings/{SLUG}/"
MOTION = "Lys i opgangene hele natten"


def moment(days: int, hour: int) -> str:
    """As a field for a day and an hour takes it."""
    day = datetime.now(UTC) + timedelta(days=days)
    return f"{day:%Y-%m-%d}T{hour:02d}:00"


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()


def prepare(page: Page, look) -> None:
    """A draft with the points that the law asks for, and one more."""
    page.goto("/engparken/meetings/")
    look(page, "board-meetings")
    follow(page, "Prepare a meeting")
    page.get_by_label("Afdelingsmøde: what is decided binds").check()
    page.get_by_label("Which department").select_option(label="Engparken")
    answers = {"What is it called?": "Afdelingsmøde i marts", "Where?": "Beboerhuset"}
    fill(page, answers | {"When does it begin?": moment(10, 19), "When does it end?": moment(10, 21)})
    look(page, "board-meeting-new")
    press(page, "Save")
    look(page, "board-meeting-draft")
    follow(page, "Add a point")
    fill(
        page, {"What is the point called?": "Nye regler for vaskeriet", "What is it about?": "Åbent til 22."}
    )
    page.get_by_label("What is it?", exact=True).select_option(label="Vote")
    look(page, "board-item-new")
    press(page, "Save the point")
    expect(page.get_by_role("heading", name="Nye regler for vaskeriet")).to_be_visible()


def call_too_late_then_in_time(page: Page, look) -> None:
    """Ten days are too few; the law's four weeks are not."""
    follow(page, "Call the meeting")
    look(page, "board-call")
    press(page, "Call the meeting")
    expect(page.get_by_role("alert")).to_contain_text("at least 28 days before")
    expect(page.get_by_role("link", name="Call it as a beboermøde")).to_be_visible()
    look(page, "board-call-too-late")
    follow(page, "Choose a later day")
    fill(page, {"When does it begin?": moment(35, 19), "When does it end?": moment(35, 21)})
    press(page, "Save")
    follow(page, "Call the meeting")
    press(page, "Call the meeting")
    expect(page.get_by_text("The meeting is called.")).to_be_visible()
    look(page, "board-called")


def hand_in_motion(phone: Page, look) -> None:
    """A resident wants something decided, in time, and cannot see what the board works on."""
    phone.goto("/engparken/meetings/")
    follow(phone, "Afdelingsmøde i marts")
    look(phone, "board-meeting-360")
    follow(phone, "Hand in a motion")
    fill(phone, {"What shall be decided?": MOTION, "Say more": "Det er mørkt, når vi kommer hjem."})
    look(phone, "board-motion-360")
    press(phone, "Hand in the motion")
    expect(phone.get_by_text("Your motion is handed in.")).to_be_visible()
    look(phone, "board-motion-sent-360")


def answer_and_send(page: Page, site, look) -> None:
    """The motion goes on the agenda as it stands; the agenda is sent when no more can come."""
    page.goto(MEETING + "work/")
    follow(page, MOTION)
    look(page, "board-motion")
    press(page, "Put it on the agenda")
    look(page, "board-motion-on")
    page.goto(MEETING + "send/")
    press(page, "Send the agenda")
    expect(page.get_by_role("alert")).to_contain_text("Residents can hand in motions until")
    pass_until_meeting(site, SLUG, days=10)
    page.goto(MEETING + "send/")
    look(page, "board-send")
    press(page, "Send the agenda")
    expect(page.get_by_text("The agenda is sent.")).to_be_visible()
    look(page, "board-sent")


def open_doors(page: Page, site, look) -> str:
    """On the day; answers the code that hangs on the wall."""
    pass_until_meeting(site, SLUG, days=0)
    page.goto(MEETING + "open/")
    look(page, "board-open")
    press(page, "Open the doors")
    look(page, "board-run-empty")
    return page.locator(".door-code").inner_text()


def come_in(phone: Page, code: str, look, *, homes: list[str]) -> None:
    """With the code on the wall, and without being signed in."""
    phone.goto(MEETING)
    follow(phone, "Check your home in")
    fill(phone, {"The code on the wall": "WRONGX", "Which home?": homes[0]})
    press(phone, "Check in")
    expect(phone.get_by_role("alert")).to_contain_text("not the code on the wall")
    look(phone, "board-door-wrong-360")
    fill(phone, {"The code on the wall": code.lower()})
    press(phone, "Check in")
    expect(phone.get_by_text("Your home is checked in.")).to_be_visible()
    look(phone, "board-door-360")


def let_in(page: Page, look, *, homes: list[str]) -> None:
    """At the desk, where somebody has no phone."""
    page.goto(MEETING + "desk/")
    for home in homes:
        fill(page, {"Which home?": home})
        press(page, "Check in")
        expect(page.get_by_text("Checked in.")).to_be_visible()
    look(page, "board-desk")


def count(page: Page, *, yes: str, no: str) -> None:
    for name, votes in (("Yes", yes), ("No", no)):
        page.get_by_label(name, exact=True).fill(votes)
    press(page, "Save the vote")


def hold(page: Page, look) -> None:
    """A chair, a vote on the motion, and an election."""
    page.goto(MEETING + "chair/")
    fill(page, {"Who is chair?": "Tove", "Who writes the minutes?": "Karen"})
    page.get_by_label("Can the chair sign in here?").select_option(label="Tove (demo)")
    look(page, "board-chair")
    press(page, "Write it down")
    point = page.locator("li.agenda__item").filter(has=page.get_by_role("heading", name=MOTION))
    point.get_by_role("link", name="Write the vote").click()
    count(page, yes="99", no="1")
    expect(page.get_by_role("alert")).to_contain_text("more than the 6 in the room")
    look(page, "board-vote-too-many")
    count(page, yes="4", no="2")
    follow(page, "Write who was elected")
    for number, (name, votes) in enumerate([("Mikkel", "4"), ("Leyla", "2")]):
        page.get_by_label("Name", exact=True).nth(number).fill(name)
        page.get_by_label("Votes", exact=True).nth(number).fill(votes)
    fill(
        page, {"How many seats?": "1", "Elected until": f"{datetime.now(UTC) + timedelta(days=730):%Y-%m-%d}"}
    )
    look(page, "board-election")
    press(page, "Save the election")
    look(page, "board-run")
    expect(page.get_by_role("main")).to_contain_text("Mikkel")
    follow(page, "End the meeting")
    look(page, "board-close")
    press(page, "End the meeting")


def write_minutes(page: Page, look) -> None:
    """Each point has its words; a point that was forgotten is named."""
    look(page, "board-minutes-empty")
    page.goto(MEETING + "finish/")
    press(page, "Finish the minutes")
    expect(page.get_by_role("alert")).to_contain_text("Write what was said or decided on point 1")
    page.goto(MEETING + "minutes/")
    for number in range(page.get_by_role("link", name="Write ").count()):
        page.get_by_role("link", name="Write ").nth(number).click()
        fill(
            page,
            {"What was said?": "Der blev talt om sagen.", "What was decided?": "Taget til efterretning."},
        )
        if number == 0:
            look(page, "board-minutes-point")
        press(page, "Save")
    look(page, "board-minutes")
    follow(page, "Finish the minutes")
    press(page, "Finish the minutes")


def sign(page: Page, office: str) -> None:
    page.goto(MEETING + "sign/")
    page.get_by_label(office).check()
    press(page, "Sign")
    expect(page.get_by_text("You have signed.")).to_be_visible()


def download(page: Page, name: str, kind: str) -> bytes:
    """A file of the meeting, as a browser gets it."""
    answer = page.request.get(MEETING + name)
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(kind)
    return answer.body()


def test_holds_a_meeting_from_call_to_signed_minutes(demo, visit, look):
    birgit, tove = visit(demo, as_="birgit"), visit(demo, as_="tove")
    amira, guest = visit(demo, as_="amira", phone=True), visit(demo, phone=True)
    prepare(birgit, look)
    call_too_late_then_in_time(birgit, look)
    hand_in_motion(amira, look)
    answer_and_send(birgit, demo, look)
    code = open_doors(birgit, demo, look)
    birgit.goto(MEETING + "desk/")
    homes = [one.get_attribute("value") for one in birgit.locator("#homes option").all()[:3]]
    come_in(guest, code, look, homes=homes[:1])
    let_in(birgit, look, homes=homes[1:])
    hold(birgit, look)
    write_minutes(birgit, look)
    tove.goto(MEETING + "sign/")
    look(tove, "board-sign")
    sign(tove, "I am the chair, and I sign")
    sign(birgit, "I sign for the board")
    birgit.goto(MEETING + "minutes/")
    look(birgit, "board-signed")
    follow(birgit, "Publish the minutes")
    press(birgit, "Publish the minutes")
    look(birgit, "board-published")
    guest.goto(MEETING)
    look(guest, "board-published-360")
    for name in ("minutes.pdf", "agenda.pdf"):
        assert download(guest, name, "application/pdf").startswith(b"%PDF-")
    assert b"BEGIN:VEVENT" in download(guest, "calendar.ics", "text/calendar")
