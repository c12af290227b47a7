"""What lies in a bag: read strictly, and carried out by the room that it belongs to, one handler a kind."""

import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from medskab.common.arriving import Channel
from medskab.common.deed import CannotAct
from medskab.common.typed import read_json
from medskab.fieldwork.actions import keep_draft, new_source
from medskab.needs.actions import Said, say
from medskab.needs.models import InputKind
from medskab.statements.actions import Voter, cast_vote
from medskab.statements.models import Choice
from medskab.statements.queries import about as purpose_of
from medskab.statements.queries import shown
from medskab.surveys.actions import Given, take_answers
from medskab.surveys.queries import about as purpose_of_survey
from medskab.tools.media import keeping
from medskab.tools.vault import bag as vault
from medskab.tools.vault.sealing import CannotOpen

from .actions.doors import note_status
from .asking import LANGUAGES
from .models import Bag, Door, Status, Stop

_CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{10}")
_MOST_COUNT = 2**31 - 1


class BadRecord(CannotAct):
    """A bag was refused; the sentence is for staff."""


@dataclass
class Record:
    """An opened record; `voice` is the name of a kept recording."""

    kind: str
    facts: dict[str, Any]
    voice: str = ""
    is_carried_out: bool = False

    def text(self, name: str) -> str:
        """A text of it, or a refusal."""
        value = self.facts.get(name, "")
        if not isinstance(value, str):
            raise BadRecord(_("Something in this record is not as it should be. It was kept."))
        return value

    def number(self, name: str) -> int:
        """A number of it, or a refusal."""
        value = self.facts.get(name)
        if type(value) is not int or not 0 <= value <= _MOST_COUNT:
            raise BadRecord(_("Something in this record is not as it should be. It was kept."))
        return value


def read(bag: Bag) -> Record:
    """Open the bag and keep its recording; a `BadRecord` says what is wrong."""
    about = vault.about(bag.area.slug, bag.round_id, bag.record_id)
    try:
        facts = read_json(vault.open_bag(bytes(bag.sealed), about=about))
    except CannotOpen:
        raise BadRecord(
            _("This record was not sealed for this round, or was damaged. It was kept.")
        ) from None
    except ValueError:
        facts = None
    if not isinstance(facts, dict) or str(facts.get("kind")) not in _HANDLERS:
        raise BadRecord(_("We do not know this kind of record. It was kept."))
    record = Record(facts["kind"], facts)
    try:
        sound = b64decode(record.text("voice"), validate=True)
    except ValueError:
        raise BadRecord(_("The recording is damaged. It was kept.")) from None
    record.voice = keeping.keep_voice(sound) if sound else ""
    return record


def drop_files(record: Record) -> None:
    """Where it was not carried out nobody names its recording."""
    if record.voice and not record.is_carried_out:
        keeping.drop(record.voice)


def carry_out(bag: Bag, record: Record, *, now: datetime) -> None:
    """Do what the record says, as part of the deed that opens its bag."""
    _HANDLERS[record.kind](bag, record, now)
    record.is_carried_out = True


def _status(bag: Bag, record: Record, now: datetime) -> None:
    door = Door.objects.filter(stop__round=bag.round_id, pk=record.number("door")).first()
    at = _moment(record.text("at"))
    if door is None or at is None or record.text("status") not in Status.values:
        raise BadRecord(_("This record is about a door that is not on this round. It was kept."))
    given = {
        "status": record.text("status"),
        "count": record.number("count"),
        "record_id": bag.record_id,
        "phone_at": at,
    }
    note_status(door=door, phone=bag.phone, given=given, by=bag.by, now=bag.received_at)


def _need(bag: Bag, record: Record, now: datetime) -> None:
    stop = _stop(bag, record)
    if stop is None or record.text("sort") not in InputKind.values:
        raise BadRecord(_("This record is about a stairwell that is not on this round. It was kept."))
    if not _CODE.fullmatch(record.text("code")):
        raise BadRecord(_("The receipt of this record cannot be read. It was kept."))
    said = Said(
        kind=record.text("sort"),
        words=record.text("words"),
        voice=record.voice,
        place=stop.stairwell,
        channel=Channel.DOORSTEP,
        language=record.text("language") if record.text("language") in LANGUAGES else "",
    )
    say(area=bag.area, said=said, code=record.text("code"), by=bag.by, now=now)


def _votes(bag: Bag, record: Record, now: datetime) -> None:
    """One voice for one visit; a statement that was taken away meanwhile is left out."""
    votes, about = record.facts.get("votes"), bag.round.conversation
    stop = _stop(bag, record)
    if not isinstance(votes, dict) or about is None or stop is None:
        raise BadRecord(_("This record is about statements that are not on this round. It was kept."))
    voter = Voter(_voice(bag, purpose_of(about)), Channel.DOORSTEP, stop.stairwell_id)
    for statement in shown(about):
        if (choice := votes.get(str(statement.pk))) in Choice.values:
            cast_vote(statement=statement, choice=int(choice), voter=voter, by=bag.by, now=now)


def _survey(bag: Bag, record: Record, now: datetime) -> None:
    """One voice for one visit; what counts as an answer the survey itself knows."""
    answers, survey, stop = record.facts.get("answers"), bag.round.survey, _stop(bag, record)
    if not isinstance(answers, dict) or survey is None or stop is None:
        raise BadRecord(_("This record is about a survey that is not on this round. It was kept."))
    given = Given(
        answers=answers,
        age_band=record.text("age"),
        channel=Channel.DOORSTEP,
        place=stop.stairwell,
    )
    key = _voice(bag, purpose_of_survey(survey))
    take_answers(survey=survey, given=given, voice_key=key, by=bag.by, now=now)


def _note(bag: Bag, record: Record, now: datetime) -> None:
    """What the walker saw: a field note that waits as a sealed draft until names in it were looked at."""
    stop = _stop(bag, record)
    if stop is None or not record.text("words").strip():
        raise BadRecord(_("This record is about a stairwell that is not on this round. It was kept."))
    facts = {
        "title": _("Field note from a round"),
        "on": timezone.localdate(bag.received_at),
        "place": stop.stairwell.parent,
        "language": "da",
    }
    source = new_source(area=bag.area, subject=None, facts=facts, by=bag.by, now=now)
    keep_draft(source=source, text=record.text("words"), version=0, number=0, by=bag.by, now=now)


def _stop(bag: Bag, record: Record) -> Stop | None:
    """The stairwell that it is about, where it is one of the round's."""
    return Stop.objects.filter(round=bag.round_id, pk=record.number("stop")).first()


def _voice(bag: Bag, purpose: str) -> str:
    """The voice of a visit: the same however often its record comes, and nobody's elsewhere."""
    return sha256(f"{purpose}:doorstep:{bag.record_id}".encode()).hexdigest()


_HANDLERS: dict[str, Callable[[Bag, Record, datetime], None]] = {
    "status": _status,
    "need": _need,
    "votes": _votes,
    "survey": _survey,
    "note": _note,
}


def _moment(text: str) -> datetime | None:
    """By the phone's clock, which may be wrong: shown, never used for any order."""
    try:
        at = parse_datetime(text)
    except ValueError:
        return None
    return at if at and at.tzinfo else None
