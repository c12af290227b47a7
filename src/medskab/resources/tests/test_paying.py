"""Bills: written down, confirmed, taken back, closed; and the check of the night."""

from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.people.tests.factories import person
from medskab.resources import actions, jobs, queries
from medskab.resources.models import Account
from medskab.resources.refusals import (
    AlreadyPaid,
    AnotherMustConfirm,
    CommitmentIsClosed,
    DayAhead,
    NotEnoughMoney,
    NotYoursToMove,
    SayAnAmount,
    WaitsForSecond,
)


def left(commitment):
    """What is not spent."""
    assert not queries.recompute(commitment.area)
    return queries.left_ore(commitment)


def test_spends_what_was_promised_and_no_more(commitment, spend):
    for _ in range(2):
        spend(200)
    assert left(commitment) == 100_00
    with pytest.raises(NotEnoughMoney):
        spend(101)
    assert left(commitment) == 100_00


def test_refuses_a_bill_of_nothing_of_tomorrow_and_of_others(here, spend):
    with pytest.raises(SayAnAmount):
        spend(0)
    with pytest.raises(DayAhead):
        spend(1, on=now().date() + timedelta(days=2))
    with pytest.raises(NotYoursToMove):
        spend(1, by=person(here, "Ida", "resident"))


def test_waits_for_a_second_person_above_the_limit(here, freja, commitment, spend):
    bill = spend(400)
    assert left(commitment) == 500_00
    with pytest.raises(NotEnoughMoney):
        spend(101)
    with pytest.raises(AnotherMustConfirm):
        actions.confirm_spending(spending=bill, by=freja, now=now())
    bo = person(here, "Bo", "board-member")
    actions.confirm_spending(spending=bill, by=bo, now=now())
    assert left(commitment) == 100_00
    with pytest.raises(AlreadyPaid):
        actions.confirm_spending(spending=bill, by=bo, now=now())


def test_takes_a_payment_back_once(freja, commitment, spend):
    bill = spend(150)
    actions.reverse(spending=bill, because="Paid twice", by=freja, now=now())
    assert left(commitment) == 500_00
    with pytest.raises(AlreadyPaid):
        actions.reverse(spending=bill, because="Again", by=freja, now=now())


def test_drops_a_bill_that_waits(here, freja, commitment, spend):
    bill = spend(400)
    actions.reverse(spending=bill, because="Wrong sum", by=freja, now=now())
    assert left(commitment) == queries.unpromised_ore(commitment) == 500_00
    with pytest.raises(AlreadyPaid):
        actions.confirm_spending(spending=bill, by=person(here, "Bo", "board-member"), now=now())


def test_closes_a_commitment_and_frees_the_rest(line, freja, decision, commitment, spend):
    spend(120)
    waiting = spend(300)
    with pytest.raises(WaitsForSecond):
        actions.close_commitment(commitment=commitment, because="Done", by=freja, now=now())
    actions.reverse(spending=waiting, because="Wrong", by=freja, now=now())
    actions.close_commitment(commitment=commitment, because="Done", by=freja, now=now())
    assert queries.available_ore(line) == 880_00
    (state,) = queries.commitments_of("places.place", str(decision.pk))
    assert (state.spent_ore, state.left_ore, state.is_closed) == (120_00, 0, True)
    with pytest.raises(CommitmentIsClosed):
        spend(1)


def test_checks_every_night_and_fails_loudly(line, commitment):
    jobs.check_ledgers.func()
    Account.objects.filter(line=line, kind="budget").update(balance_ore=1)
    with pytest.raises(jobs.LedgerDoesNotAddUp, match="engen"):
        jobs.check_ledgers.func()
