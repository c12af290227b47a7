"""Who is erased leaves no name in any card, and no draft that was theirs alone."""

from medskab.common.clock import now
from medskab.initiatives import actions, queries
from medskab.initiatives.models import Author, Initiative, State, Supporter
from medskab.people.actions import erase
from medskab.people.tests import factories as people

from . import factories


def test_deletes_a_draft_that_nobody_else_wrote(area, ida, una, freja):
    factories.draft(area, ida)
    shared = factories.draft(area, ida, title="Ours")
    factories.author(shared, una)
    erase(person=ida, by=freja, now=now())
    assert [one.title for one in Initiative.objects.all()] == ["Ours"]


def test_leaves_what_is_public_without_the_person(area, ida, una, freja):
    words = {"team": "Ida and Una", "idea": "Ask Ida. Idaho stays.", "contact": "Ida, 12 34 56 78"}
    made = factories.initiative(area, ida, **words)
    other = factories.initiative(area, una, title="Lamps", key_people="Ida's van")
    actions.support(initiative=other, by=ida, now=now())
    erase(person=ida, by=freja, now=now())
    made.refresh_from_db()
    other.refresh_from_db()
    assert (made.team, made.contact, made.idea) == ("", "", "Ask …. Idaho stays.")
    assert other.key_people == "…'s van"
    assert made.state == State.OPEN
    assert not Supporter.objects.exists()
    assert not Author.objects.filter(person=ida).exists()


def test_keeps_a_name_that_somebody_else_bears(area, ida, una, freja):
    made = factories.initiative(area, una, idea="Ask Ida.")
    people.person(area, "Ida", email="another@example.org")
    erase(person=ida, by=freja, now=now())
    made.refresh_from_db()
    assert made.idea == "Ask Ida."


def test_hands_out_what_somebody_is_part_of(opened, ida, una):
    actions.support(initiative=opened, by=una, now=now())
    assert queries.own_things(una)["supports"][0]["title"] == "Music in the yard"
    assert queries.own_things(ida)["initiatives"] == [{"title": "Music in the yard", "part": "accepted"}]
