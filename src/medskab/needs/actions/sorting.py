"""What staff do with an input, until it ends answered, joined or declined."""

from collections.abc import Collection
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.needs import rules
from medskab.needs.models import Input, InputState, Joining, Need
from medskab.needs.walls import tell_walls
from medskab.needs.words import HIDE_REASONS
from medskab.notifications.actions import tell
from medskab.people.models import Person
from medskab.threads.actions import link
from medskab.tools.media import keeping

from .needs import Worded, make_need

_WAITING = (InputState.NEW, InputState.HIDDEN)


@deed
def answer_input(*, row: Input, answer: str, by: Person, now: datetime) -> Input:
    """Answer the one who said it."""
    row = _waiting(row, by)
    row.answer = _something(answer)
    return _end(row, InputState.ANSWERED, by, now)


@deed
def decline_input(*, row: Input, because: str, by: Person, now: datetime) -> Input:
    """Say that nothing comes of it, and why."""
    row = _waiting(row, by)
    row.because = _something(because)
    return _end(row, InputState.DECLINED, by, now)


@deed
def join_input(*, row: Input, need: Need, by: Person, now: datetime) -> Input:
    """Say that a need was heard in it; it may be heard in more than one."""
    row = _locked(row, by)
    if row.state not in {InputState.NEW, InputState.JOINED}:
        raise CannotAct(_("This one cannot be joined. If it is hidden, take out what must not be read."))
    if need.area_id != row.area_id:
        raise CannotAct(_("This need belongs elsewhere."))
    if Need.objects.select_for_update().get(pk=need.pk).merged_into_id:
        raise CannotAct(_("It was put together with another. Join it to that one."))
    Joining.objects.get_or_create(input=row, need=need, defaults={"area": row.area, "joined_at": now})
    link(row, need, why=gettext_noop("was heard in"), now=now)
    return _end(row, InputState.JOINED, by, now)


@deed
def unjoin_input(*, row: Input, need: Need, because: str, by: Person, now: datetime) -> Input:
    """Take back a join made by mistake; joined to nothing else, it waits for an answer again."""
    row = _locked(row, by)
    if not because.strip():
        raise CannotAct(_("Say why. The log keeps it."))
    gone, _kinds = row.joinings.filter(need=need).delete()
    if not gone:
        raise CannotAct(_("It is not joined to this one."))
    if row.state == InputState.JOINED and not row.joinings.exists():
        row.state, row.days_to_end = InputState.NEW, None
        row.save()
    tell_walls([row.pk])
    record("needs/unjoined", row, by=by, now=now, because=because.strip(), figures={"need": need.pk})
    return row


@deed
def make_need_of(*, row: Input, worded: Worded, by: Person, now: datetime) -> Need:
    """Put a need on the board and say that it was heard in this input."""
    need = make_need(area=row.area, worded=worded, by=by, now=now)
    join_input(row=row, need=need, by=by, now=now)
    return need


@deed
def hide_input(*, row: Input, reason: str, by: Person, now: datetime) -> Input:
    """Put it aside for care; the log keeps the reason's name and nothing of what was said."""
    row = _locked(row, by)
    if row.state != InputState.NEW or reason not in HIDE_REASONS:
        raise CannotAct(_("Only what waits for an answer can be hidden, and with a reason."))
    row.state, row.care = InputState.HIDDEN, reason
    row.save()
    tell_walls([row.pk])
    record("needs/hidden", row, by=by, now=now, figures={"reason": reason})
    return row


@deed
def redact_input(
    *, row: Input, words: str, voice_text: str = "", without: Collection[str] = (), by: Person, now: datetime
) -> Input:
    """Take out what must not be read; it waits for an answer again and is quoted nowhere.

    `without` names what goes beside the words: "photo", "voice", "pin".
    """
    row = _locked(row, by)
    row.words, row.voice_text = words.strip(), voice_text.strip()
    row.publish_own_words = False
    for kept in {"photo", "voice"}.intersection(without):
        if name := getattr(row, kept):
            transaction.on_commit(partial(keeping.drop, name))
            setattr(row, kept, "")
    if "pin" in without:
        row.latitude = row.longitude = None
    if row.state == InputState.HIDDEN:
        row.state, row.care = InputState.NEW, ""
    row.save()
    tell_walls([row.pk])
    record("needs/redacted", row, by=by, now=now)
    return row


@deed
def write_voice_text(*, row: Input, text: str, by: Person, now: datetime) -> Input:
    """Write down what is said in a recording."""
    row = _locked(row, by)
    if not row.voice:
        raise CannotAct(_("There is no recording."))
    row.voice_text = _something(text)
    row.save()
    record("needs/voice-written", row, by=by, now=now)
    return row


def _locked(row: Input, by: Person) -> Input:
    if not rules.may_sort(by, row):
        raise CannotAct(_("Only those who work here do this."))
    return Input.objects.select_for_update().get(pk=row.pk)


def _waiting(row: Input, by: Person) -> Input:
    fresh = _locked(row, by)
    if fresh.state not in _WAITING:
        raise CannotAct(_("This one has ended already."))
    return fresh


def _something(text: str) -> str:
    if not text.strip():
        raise CannotAct(_("Write something: the one who asked will read it."))
    return text.strip()


def _end(row: Input, state: InputState, by: Person, now: datetime) -> Input:
    row.state = state
    if row.days_to_end is None:
        row.days_to_end = max(0, (now - row.said_at).days)
    row.save()
    tell_walls([row.pk])
    record(f"needs/{state.value}", row, by=by, now=now)
    if row.said_by:
        tell(people=[row.said_by], kind="needs/ended", about=row, by=by, now=now)
    return row
