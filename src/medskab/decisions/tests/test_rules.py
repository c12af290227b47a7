"""Who may do what."""

import pytest

from medskab.decisions import rules

from . import factories


def test_lets_everybody_see_what_is_published(freja, outsiders):
    decision = factories.published(freja)
    assert all(rules.may_see(who, decision) for who in [freja, *outsiders])


def test_shows_a_draft_to_the_areas_staff_only(freja, outsiders, area):
    decision = factories.counted(freja)
    leader = factories.person(area, "poul", "project-leader")
    assert all(rules.may_see(who, decision) for who in (freja, leader))
    assert all(rules.may_work_on(who, decision) for who in (freja, leader))
    assert not any(rules.may_see(who, decision) for who in outsiders)
    assert not any(rules.may_work_on(who, decision) for who in outsiders)


def test_lets_only_facilitators_of_the_area_act(freja, outsiders, area):
    decision = factories.counted(freja)
    leader = factories.person(area, "poul", "project-leader")
    assert rules.may_conduct(freja, decision)
    assert rules.may_prepare(freja, area)
    assert not any(rules.may_conduct(who, decision) for who in [leader, *outsiders])
    assert not any(rules.may_prepare(who, area) for who in [leader, *outsiders])


@pytest.mark.parametrize(("seconds", "for_all"), [(0.5, True), (0.6, False)])
def test_lets_everybody_ask_what_is_quick_to_find(freja, outsiders, seconds, for_all):
    decision = factories.published(freja)
    decision.official_count.seconds = seconds
    assert rules.may_ask_what_if(freja, decision)
    assert [rules.may_ask_what_if(who, decision) for who in outsiders] == [for_all] * 3


def test_lets_nobody_ask_about_what_has_no_count(freja):
    assert not rules.may_ask_what_if(freja, factories.vote_of_homes(freja, is_published=True))


def test_lets_who_sees_the_decision_see_its_proposals(freja, outsiders):
    counted = factories.counted(freja).proposals.first()
    assert rules.may_see_proposal(freja, counted)
    assert not any(rules.may_see_proposal(who, counted) for who in outsiders)
