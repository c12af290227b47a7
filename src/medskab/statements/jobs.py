"""Work with votes that is done beside the pages."""

import gzip

from django.utils.translation import gettext_noop
from django_tasks import task

from medskab.common.clock import now
from medskab.tools.jobs.running import finish_with, report, stop_if_cancelled

from . import actions, results
from .calculations.counting import Earlier, counted, votes_of
from .calculations.reading import votes_in
from .models import Conversation, VotesUpload

_AT_ONCE = 200


@task()
def count_opinions(conversation_id: int) -> None:
    """Count what the votes say; votes that come meanwhile are for the next time."""
    conversation = Conversation.objects.select_related("area").get(pk=conversation_id)
    stands, last = results.mark(conversation), conversation.snapshots.order_by("-pk").first()
    earlier = Earlier(last.group_of, last.counts_before) if last else Earlier({}, [])
    found = counted(conversation, votes_of(conversation), earlier)
    stop_if_cancelled()
    finish_with(actions.keep_count, conversation=conversation, counted=found, mark=stands, by=None, now=now())


@task()
def take_in(upload_id: int) -> None:
    """Take in a conversation that was held elsewhere, some voices at a time, so that others can go on."""
    upload = VotesUpload.objects.select_related("area", "by", "conversation").get(pk=upload_id)
    report(0, upload.figures["voices"], gettext_noop("Reading the files."))
    votes = votes_in(*(gzip.decompress(part) for part in (upload.votes, upload.comments)))
    made = actions.begin_taking_in(upload=upload, votes=votes, by=upload.by, now=now())
    people = votes.shape[0]
    for first in range(0, people, _AT_ONCE):
        report(first, people, gettext_noop("Taking in the votes."))
        last = min(first + _AT_ONCE, people)
        actions.take_in_voices(
            conversation=made, votes=votes, first=first, last=last, by=upload.by, now=now()
        )
    finish_with(actions.finish_taking_in, upload=upload, by=upload.by, now=now())


@task()
def night() -> None:
    """What is over is closed, and what is new is counted."""
    finish_with(actions.close_and_count, now=now())


@task()
def tidy() -> None:
    """Files that nobody took in are forgotten."""
    finish_with(actions.forget_uploads, now=now())
