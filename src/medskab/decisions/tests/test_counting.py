"""Counting, deciding by hand, and finding out what would have been enough."""

import pytest

from medskab.audit.models import Line
from medskab.common.append_only import WrittenForGood
from medskab.common.clock import now
from medskab.decisions import actions, queries
from medskab.decisions.calculations import Order
from medskab.decisions.models import Count, Override, Ruling, State, WhatIf
from medskab.decisions.refusals import (
    AlreadyAtWork,
    MayNotAsk,
    NoSuchProposal,
    NothingToCount,
    NotYoursToDecide,
)
from medskab.tools.jobs.models import Job, JobState
from medskab.tools.jobs.tests.factories import run_pending_jobs

from . import factories

BY_HAND = {"reason": "The law forbids it", "decided_by": "The board"}


def order(decision, by, *orders, **given):
    orders = orders or (Order(rule="equal-shares"),)
    return actions.order_count(decision=decision, orders=list(orders), by=by, now=now(), **given)


def by_hand(decision, by, project="1", ruling=Ruling.EXCLUDE):
    return actions.decide_by_hand(
        decision=decision, project=project, ruling=ruling, words=BY_HAND, by=by, now=now()
    )


def test_counts_by_the_chosen_rule_and_others_to_compare(freja):
    decision = factories.counted(freja)
    official, other = Count.objects.all()
    assert (decision.state, decision.official_count_id) == (State.COUNTED, official.pk)
    assert (official.rule, official.completion, official.is_information) == ("equal-shares", "add1", False)
    assert (other.rule, other.is_information) == ("greedy-votes", True)
    assert official.outcome["winners"] == ["1", "3"]
    assert Line.objects.last().figures["winners"] == 2


def test_can_be_counted_again_until_it_is_published(freja):
    decision = factories.counted(freja)
    again = factories.counted(freja, decision=decision)
    assert Count.objects.count() == 4
    assert again.official_count == Count.objects.all()[2]
    published = factories.published(freja, title="Other")
    with pytest.raises(NothingToCount):
        order(published, freja)


def test_keeps_every_count_for_good(freja):
    count = factories.counted(freja).official_count
    with pytest.raises(WrittenForGood):
        count.delete()
    with pytest.raises(WrittenForGood):
        Count.objects.update(rule="bos")


def test_counts_under_limits(freja):
    decision = factories.imported(freja)
    order(decision, freja, Order(rule="greedy-votes", minimum_votes=3, ceilings={"place": 3999}))
    run_pending_jobs()
    decision.refresh_from_db()
    reasons = {one["project"]: one["code"] for one in decision.official_count.outcome["reasons"]}
    assert reasons == {
        "1": "category-full",
        "2": "too-few-votes",
        "3": "too-few-votes",
        "4": "too-few-votes",
        "5": "too-few-votes",
    }


def test_says_when_a_rule_does_not_fit_the_ballots(freja):
    decision = factories.imported(freja)
    order(decision, freja, Order(rule="equal-shares", satisfaction="points"))
    run_pending_jobs()
    job = Job.objects.order_by("id").last()
    assert (job.state, Count.objects.count()) == (JobState.FAILED, 0)
    assert job.error["en"].startswith("The votes cannot be counted by this rule.")


def test_counts_one_at_a_time(freja):
    decision = factories.imported(freja)
    first = order(decision, freja, idempotency_key="one")
    assert order(decision, freja, idempotency_key="one") == first
    with pytest.raises(AlreadyAtWork):
        order(decision, freja)


def test_decides_by_hand_with_a_reason(freja):
    decision = factories.imported(freja)
    by_hand(decision, freja)
    decision = factories.counted(freja, decision=decision)
    reasons = {one["project"]: one for one in decision.official_count.outcome["reasons"]}
    assert (reasons["1"]["code"], reasons["1"]["by"]) == ("override", "The board")
    assert "decision.decided_by_hand" in Line.objects.values_list("kind", flat=True)


def test_lets_the_latest_decision_by_hand_hold(freja):
    decision = factories.counted(freja)
    for ruling in (Ruling.EXCLUDE, Ruling.FUND):
        by_hand(decision, freja, "4", ruling)
    assert [one.ruling for one in queries.rulings(decision)] == ["fund"]
    assert queries.is_out_of_date(decision)
    by_hand(decision, freja, "4", Ruling.COUNT)
    assert not queries.is_out_of_date(decision)
    assert Override.objects.count() == 3


def test_refuses_whoever_is_no_facilitator_here(freja, outsiders):
    decision = factories.imported(freja)
    for who in outsiders:
        with pytest.raises(NotYoursToDecide):
            order(decision, who)
        with pytest.raises(NotYoursToDecide):
            by_hand(decision, who)
    assert (Count.objects.count(), Override.objects.count()) == (0, 0)


def test_refuses_a_proposal_of_another_decision(freja):
    with pytest.raises(NoSuchProposal):
        by_hand(factories.imported(freja), freja, "99")


def test_leaves_nothing_behind_when_it_breaks_halfway(freja, broken_halfway):
    decision = factories.imported(freja)
    before = Job.objects.count()
    broken = broken_halfway()
    for deed in (order, by_hand):
        with pytest.raises(broken):
            deed(decision, freja)
    assert (Job.objects.count(), Override.objects.count()) == (before, 0)


def test_finds_out_once_what_would_have_been_enough(freja):
    decision = factories.published(freja)
    fountain = decision.proposals.get(project="4")
    for _time in range(2):
        actions.order_what_if(decision=decision, proposal=fountain, by=None, now=now())
    run_pending_jobs()
    found = WhatIf.objects.get()
    assert (found.count_id, found.proposal) == (decision.official_count_id, fountain)
    assert found.answer["cost"] is not None
    assert Job.objects.filter(task__endswith="find_what_if").count() == 1


def test_does_not_find_out_about_a_winner_or_what_is_not_public(freja):
    published, counted = factories.published(freja), factories.counted(freja, title="Other")
    winner = published.proposals.get(project="1")
    with pytest.raises(NoSuchProposal):
        actions.order_what_if(decision=published, proposal=winner, by=None, now=now())
    with pytest.raises(MayNotAsk):
        actions.order_what_if(
            decision=counted, proposal=counted.proposals.get(project="4"), by=None, now=now()
        )
    assert not WhatIf.objects.exists()
