"""Counting what the votes say, at most once a minute, and keeping the last count."""

import gzip
import json
from datetime import datetime

from django.utils.translation import gettext_noop

from medskab import __version__
from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.people.models import Person
from medskab.statements import results, rules
from medskab.statements.calculations.counting import Counted
from medskab.statements.live import tell_of_count
from medskab.statements.models import Conversation, ConversationState, Snapshot
from medskab.tools.jobs import actions as jobs
from medskab.tools.jobs.models import Job, JobState
from medskab.tools.jobs.queries import jobs_about


@deed
def ask_for_count(
    *, conversation: Conversation, at_once: bool = False, by: Person | None, now: datetime
) -> Job:
    """Have it counted beside the pages; while one count is under way, or in the same minute, it is that one.

    Everybody may ask: it only shows what is there. The log need not say so each minute. `at_once` is for
    what must be in the count: a vote just before closing may have come after a count that is under way.
    """
    from medskab.statements.jobs import count_opinions  # noqa: PLC0415  the job calls actions in its turn

    path = count_opinions.module_path
    states = [JobState.WAITING] if at_once else [JobState.WAITING, JobState.RUNNING]
    under_way = jobs_about(conversation).filter(task=path, state__in=states).first()
    if under_way is not None:
        return under_way
    return jobs.start(
        count_opinions,
        about=conversation,
        by=by,
        now=now,
        title=gettext_noop("Counting what we think"),
        key=None if at_once else f"opinions:{conversation.pk}:{int(now.timestamp()) // 60}",
        conversation_id=conversation.pk,
    )


@deed
def keep_count(
    *, conversation: Conversation, counted: Counted, mark: str, by: Person | None, now: datetime
) -> None:
    """Put it in the place of the last one; the log keeps the digest of the final one."""
    row = Conversation.objects.select_for_update().get(pk=conversation.pk)
    kept = Snapshot.objects.create(
        area_id=row.area_id,
        conversation=row,
        counted_at=now,
        is_final=not rules.takes_votes(row, now),
        version=__version__,
        parameters=counted.parameters,
        input_sha256=counted.result.sha256,
        mark=mark,
        packed=gzip.compress(json.dumps(counted.answer, ensure_ascii=False).encode(), mtime=0),
        shown=counted.result.as_json(),
        crowd_of=counted.crowd_of,
        group_of=counted.group_of,
        counts_before=counted.counts,
    )
    row.snapshots.filter(pk__lt=kept.pk).delete()
    tell_of_count(row)
    if kept.is_final:
        figures = {"voices": counted.result.voices, "votes": counted.result.votes}
        record("statements/counted", row, by=by, now=now, figures=figures, because=kept.input_sha256)


@deed
def close_and_count(*, by: None = None, now: datetime) -> None:
    """Every night: close what is over by its date, and count wherever something is new."""
    over = Conversation.objects.filter(state=ConversationState.OPEN, closes_at__lte=now)
    for conversation in over.select_for_update():
        conversation.state = ConversationState.CLOSED
        conversation.save(update_fields=["state"])
        record("statements/closed", conversation, by=by, now=now)
    for conversation in Conversation.objects.exclude(state=ConversationState.DRAFT).order_by("pk"):
        if results.is_stale(conversation, results.latest(conversation), now):
            ask_for_count(conversation=conversation, by=by, now=now)
