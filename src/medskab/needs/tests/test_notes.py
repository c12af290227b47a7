"""The notes of a meeting: divided, looked through, and taken in whole and once."""

from datetime import date, timedelta

import pytest

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs import actions
from medskab.needs.models import Channel, Input
from medskab.needs.notes import MOST_PARTS, parts_of
from medskab.people.tests import factories as people

from . import factories
from .handing_in import at

DAY = "2026-03-12"


def _notes(notes="The lamp is out\n\nIt is cold in the laundry", **more):
    facts = {"notes": notes, "channel": "meeting", "day": DAY, "place": "", "kind": "need"}
    return {**facts, "idempotency_key": "one", "step": "divide", **more}


def _parts(*words, ticked=None, **more):
    given = {"form-TOTAL_FORMS": len(words), "form-INITIAL_FORMS": len(words)}
    for number, text in enumerate(words):
        given |= {f"form-{number}-words": text, f"form-{number}-kind": "need"}
        if ticked is None or number in ticked:
            given[f"form-{number}-take"] = "on"
    facts = {"channel": "meeting", "day": DAY, "place": "", "idempotency_key": "two", "step": "take"}
    return {**given, **facts, **more}


@pytest.mark.parametrize(
    ("notes", "parts"),
    [
        ("One\nmore of it\n\n\nTwo\n", ["One\nmore of it", "Two"]),
        ("- One\r\n- Two\r\n  more of it", ["One", "Two\nmore of it"]),
        ("1. One\n2) Two\n12. maj it rained\n3. Three", ["One", "Two\n12. maj it rained", "Three"]),
        ("• One\n•Two\n\n– Three", ["One", "Two", "Three"]),
        ("Light:\n* One", ["Light:", "One"]),
        ("One\nTwo", ["One", "Two"]),
        ("- One\nmore of it", ["One\nmore of it"]),
        ("-5 degrees\n\n-\n\n  ", ["-5 degrees", "-"]),
        (" \n\n", []),
    ],
)
def test_divides_at_empty_lines_and_list_marks(notes, parts):
    assert parts_of(notes) == parts


def test_walks_from_notes_to_the_queue_with_only_them(area, freja, staff):
    factories.said(area, "Said by oneself")
    page = staff.post(at("need-notes"), _notes()).text
    assert "It is cold in the laundry" in page
    assert 'value="two"' not in page
    place = people.place(area)
    sent = _parts("The lamp is out", "Nonsense", "It is cold", ticked={0, 2}, place=place.pk)
    page = staff.post(at("need-notes"), sent, follow=True).text
    assert "2 things were taken in." in page
    assert "It is cold" in page
    assert "Nonsense" not in page
    assert "Said by oneself" not in page
    for row in Input.objects.exclude(typed_by=None):
        assert (row.channel, row.place, row.said_on) == (Channel.MEETING, place, date(2026, 3, 12))
        assert (row.typed_by, row.said_by) == (freja, None)


def test_takes_notes_that_are_sent_twice_once(area, staff):
    answers = [staff.post(at("need-notes"), _parts("One", "Two")).url for _time in range(2)]
    assert answers[0] == answers[1]
    assert Input.objects.count() == 2
    assert Input.objects.values("receipt_hmac").distinct().count() == 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"form-1-words": " "}, "take the tick away"),
        ({"form-1-words": "x" * 4001}, "This is too long"),
        ({"form-1-kind": "grudge"}, "Select a valid choice"),
        ({"day": "2999-01-01"}, "still to come"),
        ({"channel": "web"}, "Select a valid choice"),
        ({"place": "0"}, "Select a valid choice"),
        ({"form-TOTAL_FORMS": "x"}, "ManagementForm"),
    ],
)
def test_takes_in_nothing_of_what_is_wrong_and_keeps_the_words(area, staff, wrong, sentence):
    page = staff.post(at("need-notes"), {**_parts("The lamp is out", "Two"), **wrong}).text
    assert sentence in page
    assert "The lamp is out" in page or "form-TOTAL_FORMS" in wrong
    assert not Input.objects.exists()


def test_wants_at_least_one_tick(area, staff):
    page = staff.post(at("need-notes"), _parts("The lamp is out", ticked=set())).text
    assert "Tick at least one." in page
    assert "The lamp is out" in page


def test_goes_back_to_the_notes_as_they_were_edited(area, staff):
    sent = _parts("The lamp is out", "Edited", ticked=set(), step="back", channel="phone")
    page = staff.post(at("need-notes"), sent).text
    assert "The lamp is out\n\nEdited" in page
    assert f'value="{DAY}"' in page
    assert '<option value="phone" selected' in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"notes": " "}, "This field is required"),
        ({"notes": "\n".join("x" * (MOST_PARTS + 1))}, "more than 200"),
        ({"day": "soon"}, "Enter a valid date"),
    ],
)
def test_says_what_is_wrong_with_the_notes(area, staff, wrong, sentence):
    page = staff.post(at("need-notes"), _notes(**wrong)).text
    assert sentence in page
    assert "The lamp is out" in page or "notes" in wrong


def test_takes_all_or_none(area, freja):
    good, bad = (actions.Said("need", words, channel=Channel.PAPER) for words in ("Light", " "))
    with pytest.raises(CannotAct):
        actions.take_notes(area=area, all_said=[good, bad], secret="s", by=freja, now=now())
    assert not Input.objects.exists()


def test_refuses_a_day_to_come_and_who_does_not_work_here(area, freja, ida):
    late = actions.Said("need", "Light", channel=Channel.PAPER, day=(now() + timedelta(days=2)).date())
    with pytest.raises(CannotAct, match="still to come"):
        actions.take_notes(area=area, all_said=[late], secret="s", by=freja, now=now())
    said = actions.Said("need", "Light", channel=Channel.PAPER)
    with pytest.raises(CannotAct, match="work here"):
        actions.take_notes(area=area, all_said=[said], secret="s", by=ida, now=now())


@pytest.mark.parametrize("asked", ["", "x", "0", "9" * 30, "²"])
def test_shows_the_whole_queue_where_nothing_was_written_down_together(area, staff, asked):
    factories.said(area, "Said by oneself")
    assert "Said by oneself" in staff.get(at("need-queue"), {"with": asked}).text
