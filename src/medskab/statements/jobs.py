"""Work with votes that is done beside the pages."""

from django_tasks import task

from medskab.common.clock import now
from medskab.tools.jobs.running import finish_with, stop_if_cancelled

from . import actions, results
from .calculations import Earlier, counted, votes_of
from .models import Conversation


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
def night() -> None:
    """What is over is closed, and what is new is counted."""
    finish_with(actions.close_and_count, now=now())
