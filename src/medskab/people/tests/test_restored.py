"""Who was erased stays erased, whatever backup is restored."""

from datetime import timedelta

import pytest

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.people import actions, restored
from medskab.people.models import Person, Role, RoleKind

from .factories import area, facilitator, person

pytestmark = pytest.mark.django_db
NAME = "Ida Hedgehog"


def bring_back(who: Person, **more: object) -> None:
    """As a backup from before would."""
    Person.objects.filter(pk=who.pk).update(name=NAME, erased_at=None, **more)


@pytest.fixture
def ida() -> Person:
    here = area()
    freja, who = facilitator(here), person(here, NAME, RoleKind.RESIDENT)
    return actions.erase(person=who, by=freja, now=now())


def test_erases_again_whom_a_backup_still_knew(ida: Person) -> None:
    rows = restored.collect()
    bring_back(ida)
    Role.objects.filter(person=ida).update(ends_on=None)
    restored.replay(rows, now())
    ida.refresh_from_db()
    assert (ida.name, ida.erased_at is None) == ("", False)
    assert not Role.objects.filter(person=ida, ends_on=None).exists()
    assert Line.objects.filter(kind="people.erased").count() == 2


def test_leaves_a_stranger_with_the_same_number_alone(ida: Person) -> None:
    rows = restored.collect()
    bring_back(ida, created_at=ida.created_at - timedelta(days=1))
    restored.replay(rows, now())
    ida.refresh_from_db()
    assert (ida.name, ida.erased_at) == (NAME, None)
