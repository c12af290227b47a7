"""Nobody is part of anything without a yes, and everybody can leave."""

import pytest

from medskab.common.clock import now
from medskab.initiatives import actions, queries, refusals, rules
from medskab.initiatives.models import Author, AuthorState, Supporter
from medskab.notifications.models import News
from medskab.people.actions import Answer, answer_consent
from medskab.people.models import Purpose
from medskab.people.queries import people_named
from medskab.people.tests import factories as people

from . import factories


def ask(initiative, person, by):
    return actions.invite_author(initiative=initiative, person=person, by=by, now=now())


def test_asks_and_waits_for_a_yes(opened, ida, una):
    ask(opened, una, ida)
    assert not rules.is_author(una, opened)
    assert News.objects.filter(person=una, kind="initiatives/asked").exists()
    assert list(queries.invitations_of(una)) == [opened]
    actions.support(initiative=opened, by=una, now=now())
    actions.accept_invitation(initiative=opened, by=una, now=now())
    assert rules.is_author(una, opened)
    assert not Supporter.objects.exists()
    assert News.objects.filter(person=ida, kind="initiatives/team").exists()


def test_takes_no_for_an_answer(opened, ida, una):
    ask(opened, una, ida)
    actions.decline_invitation(initiative=opened, by=una, now=now())
    News.objects.all().delete()
    ask(opened, una, ida)
    assert not News.objects.exists()
    assert Author.objects.get(person=una).state == AuthorState.DECLINED
    with pytest.raises(refusals.NobodyAsked):
        actions.accept_invitation(initiative=opened, by=una, now=now())


def test_refuses_those_who_were_not_asked_or_may_not_ask(opened, ida, una, nadia, monkeypatch):
    with pytest.raises(refusals.NobodyAsked):
        actions.accept_invitation(initiative=opened, by=una, now=now())
    with pytest.raises(refusals.NobodyAsked):
        actions.decline_invitation(initiative=opened, by=una, now=now())
    with pytest.raises(refusals.NotYoursToWrite):
        ask(opened, ida, una)
    with pytest.raises(refusals.CannotBeAsked):
        ask(opened, nadia, ida)
    monkeypatch.setattr("medskab.initiatives.actions.team.MOST_ASKED", 0)
    with pytest.raises(refusals.TooManyAsked):
        ask(opened, una, ida)


def test_takes_no_child_for_the_adult_contact(opened, ida, sami):
    ask(opened, sami, ida)
    with pytest.raises(refusals.NotGrownUp):
        actions.accept_invitation(initiative=opened, is_adult_contact=True, by=sami, now=now())
    assert Author.objects.get(person=sami).state == AuthorState.INVITED


def test_lets_everybody_leave_but_the_lead(opened, ida, una):
    factories.author(opened, una)
    actions.leave(initiative=opened, by=una, now=now())
    assert not rules.is_author(una, opened)
    with pytest.raises(refusals.LeadStays):
        actions.leave(initiative=opened, by=ida, now=now())
    with pytest.raises(refusals.NotPartOfIt):
        actions.leave(initiative=opened, by=una, now=now())


def test_hands_over_to_somebody_who_is_part_of_it(opened, ida, una, freja):
    with pytest.raises(refusals.NotPartOfIt):
        actions.hand_over(initiative=opened, to=una, by=ida, now=now())
    factories.author(opened, una)
    with pytest.raises(refusals.NotYoursToDo):
        actions.hand_over(initiative=opened, to=una, by=una, now=now())
    assert [duty.title for duty in queries.duties_of(ida)] == ["Music in the yard"]
    assert actions.hand_over(initiative=opened, to=una, by=freja, now=now()).lead == una
    assert not list(queries.duties_of(ida))


def test_supports_once_and_takes_it_back(area, opened, ida, una, nadia):
    for _time in range(2):
        actions.support(initiative=opened, by=una, now=now())
    assert Supporter.objects.count() == 1
    with pytest.raises(refusals.PartOfItAlready):
        actions.support(initiative=opened, by=ida, now=now())
    with pytest.raises(refusals.CannotSupport):
        actions.support(initiative=opened, by=nadia, now=now())
    with pytest.raises(refusals.CannotSupport):
        actions.support(initiative=factories.draft(area, ida), by=una, now=now())
    actions.stop_supporting(initiative=opened, by=una, now=now())
    assert not queries.is_supporting(una, opened)


def test_shows_no_number_that_tells_of_few(area, opened):
    for number in range(5):
        assert queries.support_count(opened) is None
        who = people.person(area, f"Nabo {number}", email=f"nabo{number}@example.org")
        actions.support(initiative=opened, by=who, now=now())
    assert queries.support_count(opened) == 5


def test_shows_a_name_only_while_its_owner_agrees(opened, ida):
    assert [one.name for one in queries.members(opened, is_inside=False, now=now())] == [""]
    assert [one.name for one in queries.members(opened, is_inside=True, now=now())] == ["Ida"]
    for is_given, shown in ((True, "Ida"), (False, "")):
        answer = Answer(Purpose.PUBLISHED, is_given, ida, "en")
        answer_consent(person=ida, answer=answer, by=ida, now=now())
        assert [one.name for one in queries.members(opened, is_inside=False, now=now())] == [shown]


def test_finds_a_friend_by_mail_address_within_the_area_only(area, una, nadia):
    assert queries.person_at(area, " UNA.engen@example.org ") == una
    assert queries.person_at(area, nadia.account.email) is None
    assert una in people_named(area)
