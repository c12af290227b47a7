"""What `@deed` promises."""

import pytest

from medskab.audit import actions as audit
from medskab.audit.models import Line
from medskab.common.append_only import WrittenForGood
from medskab.common.clock import now
from medskab.common.deed import CannotAct, KeyUsedElsewhere, deed
from medskab.common.models import DeedReceipt
from medskab.places.models import Area

pytestmark = pytest.mark.django_db


@deed
def found(*, slug, by=None, fail=False):
    area = Area.objects.create(name=slug.title(), slug=slug, created_at=now())
    audit.record("test.founded", area, by=by, now=now())
    if fail:
        raise CannotAct("No.")
    return area


def test_gives_the_first_answer_to_a_retry():
    first = found(slug="engen", idempotency_key="k1")
    again = found(slug="engen", idempotency_key="k1")
    assert first == again
    assert Area.objects.count() == 1
    assert Line.objects.count() == 1


def test_leaves_nothing_behind_when_it_fails_halfway():
    with pytest.raises(CannotAct):
        found(slug="engen", fail=True, idempotency_key="k1")
    assert (Area.objects.count(), Line.objects.count(), DeedReceipt.objects.count()) == (0, 0, 0)


def test_refuses_a_key_that_was_used_for_another_deed():
    found(slug="engen", idempotency_key="k1")

    @deed
    def other(*, by=None):
        raise AssertionError("must not run")

    with pytest.raises(KeyUsedElsewhere):
        other(idempotency_key="k1")


def test_runs_a_deed_inside_a_deed_as_one():
    @deed
    def both(*, by=None):
        found(slug="engen", idempotency_key="inner")
        raise CannotAct("No.")

    with pytest.raises(CannotAct):
        both()
    assert not Area.objects.exists()


def test_refuses_to_change_what_is_written_for_good():
    line = audit.record("test.done", found(slug="engen"), by=None, now=now())
    with pytest.raises(WrittenForGood):
        line.save()
    with pytest.raises(WrittenForGood):
        Line.objects.update(kind="other")
