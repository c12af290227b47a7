"""From a draft to something open, under way, ended, withdrawn, and back; people are told once."""

import pytest

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.initiatives import actions, queries, refusals
from medskab.initiatives.models import State
from medskab.notifications.models import News
from medskab.people.models import AgeBand, RoleKind
from medskab.people.tests import factories as people

from . import factories


def news(person, kind):
    return News.objects.filter(person=person, kind=f"initiatives/{kind}").count()


def test_says_plainly_what_is_missing(area, ida):
    draft = factories.draft(area, ida, what_if="")
    with pytest.raises(refusals.NotReady) as refused:
        actions.open_initiative(initiative=draft, by=ida, now=now())
    assert "What if" in str(refused.value)
    assert len(queries.why_not_ready(draft)) == 5
    assert "Choose what it touches" in str(refused.value)


def test_opens_once_by_its_lead(area, ida, una, freja):
    made = factories.initiative(area, ida, state=State.DRAFT)
    factories.author(made, una)
    for who in (una, freja):
        with pytest.raises(refusals.NotYoursToDo):
            actions.open_initiative(initiative=made, by=who, now=now())
    opened = actions.open_initiative(initiative=made, by=ida, now=now())
    assert opened.opened_at
    assert news(una, "team") == 1
    with pytest.raises(refusals.NotNow):
        actions.open_initiative(initiative=made, by=ida, now=now())


@pytest.mark.parametrize("band", [AgeBand.UNDER_13, AgeBand.FROM_15])
def test_asks_a_young_lead_for_an_adult_who_said_yes(area, una, band):
    young = people.person(area, "Sami", RoleKind.RESIDENT, age_band=band)
    made = factories.initiative(area, young, state=State.DRAFT)
    with pytest.raises(refusals.NotReady, match="18 or older"):
        actions.open_initiative(initiative=made, by=young, now=now())
    actions.invite_author(initiative=made, person=una, by=young, now=now())
    assert queries.why_not_ready(made)
    actions.accept_invitation(initiative=made, is_adult_contact=True, by=una, now=now())
    assert actions.open_initiative(initiative=made, by=young, now=now()).state == State.OPEN


def test_asks_who_says_no_age_for_it(area):
    ageless = people.person(area, "Lis", RoleKind.RESIDENT, age_band="")
    made = factories.initiative(area, ageless, state=State.DRAFT)
    assert queries.why_not_ready(made) == ["Say how old you are, under “My things”."]


def test_begins_ends_and_goes_on_where_it_was(opened, ida, una):
    actions.support(initiative=opened, by=una, now=now())
    actions.begin(initiative=opened, by=ida, now=now())
    ended = actions.end_initiative(initiative=opened, because="We have a stage", by=ida, now=now())
    assert (ended.state, ended.because) == (State.ENDED, "We have a stage")
    assert news(una, "supported") == 1
    assert Line.objects.get(kind="initiatives.ended").because == "We have a stage"
    again = actions.reopen(initiative=opened, by=ida, now=now())
    assert (again.state, again.because, again.ended_at) == (State.RUNNING, "", None)
    with pytest.raises(refusals.NotNow):
        actions.reopen(initiative=opened, by=ida, now=now())


def test_tells_a_supporter_who_joined_the_team_once(area, opened, ida, una):
    actions.support(initiative=opened, by=una, now=now())
    factories.author(opened, una)
    actions.end_initiative(initiative=opened, because="Done", by=ida, now=now())
    assert (news(una, "team"), news(una, "supported")) == (1, 0)


def test_ends_for_a_reason_and_by_lead_or_staff_only(opened, ida, una, freja, nadia):
    with pytest.raises(refusals.NeedsAReason):
        actions.end_initiative(initiative=opened, because=" ", by=ida, now=now())
    for who in (una, nadia):
        with pytest.raises(refusals.NotYoursToDo):
            actions.end_initiative(initiative=opened, because="x", by=who, now=now())
        with pytest.raises(refusals.NotYoursToDo):
            actions.withdraw(initiative=opened, because="x", by=who, now=now())
        with pytest.raises(refusals.NotYoursToDo):
            actions.begin(initiative=opened, by=who, now=now())
    assert actions.end_initiative(initiative=opened, because="Moved", by=freja, now=now()).ended_by == freja


def test_lets_the_lead_reopen_what_the_lead_withdrew_and_not_what_staff_did(opened, ida, freja):
    actions.withdraw(initiative=opened, because="Changed my mind", by=ida, now=now())
    assert actions.reopen(initiative=opened, by=ida, now=now()).state == State.DRAFT
    actions.withdraw(initiative=opened, because="It names a neighbour", by=freja, now=now())
    with pytest.raises(refusals.NotYoursToDo):
        actions.reopen(initiative=opened, by=ida, now=now())
    assert actions.reopen(initiative=opened, by=freja, now=now()).state == State.DRAFT


def test_leaves_nothing_behind_where_it_fails_halfway(opened, ida, una, monkeypatch):
    def broken(**_given):
        raise RuntimeError

    actions.support(initiative=opened, by=una, now=now())
    monkeypatch.setattr("medskab.initiatives.actions.states.notifications.tell", broken)
    with pytest.raises(RuntimeError):
        actions.end_initiative(initiative=opened, because="x", by=ida, now=now())
    opened.refresh_from_db()
    assert opened.state == State.OPEN
    assert not Line.objects.filter(kind="initiatives.ended").exists()
