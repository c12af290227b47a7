"""Staff are told what an input may belong to, and join it with one press."""

import pytest

from medskab.common.clock import now
from medskab.needs import actions, calculations
from medskab.needs.calculations import likely_for
from medskab.needs.models import InputState
from medskab.people.tests import factories as people

from . import factories
from .handing_in import at


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch):
    monkeypatch.setattr(calculations, "_areas", calculations.OrderedDict())


@pytest.fixture
def board(area, freja):
    """Three needs, one of which was heard in words that it does not have itself."""
    light, bench, play = (
        factories.need(area, freja, one) for one in ("Light on the paths", "Benches", "Play")
    )
    heard = factories.said(area, "The lamp by the gate is out")
    actions.join_input(row=heard, need=light, by=freja, now=now())
    return light, bench, play


def test_finds_needs_by_their_title_and_by_what_was_heard_in_them(area, board):
    light, bench, _play = board
    assert likely_for(factories.said(area, "We want a bench")).needs == [bench]
    assert likely_for(factories.said(area, "lamps out at the gate again")).needs == [light]
    assert likely_for(factories.said(area, "zzz")).needs == []


def test_notices_what_comes_and_what_goes(area, board, freja):
    row = factories.said(area, "The lamp at the gate is broken")
    assert [one.words for one in likely_for(row).inputs] == ["The lamp by the gate is out"]
    newer = factories.said(area, "A lamp at the gate blinks")
    assert newer in likely_for(row).inputs
    actions.hide_input(row=newer, reason="threat", by=freja, now=now())
    assert newer not in likely_for(row).inputs
    first = board[0].joinings.get().input
    actions.redact_input(row=first, words="Better", by=freja, now=now())
    assert likely_for(row).inputs == []


def test_suggests_nothing_from_another_area_and_nothing_merged(area, board, freja):
    light, bench, _play = board
    other = people.area("skoven")
    assert likely_for(factories.said(other, "A bench, a lamp by the gate")).needs == []
    actions.merge_need(need=light, into=bench, by=freja, now=now())
    assert likely_for(factories.said(area, "The lamp at the gate")).needs == [bench]


def test_joins_with_one_press(area, board, staff):
    row = factories.said(area, "We want a bench")
    page = staff.get(at("need-input", row.pk)).text
    assert "It may belong to:" in page
    assert "Join it to Benches" in page
    staff.post(at("need-input-do", row.pk, "join"), {"need": board[1].pk, "idempotency_key": "a"})
    row.refresh_from_db()
    assert row.state == InputState.JOINED
    assert "It may belong to:" not in staff.get(at("need-input", row.pk)).text


def test_suggests_nothing_for_what_is_looked_at_with_care(area, board, staff, freja):
    row = factories.said(area, "We want a bench")
    actions.hide_input(row=row, reason="child", by=freja, now=now())
    assert "It may belong to:" not in staff.get(at("need-input", row.pk)).text
