"""Each night: close the urns whose time is over, and show of the others one hash of what came in."""

import secrets
from datetime import date, datetime, timedelta

from django.utils.timezone import localtime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import boards, polls
from medskab.decisions.calculations.board import root
from medskab.decisions.models import Envelope, NightlyBatch, Poll, PollState

from .holding import hold

_STEP = 64


@deed
def nightly_roots(*, by: None = None, now: datetime) -> None:
    """One root for each open vote, named after the day that is over; what is due is closed first."""
    close_due(by=None, now=now)
    day = localtime(now).date() - timedelta(days=1)
    for poll in polls.open_to_voters(now):
        is_done = NightlyBatch.objects.filter(poll=poll, day__gte=day).exists()
        if not is_done and hold(poll, PollState.OPEN):
            batch = keep_batch(poll, day)
            boards.announce(poll, "nightly", {"day": day.isoformat(), "root": root(batch.hashes)})
            audit.record("poll.night", poll, by=by, now=now)


@deed
def close_due(*, by: None = None, now: datetime) -> None:
    """Shut every urn whose time is over."""
    from .polls import close_poll  # noqa: PLC0415  closing keeps a batch, and a night closes

    for poll in polls.due_to_close(now):
        close_poll(poll=poll, by=None, now=now)


def keep_batch(poll: Poll, day: date) -> NightlyBatch:
    """All envelopes since the last batch, hidden among random hashes, in an order that says nothing.

    The poll is held while this is read: no envelope that is just coming in has a smaller number.
    """
    last = poll.batches.last()
    fresh = Envelope.objects.filter(poll=poll, pk__gt=last.up_to if last else 0).order_by("pk")
    rows = list(fresh.values_list("pk", "receipt_hash"))
    padding = -len(rows) % _STEP if rows else _STEP
    hashes = [digest for _pk, digest in rows] + [secrets.token_hex(32) for _unused in range(padding)]
    return NightlyBatch.objects.create(
        area_id=poll.area_id,
        poll=poll,
        day=day,
        hashes=sorted(hashes),
        padding=padding,
        up_to=rows[-1][0] if rows else last.up_to if last else 0,
    )
