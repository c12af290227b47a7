"""One budget line as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from medskab.common.charts import Piece
from medskab.people.models import Person
from medskab.threads.queries import showing_of, visible

from . import queries
from .models import BudgetLine, Reservation
from .queries import CommitmentState, LineState


@dataclass(frozen=True)
class Source:
    """What money is set aside for, with its page where the viewer may see one."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class ShownPart:
    """One thing that money was promised to, and what decided so."""

    state: CommitmentState
    source: Source


@dataclass(frozen=True)
class ShownReservation:
    """Money that waits for a decision."""

    amount_ore: int
    source: Source


def pieces(state: LineState) -> list[Piece]:
    """Where the money of a line is now, without what is nothing."""
    all_of_it = [
        Piece(_("Paid"), state.spent_ore),
        Piece(_("Promised, not paid yet"), state.committed_ore),
        Piece(_("Set aside for a decision"), state.reserved_ore),
        Piece(_("Left to decide over"), state.free_ore, is_left=True),
    ]
    return [piece for piece in all_of_it if piece.ore]


def parts(line: BudgetLine, viewer: Person | None) -> list[ShownPart]:
    """What was promised from a line, the open ones first."""
    states = sorted(queries.commitments_on(line), key=lambda one: one.is_closed)
    sources = _sources([one.commitment.reservation for one in states], line, viewer)
    return [ShownPart(one, sources[one.commitment.reservation_id]) for one in states]


def reservations(line: BudgetLine, viewer: Person | None) -> list[ShownReservation]:
    """What is set aside now."""
    found = list(queries.open_reservations(line))
    sources = _sources(found, line, viewer)
    return [ShownReservation(one.amount_ore, sources[one.pk]) for one in found]


def _sources(found: list[Reservation], line: BudgetLine, viewer: Person | None) -> Mapping[int, Source]:
    keys = {one.pk: (one.source_kind, one.source_id) for one in found}
    things = visible(keys.values(), area_id=line.area_id, viewer=viewer)
    return {one.pk: _source(one, things.get(keys[one.pk])) for one in found}


def _source(reservation: Reservation, thing: Any) -> Source:
    if thing is None:
        return Source(reservation.authorization.field)
    return Source(str(showing_of(thing).name(thing)), str(showing_of(thing).url(thing)))
