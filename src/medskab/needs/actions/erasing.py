"""Emptying what somebody said: when they are erased, or take it back by their receipt."""

from datetime import datetime
from functools import partial

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.needs import receipts
from medskab.needs.models import Input, InputState
from medskab.needs.walls import tell_walls
from medskab.people.models import Person
from medskab.places.models import Area
from medskab.tools.media import keeping

_AT_ONCE = 500


@deed
def erase_from_needs(*, person: Person, by: Person | None, now: datetime) -> None:
    """Empty the person's inputs."""
    _empty(Input.objects.for_area(person.area).filter(said_by=person))


@deed
def take_back(*, area: Area, code: str, by: Person | None, now: datetime) -> Input:
    """Whoever holds the receipt may take back what was said; that a need was heard in it stays a number."""
    theirs = Input.objects.for_area(area).filter(receipt_hmac=receipts.kept(code))
    row = theirs.first()
    if row is None:
        raise CannotAct(_("We find nothing under this code. Look at it again."))
    _empty(theirs)
    record("needs/taken-back", row, by=None, now=now)
    row.refresh_from_db()
    return row


@deed
def take_back_again(*, digests: list[str], by: None, now: datetime) -> None:
    """Empty what a restored backup still held, though it had been taken back or erased."""
    for begin in range(0, len(digests), _AT_ONCE):
        theirs = Input.objects.filter(receipt_hmac__in=digests[begin : begin + _AT_ONCE])
        still = theirs.exclude(words="", voice_text="", photo="", voice="")
        for row in still.select_related("area"):
            record("needs/taken-back", row, by=by, now=now)
        _empty(Input.objects.filter(pk__in=[row.pk for row in still]))


def _empty(theirs: models.QuerySet[Input]) -> None:
    """Their files go once the deed stands."""
    for names in theirs.values_list("photo", "voice"):
        for name in filter(None, names):
            transaction.on_commit(partial(keeping.drop, name))
    tell_walls(theirs.values_list("pk", flat=True))
    waiting = theirs.filter(state__in=(InputState.NEW, InputState.HIDDEN))
    waiting.update(state=InputState.DECLINED)
    theirs.update(
        words="",
        voice_text="",
        photo="",
        voice="",
        language="",
        latitude=None,
        longitude=None,
        contact="",
        care="",
        answer="",
        because="",
        publish_own_words=False,
        said_by=None,
    )
