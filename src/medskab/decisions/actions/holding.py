"""Keeping a vote in its state until a deed is written."""

from django.db.models import F

from medskab.decisions.models import Poll, PollState


def hold(poll: Poll, *states: PollState) -> bool:
    """Whether the vote is in one of these states, and stays there until the deed is done.

    It waits for votes that are just being put in, and the closing waits for it.
    """
    standing = Poll.objects.filter(pk=poll.pk, state__in=states)
    return bool(standing.update(state=F("state")))
