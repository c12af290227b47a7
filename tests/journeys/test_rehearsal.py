"""What a vote needs on paper: a facilitator sees each sheet before anything is sent."""

import pytest

pytestmark = pytest.mark.journey

POLL = "/engparken/decisions/ungepuljen-40000-kr/poll/"
SHEETS = ("letters/sample.pdf", "paper/ballot.pdf", "paper/slips.pdf", "call.pdf", "call.pdf?size=a3")


def test_shows_each_sheet_of_paper_before_it_is_used(demo, visit, look):
    freja = visit(demo, as_="freja")
    answer = freja.goto(POLL)
    assert answer.status == 200
    look(freja, "rehearsal-poll")
    for name in SHEETS:
        sheet = freja.request.get(POLL + name)
        assert sheet.status == 200, name
        assert sheet.headers["content-type"] == "application/pdf", name
        assert sheet.body().startswith(b"%PDF-"), name


def test_keeps_the_sheets_of_the_desk_from_everybody_else(demo, visit):
    for who in ("", "amira", "ole"):
        page = visit(demo, as_=who)
        for name in SHEETS[:3]:
            sheet = page.request.get(POLL + name)
            assert sheet.headers["content-type"] != "application/pdf", f"{who} got {name}"
