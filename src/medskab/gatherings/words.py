"""What pages and paper say about a meeting, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from . import calculations, queries, upwards
from .calculations import YesNoResult
from .models import AgendaItem, Candidate, Election, Gathering, ItemVote, Kind, Seat

NATURES = {
    Kind.LAWFUL: gettext_lazy("This is an afdelingsmøde: what is decided here binds."),
    Kind.INFORMAL: gettext_lazy("This is a beboermøde: we talk, and nothing is decided."),
    Kind.EVENT: gettext_lazy("This is an event: come and take part."),
}
_RESULTS = {
    YesNoResult.ADOPTED: gettext_lazy("Adopted."),
    YesNoResult.REJECTED: gettext_lazy("Not adopted."),
    YesNoResult.TIED: gettext_lazy("Equal votes: not adopted."),
}
_SEATS = {
    Seat.ELECTED: ngettext_lazy(
        "%(name)s is elected with %(votes)s vote.", "%(name)s is elected with %(votes)s votes.", "votes"
    ),
    Seat.SUBSTITUTE: ngettext_lazy(
        "%(name)s is substitute with %(votes)s vote.", "%(name)s is substitute with %(votes)s votes.", "votes"
    ),
    Seat.NOT_ELECTED: ngettext_lazy(
        "%(name)s got %(votes)s vote and is not elected.",
        "%(name)s got %(votes)s votes and is not elected.",
        "votes",
    ),
}


@dataclass(frozen=True)
class ShownItem:
    """A point of the agenda with everything that is said about it."""

    item: AgendaItem
    ballot: str
    results: tuple[str, ...]
    attached: tuple[upwards.AttachedDecision, ...]


def nature(gathering: Gathering) -> str:
    """Which of the three it is, and whether it binds."""
    return str(NATURES[Kind(gathering.kind)])


def when(gathering: Gathering) -> str:
    """Day and hours."""
    begins, ends = gathering.begins_at, gathering.ends_at
    day = formats.date_format(gathering.held_on, "WEEKDAY_FORMAT")
    return _("%(day)s, %(from)s to %(until)s") % {"day": day, "from": clock(begins), "until": clock(ends)}


def clock(moment: datetime) -> str:
    """The hour as clocks here show it."""
    return formats.time_format(timezone.localtime(moment), "H.i")


def shown_items(items: Iterable[AgendaItem], *, with_results: bool) -> list[ShownItem]:
    """The agenda; results only where the reader may know them."""
    points = list(items)
    attached = upwards.attached_decisions(points)
    return [
        ShownItem(
            item=item,
            ballot=ballot_sentence(item),
            results=tuple(results(item)) if with_results else (),
            attached=tuple(attached[item.pk]),
        )
        for item in points
    ]


def ballot_sentence(item: AgendaItem) -> str:
    """What the law says where the rent would rise by more than fifteen percent."""
    if not item.gathering.is_lawful or not calculations.may_need_ballot(item.rent_rise_percent):
        return ""
    said = _(
        "The rent would rise by %(rise)s %%. More than 15 %% must go to a ballot of all homes (urafstemning) "
        "if at least %(share)s %% of those voting ask for it."
    )
    rise = formats.number_format(item.rent_rise_percent.normalize())  # type: ignore[union-attr]
    return said % {"rise": rise, "share": item.gathering.ballot_share_percent}


def results(item: AgendaItem) -> Iterable[str]:
    """What was voted and who was chosen, corrections included."""
    if said := queries.outcome_of(item):
        yield f"{_RESULTS[said.outcome.result]} {numbers(said.vote)}"
        if said.must_go_to_ballot:
            yield _("Enough asked for it: this goes to a ballot of all homes (urafstemning) before it holds.")
        yield from _corrections(item.votes.all())
    if election := queries.election_of(item):
        yield from election_words(election)
        yield from _corrections(item.elections.all())


def numbers(vote: ItemVote) -> str:
    """The numbers of a vote, as they were counted."""
    said = _(
        "%(method)s: %(yes)s yes, %(no)s no, %(blank)s blank, %(invalid)s invalid. "
        "In the room: %(homes)s homes with %(votes)s votes."
    )
    return said % {
        "method": vote.get_method_display(),
        "yes": vote.yes,
        "no": vote.no,
        "blank": vote.blank,
        "invalid": vote.invalid,
        "homes": vote.homes_present,
        "votes": vote.votes_present,
    }


def election_words(election: Election) -> Iterable[str]:
    """Who was chosen, in the order of the votes, and until when."""
    for candidate in election.candidates.all():
        yield _SEATS[Seat(candidate.seat)] % {"name": _name(candidate), "votes": candidate.votes}
    if election.lots_drawn_by:
        yield _("Equal votes were settled by drawing lots: %(who)s.") % {"who": election.lots_drawn_by}
    yield _("Elected until %(day)s.") % {"day": formats.date_format(election.term_until, "DATE_FORMAT")}


def attendance_words(gathering: Gathering) -> str:
    """How many homes and votes are, or were, in the room."""
    homes, votes = queries.attendance(gathering)
    said = ngettext("%(homes)s home", "%(homes)s homes", homes) % {"homes": homes}
    also = ngettext("%(votes)s vote", "%(votes)s votes", votes) % {"votes": votes}
    return f"{said}, {also}"


def _name(candidate: Candidate) -> str:
    return candidate.name or _("Somebody who is no longer here")


def _corrections(rows: Iterable[ItemVote | Election]) -> Iterable[str]:
    for row in rows:
        if row.because:
            yield _("Corrected: %(why)s") % {"why": row.because}
