"""A meeting goes through all its states by its own deeds."""

import pytest

from medskab.gatherings import queries
from medskab.gatherings.models import Attendance, Kind, State

from . import factories


@pytest.mark.parametrize("state", [*factories.ORDER, State.CANCELLED])
def test_brings_a_lawful_meeting_into_each_state(area, bo, state):
    assert factories.gathering(area, bo, state=state).state == state


def test_brings_a_beboermoede_to_published_notes_without_signatures(area, bo):
    meeting = factories.gathering(area, bo, kind=Kind.INFORMAL, state=State.WRITTEN)
    factories._published(meeting, bo)
    assert factories.again(meeting).state == State.PUBLISHED


def test_keeps_how_many_came_and_forgets_which(area, bo):
    meeting = factories.gathering(area, bo, state=State.PUBLISHED)
    assert queries.attendance(meeting) == (2, 4)
    assert not Attendance.objects.filter(gathering=meeting).exists()
