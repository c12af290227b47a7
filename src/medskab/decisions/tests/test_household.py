"""A vote of the homes."""

import pytest
from django.db import IntegrityError, transaction

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.decisions import actions, queries
from medskab.decisions.models import Decision, HouseholdVote, Publication, State
from medskab.decisions.refusals import AlreadyCorrected, NothingChanged, NotYoursToDecide
from medskab.decisions.results import homes_result

from . import factories

WORDS = {name: text for name, text in factories.MEANING.items() if name != "decided_on"} | {
    "title": "Shall block 4 be rebuilt?",
    "nature": "decision",
}


def enter(by, **given):
    given = {"area": by.area if by else None, "words": WORDS, "vote": factories.VOTE} | given
    return actions.enter_vote(**given, by=by, now=now())


def correct(decision, by, **changed):
    replaced = queries.standing_vote(decision)
    vote = factories.VOTE | changed
    return actions.correct_vote(replaced=replaced, vote=vote, because="Misread", by=by, now=now())


def test_counts_a_real_vote_from_its_minutes(freja):
    decision = actions.publish(decision=enter(freja), by=freja, now=now())
    result = homes_result(decision.publication.snapshot)
    assert result.headline == "The homes voted no"
    assert result.turnout == "642 of at most 2,690 votes were cast: 23.9%."
    assert "at least 321 and at most 642 of 1,345 homes" in result.homes
    assert result.rule[0] == "Each home has two votes, whether one person lives there or seven."


def test_refuses_more_votes_than_the_homes_have(freja):
    with pytest.raises(CannotAct) as refused:
        enter(freja, vote=factories.VOTE | {"homes": 320})
    assert str(refused.value).startswith("642 votes are more than 320 homes can cast (640).")
    assert not Decision.objects.exists()


def test_lets_the_database_refuse_them_too(freja):
    decision = enter(freja)
    other = Decision.objects.create(
        area=decision.area, slug="x", title="x", kind="household", nature="decision", created_at=now()
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        HouseholdVote.objects.create(
            area=decision.area, decision=other, at=now(), by=freja, **factories.VOTE | {"homes": 320}
        )


def test_is_entered_once(freja):
    first = enter(freja, idempotency_key="one")
    assert enter(freja, idempotency_key="one") == first
    assert HouseholdVote.objects.count() == 1


def test_corrects_by_a_new_row_with_its_reason(freja):
    decision = correct(enter(freja), freja, yes=270)
    old, new = HouseholdVote.objects.all()
    assert (new.replaces, new.because, new.yes, old.yes) == (old, "Misread", 270, 269)
    assert queries.standing_vote(decision) == new
    assert decision.state == State.COUNTED


def test_publishes_a_correction_of_what_is_public(freja):
    decision = factories.vote_of_homes(freja, is_published=True)
    decision = correct(decision, freja, yes=400)
    result = homes_result(decision.publication.snapshot)
    assert result.headline == "The homes voted yes"
    assert result.corrections[0].because == "Misread"
    assert Publication.objects.count() == 2


def test_corrects_what_stands_and_nothing_older(freja):
    decision = enter(freja)
    replaced = queries.standing_vote(decision)
    correct(decision, freja, yes=270)
    with pytest.raises(AlreadyCorrected):
        actions.correct_vote(
            replaced=replaced, vote=factories.VOTE | {"yes": 1}, because="x", by=freja, now=now()
        )
    with pytest.raises(NothingChanged):
        correct(decision, freja, yes=270)
    assert HouseholdVote.objects.count() == 2


def test_refuses_whoever_is_no_facilitator_here(freja, outsiders, area):
    decision = enter(freja)
    for who in outsiders:
        with pytest.raises(NotYoursToDecide):
            enter(who, area=area)
        with pytest.raises(NotYoursToDecide):
            correct(decision, who, yes=1)
    assert HouseholdVote.objects.count() == 1


def test_leaves_nothing_behind_when_it_breaks_halfway(freja, broken_halfway):
    decision = enter(freja)
    broken = broken_halfway()
    with pytest.raises(broken):
        enter(freja)
    with pytest.raises(broken):
        correct(decision, freja, yes=1)
    assert (Decision.objects.count(), HouseholdVote.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"yes": 362}, "Yes and no were equal, so nothing was adopted"),
        ({"yes": 363}, "The homes voted yes"),
        ({"yes": 363, "majority": "of-cast"}, "The homes voted no"),
    ],
)
def test_says_what_was_decided(freja, changed, said):
    decision = enter(freja, vote=factories.VOTE | changed)
    decision = actions.publish(decision=decision, by=freja, now=now())
    assert homes_result(decision.publication.snapshot).headline == said
