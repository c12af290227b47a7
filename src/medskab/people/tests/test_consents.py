"""Saying yes, and taking it back."""

from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.urls import reverse

from medskab.audit import actions as audit
from medskab.audit.models import Line
from medskab.common.append_only import WrittenForGood
from medskab.common.clock import now
from medskab.people import actions, queries
from medskab.people.age import own_consent_age
from medskab.people.models import AgeBand, Channel, Consent, Purpose, Voice
from medskab.people.refusals import AgeIsKnown, AgeUnknown, NotYoursToDo, TextHasChanged

from .factories import area, facilitator, person, sign_in

pytestmark = pytest.mark.django_db
QUOTED = Purpose.QUOTED


@pytest.fixture
def here():
    return area()


@pytest.fixture
def ida(here):
    return person(here, "Ida")


@pytest.fixture
def sofia(here, ida):
    return person(here, "Sofia", age_band=AgeBand.FROM_13, guardian=ida)


def say(whom, by, is_given=True, said_by=None, **given):
    answer = actions.Answer(
        **{"purpose": QUOTED, "is_given": is_given, "said_by": said_by or by, "language": "da"} | given
    )
    return actions.answer_consent(person=whom, answer=answer, by=by, now=now())


def test_is_a_no_until_somebody_says_yes(ida):
    assert not any(state.is_given for state in queries.consent_states(ida, now()))
    say(ida, ida)
    given = [state.purpose for state in queries.consent_states(ida, now()) if state.is_given]
    assert given == [QUOTED]


def test_keeps_who_said_it_to_which_words_and_how(ida):
    row = say(ida, ida)
    assert (row.voice, row.said_by, row.channel, row.witness) == (Voice.OWN, ida, Channel.WEB, None)
    assert (row.text_version, row.language) == ("2026-1", "da")
    assert Line.objects.get().figures == {"purpose": "quoted"}


def test_counts_the_newest_answer(ida):
    for is_given in (True, False, True, False):
        say(ida, ida, is_given)
        assert queries.has_consent(ida, QUOTED, now()) is is_given
    assert Consent.objects.count() == 4


@pytest.mark.parametrize("order", [("ida", "sofia"), ("sofia", "ida")])
def test_needs_both_the_guardian_and_the_child_under_fifteen(ida, sofia, order):
    people = {"ida": ida, "sofia": sofia}
    say(sofia, people[order[0]])
    assert not queries.has_consent(sofia, QUOTED, now())
    say(sofia, people[order[1]])
    assert queries.has_consent(sofia, QUOTED, now())
    say(sofia, sofia, is_given=False)
    assert not queries.has_consent(sofia, QUOTED, now())


def test_forgets_a_yes_of_somebody_who_is_no_longer_the_guardian(here, ida, sofia):
    say(sofia, ida)
    say(sofia, sofia)
    sofia.guardian = person(here, "Bo")
    assert not queries.has_consent(sofia, QUOTED, now())


def test_asks_anew_when_a_child_turns_fifteen(ida, sofia):
    say(sofia, ida)
    say(sofia, sofia)
    sofia.age_band = AgeBand.FROM_15
    assert not queries.has_consent(sofia, QUOTED, now())


def test_knows_the_age_of_each_time():
    assert own_consent_age(date(2023, 12, 31)) == 13
    assert own_consent_age(date(2024, 1, 1)) == 15
    assert own_consent_age(date(2010, 1, 1)) == 13


def test_lets_thirteen_year_olds_decide_alone_before_2024_only(sofia):
    assert queries.needed_voices(sofia, date(2023, 12, 31)) == (Voice.OWN,)
    assert queries.needed_voices(sofia, date(2024, 1, 1)) == (Voice.GUARDIAN, Voice.CHILD)


def test_takes_no_yes_from_somebody_whose_age_nobody_knows(here):
    bo = person(here, "Bo", age_band="")
    with pytest.raises(AgeUnknown):
        say(bo, bo)
    assert say(bo, bo, is_given=False).voice == Voice.OWN


def test_lets_somebody_say_their_age_once(here):
    bo = person(here, "Bo", age_band="")
    actions.say_age(person=bo, band=AgeBand.FROM_15, by=bo, now=now())
    with pytest.raises(AgeIsKnown):
        actions.say_age(person=bo, band=AgeBand.ADULT, by=bo, now=now())
    actions.say_age(person=bo, band=AgeBand.ADULT, by=facilitator(here), now=now())
    bo.refresh_from_db()
    assert bo.age_band == AgeBand.ADULT
    with pytest.raises(NotYoursToDo):
        actions.say_age(person=bo, band=AgeBand.ADULT, by=None, now=now())


def test_refuses_a_yes_to_an_older_text(ida):
    with pytest.raises(TextHasChanged):
        say(ida, ida, text_version="2025-1")


def test_writes_down_what_staff_heard_with_the_witness(here, ida):
    freja = facilitator(here)
    row = say(ida, freja, said_by=ida, channel=Channel.PAPER)
    assert (row.voice, row.witness) == (Voice.OWN, freja)


def test_refuses_words_in_somebody_elses_mouth(here, ida, sofia):
    freja, bo = facilitator(here), person(here, "Bo")
    for whom, by, given in (
        (ida, bo, {}),
        (ida, None, {"said_by": ida}),
        (ida, freja, {}),
        (ida, bo, {"said_by": ida, "channel": Channel.PAPER}),
        (freja, freja, {"channel": Channel.PAPER}),
        (sofia, freja, {"said_by": bo, "channel": Channel.PAPER}),
    ):
        with pytest.raises(NotYoursToDo):
            say(whom, by, **given)
    assert not Consent.objects.exists()


withdrawn = []


def take_down(*, person, purpose, by, now):
    withdrawn.append((person, purpose))


def test_tells_the_rooms_above_in_the_same_deed(ida, monkeypatch):
    room = apps.get_app_config("notifications")
    monkeypatch.setattr(room, "consent_withdrawals", (f"{__name__}.take_down",), raising=False)
    monkeypatch.setattr(f"{__name__}.withdrawn", [])
    say(ida, ida)
    assert withdrawn == []
    say(ida, ida, is_given=False)
    assert withdrawn == [(ida, QUOTED)]


def test_leaves_nothing_when_it_fails_halfway(ida, monkeypatch):
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        say(ida, ida)
    assert not Consent.objects.exists()


def test_is_written_for_good(ida):
    row = say(ida, ida)
    with pytest.raises(WrittenForGood):
        Consent.objects.filter(pk=row.pk).update(is_given=False)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Consent._base_manager.filter(pk=row.pk)._raw_delete("default")


def test_is_given_and_taken_back_on_ones_own_page(client, here, ida, sofia):
    sign_in(client, ida)
    for whom in (ida, sofia):
        sent = {"person": whom.pk, "purpose": "quoted", "is_given": "yes", "text_version": "2026-1"}
        client.post(reverse("answer-consent", args=[here.slug]), sent | {"idempotency_key": f"k{whom.pk}"})
    assert queries.has_consent(ida, QUOTED, now())
    assert [row.voice for row in Consent.objects.filter(person=sofia)] == [Voice.GUARDIAN]


def test_cannot_be_given_for_a_neighbour_from_ones_own_page(client, here, ida):
    bo = person(here, "Bo")
    sent = {"person": bo.pk, "purpose": "quoted", "is_given": "yes", "text_version": "2026-1"}
    sign_in(client, ida).post(reverse("answer-consent", args=[here.slug]), sent | {"idempotency_key": "k"})
    assert not Consent.objects.exists()
