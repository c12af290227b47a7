"""Money that comes in, is reserved, committed and set free."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from medskab.common.clock import now
from medskab.mandates import actions as mandates
from medskab.mandates.tests.factories import mandate
from medskab.people.tests.factories import area, facilitator, person
from medskab.resources import actions, queries
from medskab.resources.models import Account, Posting, Transaction
from medskab.resources.refusals import (
    AlreadyReserved,
    MandateIsOver,
    MoreThanAuthorized,
    NotEnoughMoney,
    NotYoursToMove,
    OtherMandate,
    ReservationIsOver,
    SayAnAmount,
    SayWhy,
)
from medskab.resources.tests import factories


def sums(line):
    """Free, reserved, committed, spent."""
    state = queries.line_states([line])[0]
    assert state.given_ore == 1_000_00
    assert not queries.recompute(line.area)
    return state.free_ore, state.reserved_ore, state.committed_ore, state.spent_ore


def reserve(line, authorization, by, amount_ore):
    """Set money aside."""
    return actions.reserve(
        line=line,
        authorization=authorization,
        amount_ore=amount_ore,
        source=line.mandate,
        by=by,
        now=now(),
    )


def test_opens_a_line_with_what_was_given(line):
    assert sums(line) == (1_000_00, 0, 0, 0)
    assert queries.available_ore(line) == 1_000_00
    assert queries.line_states([line])[0].source == "The municipality"


@pytest.mark.parametrize("kind", ["resident", "board-member", "officer"])
def test_lets_only_staff_open_a_line(here, freja, kind):
    with pytest.raises(NotYoursToMove):
        factories.line(here, person(here, "Ida", kind), mandate=mandate(here, freja))


def test_opens_no_line_without_a_sum_or_under_a_right_that_does_not_hold(here, freja):
    right = mandate(here, freja)
    with pytest.raises(SayAnAmount):
        factories.line(here, freja, mandate=right, amount_ore=0)
    mandates.revoke_mandate(mandate=right, because="No more", by=freja, now=now())
    with pytest.raises(MandateIsOver):
        factories.line(here, freja, mandate=right)
    over = mandate(here, freja, ends_on=now().date() - timedelta(days=2))
    with pytest.raises(MandateIsOver):
        factories.line(here, freja, mandate=over)


def test_opens_no_line_under_another_areas_right(here, freja):
    skoven = area("skoven")
    with pytest.raises(OtherMandate):
        factories.line(here, freja, mandate=mandate(skoven, facilitator(skoven, "Nadia")))


def test_reserves(line, reservation):
    assert sums(line) == (200_00, 800_00, 0, 0)
    assert reservation.account.kind == "reserved"


def test_reserves_once_for_an_authorization(line, reservation, authorization, freja):
    with pytest.raises(AlreadyReserved):
        reserve(line, authorization, freja, 100_00)
    assert sums(line) == (200_00, 800_00, 0, 0)


def test_reserves_no_more_than_is_authorized(line, authorization, freja):
    with pytest.raises(MoreThanAuthorized):
        reserve(line, authorization, freja, 800_01)
    with pytest.raises(SayAnAmount):
        reserve(line, authorization, freja, 0)


def test_reserves_no_more_than_there_is(here, freja, line, authorization):
    poor = factories.line(here, freja, mandate=line.mandate, amount_ore=799_99)
    with pytest.raises(NotEnoughMoney):
        reserve(poor, authorization, freja, 800_00)
    assert queries.available_ore(poor) == 799_99


def test_reserves_only_under_the_lines_own_mandate(here, freja, authorization):
    with pytest.raises(OtherMandate):
        reserve(factories.line(here, freja), authorization, freja, 100_00)


def test_keeps_others_from_reserving(line, authorization):
    skoven = area("skoven")
    for who in (person(line.area, "Ida", "resident"), facilitator(skoven, "Nadia")):
        with pytest.raises(NotYoursToMove):
            reserve(line, authorization, who, 100_00)


def test_commits_and_sets_the_rest_free(line, reservation, decision, freja):
    parts = [actions.Part("test.proposal", str(n), f"Proposal {n}", n * 100_00) for n in (1, 2)]
    actions.commit(reservation=reservation, parts=parts, by=None, now=now())
    assert sums(line) == (700_00, 0, 300_00, 0)
    states = queries.commitments_of("places.place", str(decision.pk))
    assert [(one.title, one.committed_ore, one.spent_ore, one.left_ore) for one in states] == [
        ("Proposal 1", 100_00, 0, 100_00),
        ("Proposal 2", 200_00, 0, 200_00),
    ]


def test_commits_no_more_than_is_reserved(line, reservation, freja):
    for amounts, refusal in (((800_00, 1), NotEnoughMoney), ((0,), SayAnAmount), ((), SayAnAmount)):
        parts = [actions.Part("test.proposal", str(n), "Bench", ore) for n, ore in enumerate(amounts)]
        with pytest.raises(refusal):
            actions.commit(reservation=reservation, parts=parts, by=freja, now=now())
    assert sums(line) == (200_00, 800_00, 0, 0)


def test_releases_all_of_it_with_a_reason(line, reservation, freja):
    with pytest.raises(SayWhy):
        actions.release(reservation=reservation, because=" ", by=freja, now=now())
    actions.release(reservation=reservation, because="Voted down", by=freja, now=now())
    assert sums(line) == (1_000_00, 0, 0, 0)


def test_ends_a_reservation_once(line, reservation, freja):
    actions.release(reservation=reservation, because="Voted down", by=freja, now=now())
    parts = [actions.Part("test.proposal", "1", "Bench", 1_00)]
    with pytest.raises(ReservationIsOver):
        actions.commit(reservation=reservation, parts=parts, by=freja, now=now())
    with pytest.raises(ReservationIsOver):
        actions.release(reservation=reservation, because="Again", by=freja, now=now())


def test_names_an_authorization_for_all_but_what_was_given(line, commitment):
    named = dict(Transaction.objects.values_list("kind", "authorization__field"))
    assert named == {"given": None, "reserved": "Benches", "committed": "Benches"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Transaction.objects.create(area=line.area, line=line, kind="spent", at=now())


def test_lets_no_account_be_overdrawn(line):
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.filter(line=line, kind="budget").update(balance_ore=-1)


def test_notices_a_balance_that_does_not_add_up(line, reservation):
    Account.objects.filter(line=line, kind="budget").update(balance_ore=200_01)
    (difference,) = queries.recompute(line.area)
    assert (difference.balance_ore, difference.posted_ore) == (200_01, 200_00)


def test_leaves_nothing_behind_when_a_deed_is_refused(line, authorization, freja):
    before = Posting.objects.count()
    with pytest.raises(MoreThanAuthorized):
        reserve(line, authorization, freja, 900_00)
    assert (Posting.objects.count(), Account.objects.filter(kind="reserved").count()) == (before, 0)
