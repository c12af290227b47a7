"""What hangs on walls: the call to vote, the numbers of the urn, and what became of what was decided."""

from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.decisions import deliveries, printing
from medskab.decisions.amounts import Money
from medskab.decisions.models import Decision, Poll, PollState
from medskab.decisions.words.voting import who_may_vote

from . import shared

_OVER = (PollState.OPENED, PollState.DESTROYED)
_KRONER = Money("DKK", 100)


def call_poster(poll: Poll, paper: str) -> bytes | None:
    """The call to vote for a stairwell, A3 or A4; none before the days of the vote are known."""
    known = shared.dates(poll)
    if known is None:
        return None
    size: Any = "a3" if paper == "a3" else "a4"
    call = printing.CallPoster(
        **shared.common(poll.decision),
        question=shared.question(poll.decision),
        opens=shared.weekday(known[0], "MONTH_DAY_FORMAT"),
        closes=shared.last_moment(known[1]),
        who=who_may_vote(poll),
        ask=shared.ask(poll),
        address=shared.code_page(poll),
        kiosk=poll.screen_at,
        paper=poll.paper_at,
        place=poll.place.name if poll.place else "",
        other_languages=shared.other_languages(poll),
    )
    return shared.kept(call, size, lambda sheet: printing.call_poster(sheet, size))


def counts_poster(poll: Poll) -> bytes | None:
    """Where every code went; none before the urn was opened."""
    said = {event.kind: event for event in poll.board.order_by("seq")}
    if poll.state not in _OVER or poll.opened_at is None or not {"closed", "opened"} <= set(said):
        return None
    closed, opened = said["closed"].body, said["opened"].body
    held_on = formats.date_format(timezone.localdate(poll.opened_at), "DATE_FORMAT")
    counts = printing.CountsPoster(
        **shared.common(poll.decision),
        **{name: closed[name] for name in ("issued", "voided", "unused", "paper", "digital")},
        opened=opened["digital"] + opened["paper"],
        digest=max(said.values(), key=lambda event: event.seq).hash,
        held=_("The urn was opened on %(day)s.") % {"day": held_on},
        address=_of(poll.decision, "decision-board"),
    )
    return shared.kept(counts, "counts", printing.counts_poster)


def delivery_sheet(decision: Decision) -> bytes:
    """What became of what was decided, as it is today."""
    today = now().date()
    rows = deliveries.rows(decision, today)
    committed, spent = sum(row.committed_ore for row in rows), sum(row.spent_ore for row in rows)
    sheet = printing.DeliverySheet(
        **shared.common(decision),
        decided=decision.meaning,
        deliveries=tuple(map(_delivery, rows)),
        committed=_KRONER.coins(committed) if committed else "",
        spent=_KRONER.coins(spent) if committed else "",
        share=spent / committed if committed else 0.0,
        day=formats.date_format(today, "DATE_FORMAT"),
        address=_of(decision, "decision-delivery"),
    )
    return shared.kept(sheet, "delivery", printing.delivery_sheet)


def _delivery(row: deliveries.Row) -> printing.PrintedDelivery:
    one = row.delivery
    return printing.PrintedDelivery(
        number=str(one.proposal.number),
        name=str(one.proposal),
        who=one.carried_out_by,
        due=formats.date_format(one.due_on, "DATE_FORMAT"),
        state=one.state,  # type: ignore[arg-type]
        told=row.news[0].text if row.news else str(one.get_state_display()),
        committed=_KRONER.coins(row.committed_ore) if row.committed_ore else "",
        spent=_KRONER.coins(row.spent_ore) if row.committed_ore else "",
    )


def _of(decision: Decision, name: str) -> str:
    return shared.at(name, decision.area.slug, decision.slug)
