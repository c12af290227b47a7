"""It takes in what people say, and every input ends."""

from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs import actions, queries, receipts
from medskab.needs.models import InputState
from medskab.people.tests import factories as people
from medskab.places.models import Place, PlaceKind
from medskab.threads.models import Link

from . import factories


def done(deed, **facts):
    return deed(now=now(), **facts)


def test_takes_nothing_that_is_empty(area):
    with pytest.raises(CannotAct):
        factories.said(area, words="  ")


def test_keeps_no_place_finer_than_the_block(area):
    home = people.place(area, "Home")
    department = Place.objects.create(area=area, kind=PlaceKind.DEPARTMENT, name="D", parent=home)
    block = Place.objects.create(area=area, kind=PlaceKind.BLOCK, name="B", parent=department)
    stair = Place.objects.create(area=area, kind=PlaceKind.STAIRWELL, name="S", parent=block)
    assert factories.said(area, place=stair).place == block


def test_lets_only_staff_write_down_for_others(area, freja, ida):
    with pytest.raises(CannotAct):
        factories.said(area, by=ida, channel="phone")
    row = factories.said(area, by=freja, channel="phone")
    assert (row.typed_by, row.said_by) == (freja, None)


def test_is_found_by_a_code_typed_leniently(area):
    code = receipts.code_for("a key")
    given = actions.Said(kind="idea", words="A bench")
    row = actions.say(area=area, said=given, code=code, by=None, now=now())
    assert queries.by_code(area, f" {code[:5].lower()}-{code[5:].replace('0', 'o')}") == row
    assert queries.by_code(people.area("skoven"), code) is None
    assert code not in row.receipt_hmac


def test_ends_answered_or_declined_once(area, freja):
    row = done(actions.answer_input, row=factories.said(area), answer="Mended.", by=freja)
    assert (row.state, row.days_to_end) == (InputState.ANSWERED, 0)
    with pytest.raises(CannotAct):
        done(actions.decline_input, row=row, because="No", by=freja)


@pytest.mark.parametrize("text", ["", "  "])
def test_is_declined_only_with_a_reason(area, freja, text):
    with pytest.raises(CannotAct):
        done(actions.decline_input, row=factories.said(area), because=text, by=freja)


def test_joins_a_need_and_leads_to_it(area, freja):
    row, need = factories.said(area), factories.need(area, freja)
    assert done(actions.join_input, row=row, need=need, by=freja).state == InputState.JOINED
    assert Link.objects.filter(from_id=str(row.pk), to_id=str(need.pk)).count() == 1


def test_joins_no_need_of_another_area(area, freja):
    other = people.area("skoven")
    need = factories.need(other, people.facilitator(other, "Nadia"))
    with pytest.raises(CannotAct):
        done(actions.join_input, row=factories.said(area), need=need, by=freja)


def test_hides_what_must_be_redacted_before_it_is_joined(area, freja):
    need = factories.need(area, freja)
    row = factories.said(area, publish_own_words=True)
    row = done(actions.hide_input, row=row, reason="threat", by=freja)
    with pytest.raises(CannotAct):
        done(actions.join_input, row=row, need=need, by=freja)
    row = done(actions.redact_input, row=row, words="Better", by=freja)
    assert (row.state, row.publish_own_words) == (InputState.NEW, False)


def test_lets_no_resident_sort(area, ida):
    with pytest.raises(CannotAct):
        done(actions.answer_input, row=factories.said(area), answer="Hi", by=ida)


def test_shows_no_count_below_five(area, freja):
    need = factories.need(area, freja)
    for wanted in (None, None, None, None, 5):
        done(actions.join_input, row=factories.said(area), need=need, by=freja)
        voices = queries.board(area)[0].voices
        assert (voices and voices.most) == wanted


def test_counts_somebody_who_says_it_often_once(area, freja, ida):
    need = factories.need(area, freja)
    for by in (None, None, None, ida, ida):
        done(actions.join_input, row=factories.said(area, by=by), need=need, by=freja)
    assert queries.board(area)[0].voices is None
    done(actions.join_input, row=factories.said(area), need=need, by=freja)
    assert queries.board(area)[0].voices.most == 5


def test_counts_what_waits_without_the_hidden(area, freja):
    factories.said(area, at=now() - timedelta(days=8))
    done(actions.hide_input, row=factories.said(area), reason="child", by=freja)
    assert queries.waiting(area, now()) == queries.Waiting(waiting=1, overdue=1, median_days=None)


def test_is_emptied_when_its_person_is_erased(area, ida):
    row = factories.said(area, by=ida)
    actions.erase_from_needs(person=ida, by=ida, now=now())
    row.refresh_from_db()
    assert (row.words, row.said_by, row.state) == ("", None, InputState.DECLINED)
