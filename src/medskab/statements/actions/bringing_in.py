"""Taking in a conversation that was held elsewhere: looked at, confirmed, and taken in beside the pages."""

import gzip
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import SystemRandom, token_hex

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.places.models import Area
from medskab.statements import rules
from medskab.statements.addresses import free_slug
from medskab.statements.calculations import reading
from medskab.statements.calculations.reading import Votes
from medskab.statements.models import (
    Conversation,
    ConversationState,
    Origin,
    Statement,
    StatementState,
    UploadState,
    Voice,
    Vote,
    VotesUpload,
)
from medskab.tools.jobs import actions as jobs
from medskab.tools.jobs.models import Job

from .counting import ask_for_count

KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Brought:
    """Two files, and what whoever brings them says of them."""

    title: str
    source: str
    licence: str
    votes: bytes
    comments: bytes = b""
    question: str = ""
    language: str = ""


@deed
def upload_votes(*, area: Area, brought: Brought, by: Person, now: datetime) -> VotesUpload:
    """Keep the files to look at; a file that cannot be read is refused with the line that is wrong."""
    if not rules.may_set_up(by, area):
        raise CannotAct(gettext_lazy("Only those who work here do this."))
    if not (brought.title.strip() and brought.source.strip() and brought.licence.strip()):
        raise CannotAct(gettext_lazy("Say what it is called, where it comes from, and under which licence."))
    found = reading.votes_in(brought.votes, brought.comments)
    kept = VotesUpload.objects.create(
        area=area,
        title=brought.title.strip(),
        question=brought.question.strip(),
        source=brought.source.strip(),
        licence=brought.licence.strip(),
        language=brought.language,
        votes=gzip.compress(brought.votes),
        comments=gzip.compress(brought.comments),
        sha256=sha256(brought.votes).hexdigest(),
        figures=reading.figures_of(found),
        by=by,
        created_at=now,
    )
    record("statements/votes-uploaded", kept, by=by, now=now, because=kept.sha256)
    return kept


@deed
def ask_to_take_in(*, upload: VotesUpload, by: Person, now: datetime) -> Job:
    """Have it taken in beside the pages."""
    from medskab.statements.jobs import take_in  # noqa: PLC0415  the job calls actions in its turn

    _check_draft(upload, by)
    record("statements/votes-confirmed", upload, by=by, now=now)
    title = gettext_noop("Taking in a conversation")
    return jobs.start(take_in, about=upload, by=by, now=now, title=title, upload_id=upload.pk)


@deed
def drop_upload(*, upload: VotesUpload, by: Person, now: datetime) -> None:
    """Forget files that were not taken in."""
    _check_draft(upload, by)
    record("statements/votes-dropped", upload, by=by, now=now)
    _clear(upload)
    upload.delete()


@deed
def begin_taking_in(*, upload: VotesUpload, votes: Votes, by: Person, now: datetime) -> Conversation:
    """A draft with the statements; what an attempt that was broken off left behind goes first."""
    row = VotesUpload.objects.select_for_update().get(pk=upload.pk)
    _check_draft(row, by)
    _clear(row)
    made = Conversation.objects.create(
        area=row.area,
        slug=free_slug(row.area, row.title),
        title=row.title,
        question=row.question,
        source=row.source,
        licence=row.licence,
        takes_statements=False,
        opens_at=now,
        made_by=by,
        made_at=now,
    )
    Statement.objects.bulk_create(_statements(made, votes, row.language, now))
    row.conversation = made
    row.save(update_fields=["conversation"])
    record("statements/conversation-made", made, by=by, now=now)
    return made


@deed
def take_in_voices(
    *, conversation: Conversation, votes: Votes, first: int, last: int, by: Person, now: datetime
) -> None:
    """Some voices with their votes, under keys and numbers drawn by lot: the ids of the file go nowhere.

    It is one step of a deed that the log has; a line for each step would say nothing more.
    """
    taken = set(conversation.voices.values_list("number", flat=True))
    drawn = SystemRandom().sample(range(2**31), last - first + len(taken))
    numbers = [number for number in drawn if number not in taken][: last - first]
    facts = {"area_id": conversation.area_id, "conversation": conversation}
    voices = Voice.objects.bulk_create(
        Voice(key=token_hex(32), number=number, began_on=timezone.localdate(now), **facts)
        for number in numbers
    )
    statements = list(conversation.statements.order_by("number").values_list("pk", flat=True))
    offsets, columns, values = (part.tolist() for part in votes.rows(first, last))
    Vote.objects.bulk_create(
        (
            Vote(
                area_id=conversation.area_id,
                voice=voice,
                statement_id=statements[columns[at]],
                choice=values[at],
                cast_at=now,
            )
            for place, voice in enumerate(voices)
            for at in range(offsets[place], offsets[place + 1])
        ),
        batch_size=2_000,
    )


@deed
def finish_taking_in(*, upload: VotesUpload, by: Person, now: datetime) -> Conversation:
    """Show it as a conversation that is closed, forget the files, and have it counted."""
    row = VotesUpload.objects.select_for_update().get(pk=upload.pk)
    made = row.conversation
    if row.state != UploadState.DRAFT or made is None:
        raise CannotAct(gettext_lazy("It is taken in already."))
    made.state = ConversationState.CLOSED
    made.save(update_fields=["state"])
    row.state, row.votes, row.comments = UploadState.TAKEN_IN, b"", b""
    row.save(update_fields=["state", "votes", "comments"])
    figures = {name: row.figures[name] for name in ("voices", "votes", "statements")}
    record("statements/taken-in", made, by=by, now=now, figures=figures, because=row.sha256)
    ask_for_count(conversation=made, at_once=True, by=by, now=now)
    return made


@deed
def forget_uploads(*, by: None = None, now: datetime) -> None:
    """Every night: forget files that nobody took in within a day."""
    for upload in VotesUpload.objects.filter(state=UploadState.DRAFT, created_at__lt=now - KEPT_FOR):
        _clear(upload)
        upload.delete()


def _statements(made: Conversation, votes: Votes, language: str, now: datetime) -> list[Statement]:
    """In the order of the votes' columns, so that number and column go together."""
    away = _("It was left out where it was held.")
    return [
        Statement(
            area_id=made.area_id,
            conversation=made,
            number=number,
            words=one.text.strip() or f"#{one.id}"[:100],
            language=language,
            origin=Origin.BROUGHT_IN,
            state=StatementState.DECLINED if one.is_out else StatementState.SHOWN,
            because=away if one.is_out else "",
            proposed_at=now,
            checked_at=now,
        )
        for number, one in enumerate(votes.statements)
    ]


def _check_draft(upload: VotesUpload, by: Person) -> None:
    if not rules.may_set_up(by, upload):
        raise CannotAct(gettext_lazy("Only those who work here do this."))
    if upload.state != UploadState.DRAFT:
        raise CannotAct(gettext_lazy("It is taken in already."))


def _clear(upload: VotesUpload) -> None:
    """Take away what an attempt left that was broken off; nobody but staff could see it."""
    made = upload.conversation
    if made is None or made.state != ConversationState.DRAFT:
        return
    upload.conversation = None
    upload.save(update_fields=["conversation"])
    Vote.objects.filter(voice__conversation=made).delete()
    made.voices.all().delete()
    made.statements.all().delete()
    made.delete()
