"""Saying something, by oneself or through somebody who writes it down."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.needs import receipts, rules
from medskab.needs.models import MOST_WORDS, Channel, Input
from medskab.needs.pins import Pin, pinned
from medskab.people.models import Person
from medskab.places.models import Area, Place, PlaceKind

BY_ONESELF = frozenset({Channel.WEB, Channel.QR, Channel.KIOSK})


@dataclass(frozen=True)
class Said:
    """What came in; photo and voice are names of kept files; without a day it was today.

    `by_oneself`: at a meeting, where some speak for themselves and others are written down.
    """

    kind: str
    words: str = ""
    photo: str = ""
    voice: str = ""
    contact: str = ""
    place: Place | None = None
    channel: str = Channel.WEB
    publish_own_words: bool = False
    day: date | None = None
    language: str = ""
    by_oneself: bool = False
    pin: Pin | None = None


@deed
def say(*, area: Area, said: Said, code: str, by: Person | None, now: datetime) -> Input:
    """Take in what somebody says, to be found again by the receipt's code."""
    is_typed = not _is_by_oneself(said)
    if is_typed and not rules.may_sort(by, area):
        raise CannotAct(_("Only those who work here write down for others."))
    _check(area, said)
    if Input.objects.filter(receipt_hmac=receipts.kept(code)).exists():
        raise CannotAct(_("This code is in use already: the slip was typed in before."))
    today = timezone.localdate(now)
    if said.day and said.day > today:
        raise CannotAct(_("This day is still to come."))
    here = by if by and by.area_id == area.pk else None
    row = Input.objects.create(
        area=area,
        language=said.language,
        place=_no_finer_than_the_block(said.place),
        channel=said.channel,
        kind=said.kind,
        words=said.words.strip(),
        photo=said.photo,
        voice=said.voice,
        contact=said.contact.strip(),
        publish_own_words=said.publish_own_words,
        receipt_hmac=receipts.kept(code),
        typed_by=here if is_typed else None,
        said_by=None if is_typed else here,
        said_on=said.day or today,
        said_at=now,
        **pinned(area, said.pin, today),
    )
    record("needs/said", row, by=by if is_typed else None, now=now)
    return row


def _is_by_oneself(said: Said) -> bool:
    return said.channel in BY_ONESELF or (said.channel == Channel.MEETING and said.by_oneself)


def _check(area: Area, said: Said) -> None:
    if not (said.words.strip() or said.photo or said.voice):
        raise CannotAct(_("Write something, or add a photo or a recording."))
    if len(said.words) > MOST_WORDS:
        raise CannotAct(_("This is too long. Write the most important."))
    if said.place and said.place.area_id != area.pk:
        raise CannotAct(_("This place lies elsewhere."))


def _no_finer_than_the_block(place: Place | None) -> Place | None:
    return place.parent if place and place.kind == PlaceKind.STAIRWELL else place
