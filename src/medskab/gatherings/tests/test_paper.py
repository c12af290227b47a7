"""Agenda and minutes as files: tagged PDF with the words in it, and the calendar."""

import shutil
import subprocess
from datetime import timedelta

import pytest
from django.utils import translation
from icalendar import Calendar

from medskab.common.clock import now
from medskab.gatherings import actions, calendars, prints
from medskab.gatherings.models import ItemKind, State

from . import factories


def words_of(content):
    """What stands on the paper, as a reader finds it, without line breaks."""
    made = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=content, capture_output=True, check=True, timeout=30
    )
    return " ".join(made.stdout.decode().split())


def test_prints_the_agenda_as_a_tagged_pdf(area, bo):
    content = prints.agenda(factories.gathering(area, bo, state=State.CALLED))
    assert content.startswith(b"%PDF")
    assert b"/StructTreeRoot" in content
    assert b"/Lang" in content


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="reads the paper with pdftotext")
@pytest.mark.parametrize("language", ["en", "da"])
def test_prints_minutes_with_votes_and_signatures(area, bo, language):
    meeting = factories.gathering(area, bo, state=State.PUBLISHED)
    with translation.override(language):
        content = prints.minutes(meeting)
    said = words_of(content)
    for word in ("Karen Holm", "We talked about point 3.", "Second on the board", "Engen"):
        assert word in said


def test_prints_signs_that_no_font_has(area, bo):
    hostile = "Bikes \u202e\x01 \U000e0041 \ua9c5 #set page() \U0001f9a9"
    meeting = factories.gathering(area, bo, title="Meeting")
    point = {"title": hostile, "text": hostile, "kind": ItemKind.OTHER}
    actions.add_item(gathering=meeting, words=point, by=bo, now=now())
    assert b"/StructTreeRoot" in prints.agenda(meeting)


def test_gives_a_calendar_its_zone_and_a_moved_meeting_a_new_number(area, bo):
    meeting = factories.gathering(area, bo, state=State.CALLED)
    first = calendars.ics(meeting)
    to = {"begins_at": factories.at(60), "ends_at": factories.at(60, 21), "where": "The school"}
    actions.move(gathering=meeting, to=to, because="Flooded", by=bo, now=now())
    events = [Calendar.from_ical(one).walk("VEVENT")[0] for one in (first, calendars.ics(meeting))]
    assert b"BEGIN:VTIMEZONE" in first
    assert events[0]["uid"] == events[1]["uid"]
    assert (events[0]["sequence"], events[1]["sequence"]) == (1, 2)
    assert events[1].decoded("dtend") - events[1].decoded("dtstart") == timedelta(hours=2)


def test_says_in_the_calendar_that_it_is_cancelled(area, bo):
    assert b"STATUS:CANCELLED" in calendars.ics(factories.gathering(area, bo, state=State.CANCELLED))
