"""Minutes: every point written, two people under the same words, then everybody."""

import pytest
from django.db import IntegrityError, transaction

from medskab.common.clock import now
from medskab.gatherings import actions, queries, refusals
from medskab.gatherings.minutes_content import digest_of
from medskab.gatherings.models import Gathering, Kind, Signature, SignedAs, State

from . import factories


def latest(meeting):
    return meeting.minutes_versions.select_related("gathering__area").order_by("-number").first()


def signed(meeting, by, as_what=SignedAs.BOARD, sha256=None, on_paper=False):
    version = latest(meeting)
    return actions.sign_minutes(
        version=version,
        signed_as=as_what,
        sha256=sha256 or version.sha256,
        is_on_paper=on_paper,
        by=by,
        now=now(),
    )


def test_finishes_only_when_every_point_has_words(area, bo):
    meeting = factories.gathering(area, bo, state=State.HELD)
    with pytest.raises(refusals.ItemWithoutMinutes, match="point 1"):
        actions.finish_minutes(gathering=meeting, by=bo, now=now())


@pytest.fixture
def meeting(area, bo):
    return factories.gathering(area, bo, state=State.WRITTEN)


def test_signs_what_the_digest_says(meeting, bo):
    version = latest(meeting)
    assert version.sha256 == digest_of(version.content)
    assert "Karen Holm" not in str(version.content)


def test_needs_two_different_people_in_two_offices(area, meeting, bo):
    signed(meeting, bo)
    with pytest.raises(refusals.AlreadySigned):
        signed(meeting, bo, SignedAs.CHAIR, on_paper=True)
    second = factories.board_member(area, "Second")
    with pytest.raises(refusals.AlreadySigned):
        signed(meeting, second)
    signed(meeting, second, SignedAs.CHAIR, on_paper=True)
    assert factories.again(meeting).state == State.SIGNED


def test_counts_the_signature_that_was_just_given(area, meeting, bo):
    signed(meeting, factories.board_member(area, "Second"), SignedAs.CHAIR, on_paper=True)
    version = queries.latest_minutes(meeting)
    version.gathering = meeting
    given = {"signed_as": SignedAs.BOARD, "sha256": version.sha256, "is_on_paper": False}
    actions.sign_minutes(version=version, **given, by=bo, now=now())
    assert factories.again(meeting).state == State.SIGNED


def test_keeps_one_person_from_signing_twice_in_the_database(area, meeting, bo):
    signed(meeting, bo)
    row = {"area": area, "version": latest(meeting), "sha256": "x", "at": now(), "by": bo}
    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.create(signed_as=SignedAs.CHAIR, **row)


def test_lets_the_chair_sign_and_nobody_for_the_chair(area, meeting, bo, ida):
    Gathering.objects.filter(pk=meeting.pk).update(chair=ida)
    with pytest.raises(refusals.NotYoursToSign):
        signed(meeting, bo, SignedAs.CHAIR, on_paper=True)
    with pytest.raises(refusals.NotYoursToSign):
        signed(meeting, ida)
    assert signed(meeting, ida, SignedAs.CHAIR).by == ida


def test_refuses_a_signature_under_other_words(meeting, bo):
    with pytest.raises(refusals.MinutesChanged):
        signed(meeting, bo, sha256="0" * 64)


def test_voids_signatures_by_a_new_version(meeting, bo):
    signed(meeting, bo)
    before = latest(meeting)
    actions.reopen_minutes(gathering=factories.again(meeting), because="A number is wrong", by=bo, now=now())
    point = factories.item(factories.again(meeting), "budget")
    actions.write_minutes(item=point, minutes="Other words.", decided="", by=bo, now=now())
    actions.finish_minutes(gathering=factories.again(meeting), by=bo, now=now())
    after = latest(meeting)
    assert (after.number, after.signatures.count()) == (2, 0)
    assert after.sha256 != before.sha256
    with pytest.raises(refusals.MinutesChanged):
        actions.sign_minutes(
            version=before, signed_as="chair", sha256=before.sha256, is_on_paper=True, by=bo, now=now()
        )


def test_publishes_lawful_minutes_only_when_signed(area, meeting, bo, ida):
    with pytest.raises(refusals.NotSigned):
        actions.publish_minutes(gathering=meeting, by=bo, now=now())
    with pytest.raises(refusals.NotYoursToConduct):
        actions.publish_minutes(gathering=meeting, by=ida, now=now())
    talk = factories.gathering(area, bo, kind=Kind.INFORMAL, state=State.WRITTEN)
    assert actions.publish_minutes(gathering=talk, by=bo, now=now()).state == State.PUBLISHED


def test_writes_minutes_while_held_only_and_by_those_who_conduct(area, meeting, bo, ida):
    point = factories.item(meeting, "budget")
    with pytest.raises(refusals.NotAtThisPoint):
        actions.write_minutes(item=point, minutes="x", decided="", by=bo, now=now())
    with pytest.raises(refusals.NotYoursToConduct):
        actions.write_minutes(item=point, minutes="x", decided="", by=ida, now=now())
