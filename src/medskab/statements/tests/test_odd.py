"""What looks odd is shown to people; what they set aside is not counted, and everybody reads why."""

from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.statements import actions, results
from medskab.statements.calculations import odd
from medskab.statements.calculations.counting import votes_of
from medskab.tools.jobs.tests.factories import run_pending_jobs

from . import factories

AT = ["engen", "our-yards"]


@pytest.fixture
def crowded(yards):
    """Thirty voices of whom no two agree, and three that answered all twelve in the same unlikely way."""
    shown, voices = factories.statements(yards, 12), factories.voices(yards, 33)
    factories.votes(voices, shown, _answer)
    return voices


def _answer(who, what):
    if who >= 30:
        return -1 if what % 2 else 1
    return 1 if (who * 7 + what * what * 3 + who * what) % 5 < 2 else -1


def test_shows_ballots_that_are_the_same_and_who_cast_them(yards, crowded):
    found = next(one for one in odd.patterns(yards) if one.kind == "alike")
    assert set(found.numbers) == {one.number for one in crowded[30:]}
    assert found.votes == 12


def test_does_not_count_what_is_set_aside_and_says_so_in_public(client, staff, yards, crowded):
    pattern = next(one for one in odd.patterns(yards) if one.kind == "alike")
    said = {"voices": pattern.named, "because": "One person cast them", "idempotency_key": "one"}
    assert staff.post(reverse("conversation-oddities", args=AT), said, follow=True).status_code == 200
    run_pending_jobs()
    cache.clear()
    page = client.get(reverse("conversation-result", args=AT)).text
    assert "3 voices were set aside and are not counted." in page
    assert "One person cast them" in page
    assert "30 voices took part." in page
    assert yards.snapshots.get().shown["voices"] == votes_of(yards).shape[0] == 30


def test_counts_again_what_was_set_aside(staff, yards, crowded, freja):
    numbers = [one.number for one in crowded[30:]]
    actions.set_aside(conversation=yards, voices=numbers, because="Odd", by=freja, now=now())
    back = {"count_again": "on", "because": "Odd", "idempotency_key": "two"}
    staff.post(reverse("conversation-oddities", args=AT), back)
    assert votes_of(yards).shape[0] == 33
    assert not results.set_aside(yards)


def test_sets_aside_only_for_a_reason_and_by_staff(yards, crowded, ida, freja):
    number = [crowded[0].number]
    with pytest.raises(CannotAct):
        actions.set_aside(conversation=yards, voices=number, because="Odd", by=ida, now=now())
    with pytest.raises(CannotAct):
        actions.set_aside(conversation=yards, voices=number, because=" ", by=freja, now=now())
    actions.set_aside(conversation=yards, voices=number, because="Odd", by=freja, now=now())
    with pytest.raises(CannotAct):
        actions.set_aside(conversation=yards, voices=number, because="Odd", by=freja, now=now())
    with pytest.raises(CannotAct):
        actions.count_again(conversation=yards, because="Odd", by=ida, now=now())
    with pytest.raises(CannotAct):
        actions.count_again(conversation=yards, because="Never said", by=freja, now=now())


def test_finds_an_hour_that_chance_does_not_explain():
    begun = now().replace(minute=30)
    calm = [begun + timedelta(hours=at) for at in range(40) for _one in range(2)]
    assert not odd.unusual(calm)
    (found,) = odd.unusual(calm + [begun + timedelta(hours=5, minutes=1)] * 20)
    assert (found.count, found.usual) == (22, 2.0)
    assert isinstance(found.hour, datetime)


def test_shows_floods_of_statements(staff, yards):
    for number in range(10):
        factories.statement(yards, f"Odd {number}", origin="resident", said_by_voice="k" * 64)
    page = staff.get(reverse("conversation-oddities", args=AT)).text
    assert "One voice put in 10 statements; 10 of them are shown." in page
    assert "Nothing is removed by itself." in page


def test_shows_ones_own_place_to_that_browser_alone(client, yards):
    factories.camps(yards)
    other = type(client)(HTTP_ACCEPT_LANGUAGE="en")
    other.get(reverse("conversation-vote", args=AT))
    for one in yards.statements.all():
        other.post(reverse("conversation-vote", args=AT), {"statement": one.pk, "choice": "1"})
    actions.ask_for_count(conversation=yards, by=None, now=now())
    run_pending_jobs()
    own, theirs = (one.get(reverse("conversation-result", args=AT)) for one in (other, client))
    assert "You are here" in own.text
    assert own["Cache-Control"] == "no-store"
    assert "You are here" not in theirs.text
    assert "opinions__here" not in theirs.text
