"""The pages: lists, one initiative, one's own; each shows what its viewer may see."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.initiatives import actions
from medskab.initiatives.models import State
from medskab.needs.tests import factories as needs
from medskab.people.tests import factories as people
from medskab.threads.queries import thing_at

from . import factories


@pytest.fixture
def listed(client, area):
    """The list's page, asked with a query."""
    return lambda query="": client.get(reverse("initiatives", args=[area.slug]) + query).text


def test_lists_what_is_open_by_track_and_what_touches_only_one(area, ida, listed):
    factories.initiative(area, ida, title="Both")
    factories.initiative(area, ida, title="Alone", on_place=False)
    factories.initiative(area, ida, title="Hidden", state=State.DRAFT)
    factories.initiative(area, ida, title="Gone", state=State.ENDED)
    for query, shown in (
        ("", {"Both", "Alone"}),
        ("?track=place", {"Both"}),
        ("?track=social", {"Both", "Alone"}),
        ("?track=organisation", set()),
        ("?only=one", {"Alone"}),
        ("?track=social&only=one", {"Alone"}),
        ("?track=ended", {"Gone"}),
        ("?track=' or 1=1", {"Both", "Alone"}),
    ):
        page = listed(query)
        assert {title for title in ("Both", "Alone", "Hidden", "Gone") if f">{title}<" in page} == shown


def test_asks_the_same_number_of_questions_however_many_there_are(
    client, area, ida, django_assert_max_num_queries
):
    for number in range(12):
        factories.initiative(area, ida, title=f"Initiative {number}", place=people.place(area, f"P{number}"))
    with django_assert_max_num_queries(8):
        assert client.get(reverse("initiatives", args=[area.slug])).status_code == 200


def test_shows_a_card_without_names_and_offers_support(client, opened, una):
    page = client.get(opened.get_absolute_url()).text
    assert "What if the yard was full of music?" in page
    assert "Ida" not in page
    assert "Somebody who lives here" in page
    assert "Withdraw it" not in page
    support = reverse("initiative-support", args=[opened.area.slug, opened.slug])
    assert client.post(support).url.startswith("/account/login/")
    people.sign_in(client, una)
    assert client.post(support, {"idempotency_key": "one"}).status_code == 302
    assert "You think so too" in client.get(opened.get_absolute_url()).text


def test_escapes_what_is_written(client, area, ida):
    made = factories.initiative(area, ida, title="<b>x</b>", idea="<script>x()</script>")
    page = client.get(made.get_absolute_url()).text
    assert "&lt;b&gt;x" in page
    assert "<script>x" not in page


@pytest.fixture
def others(freja, sami, nadia):
    """People who were not asked, and what a draft answers them."""
    return ((freja, 200), (sami, 403), (nadia, 404))


def test_shows_a_draft_to_authors_those_asked_and_staff_only(client, ida, una, others):
    draft = factories.draft(ida.area, ida)
    actions.invite_author(initiative=draft, person=una, by=ida, now=now())
    assert client.get(draft.get_absolute_url()).status_code == 302
    for who, expected in ((ida, 200), (una, 200), *others):
        people.sign_in(client, who)
        assert client.get(draft.get_absolute_url()).status_code == expected, who.name


def test_tells_of_what_was_withdrawn_only_why(client, opened, ida):
    actions.withdraw(initiative=opened, because="Too loud", by=ida, now=now())
    page = client.get(opened.get_absolute_url()).text
    assert "Too loud" in page
    assert "Music" not in page
    people.sign_in(client, ida)
    assert "Music in the yard" in client.get(opened.get_absolute_url()).text


def test_hides_a_draft_from_threads_and_shows_it_once_it_is_open(area, ida, una, freja):
    made = factories.initiative(area, ida, state=State.DRAFT)
    actions.take_up(initiative=made, need=needs.need(area, freja), by=ida, now=now())
    key = ("initiatives.initiative", str(made.pk))
    seen = [thing_at(*key, area_id=area.pk, viewer=who) for who in (ida, freja, una, None)]
    assert seen == [made, made, None, None]
    actions.open_initiative(initiative=made, by=ida, now=now())
    assert thing_at(*key, area_id=area.pk, viewer=None) == made


def test_lists_what_is_mine_and_what_i_am_asked(client, area, opened, ida, una):
    mine = reverse("initiatives-mine", args=[area.slug])
    assert client.get(mine).status_code == 302
    actions.invite_author(initiative=opened, person=una, by=ida, now=now())
    people.sign_in(client, una)
    page = client.get(mine).text
    assert "You are asked to join" in page
    assert "You are part of nothing yet" in page
    people.sign_in(client, ida)
    assert "Music in the yard" in client.get(mine).text


def test_keeps_areas_apart(client, opened, nadia):
    people.sign_in(client, nadia)
    assert client.get(reverse("initiative", args=[nadia.area.slug, opened.slug])).status_code == 404
