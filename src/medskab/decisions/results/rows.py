"""The proposals of a result: what became of each, in which order they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from medskab.decisions.amounts import Money, plain_number
from medskab.decisions.words.names import isolated
from medskab.decisions.words.reasons import reason_sentence

ORDERS = {
    "result": gettext_lazy("In the order of the count"),
    "votes": gettext_lazy("Most votes first"),
    "cheapest": gettext_lazy("Cheapest first"),
    "dearest": gettext_lazy("Most expensive first"),
    "name": gettext_lazy("By name"),
}
SHOWN = {
    "all": gettext_lazy("All proposals"),
    "chosen": gettext_lazy("Only the chosen"),
    "others": gettext_lazy("Only those that were not chosen"),
}


@dataclass(frozen=True)
class Sorting:
    """How a reader wants to see the proposals; only what is on the lists above gets this far."""

    order: str = "result"
    shown: str = "all"
    category: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether the reader asked for anything but the usual."""
        return self != Sorting()

    @classmethod
    def asked(cls, given: Mapping[str, str], categories: Sequence[str]) -> "Sorting":
        """From the address; what is unknown is left at its usual."""
        order, shown, category = (given.get(name, "") for name in ("order", "shown", "category"))
        return cls(
            order if order in ORDERS else "result",
            shown if shown in SHOWN else "all",
            category if category in categories else "",
        )


@dataclass(frozen=True)
class Row:
    """One proposal and what became of it."""

    number: int
    project: str
    title: str
    votes: int
    points: str
    cost: int
    votes_words: str
    cost_words: str
    categories: tuple[str, ...]
    place: str
    rank: int = 0
    """A winner: when it came in, from 1."""
    note: str = ""
    """A winner: how it was paid. Another: why not."""

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"p{self.number}"


def title_of(proposal: Mapping[str, Any]) -> str:
    """What it is called, also where the file has no name for it."""
    return proposal["title"] or _("Proposal %(id)s") % {"id": proposal["project"]}


class Rows:
    """All proposals of one snapshot."""

    def __init__(self, snapshot: Mapping[str, Any], money: Money) -> None:
        self._money = money
        self._count = snapshot["count"]
        self._proposals = {one["project"]: one for one in snapshot["proposals"]}
        self.titles = {project: title_of(one) for project, one in self._proposals.items()}

    def winners(self) -> list[Row]:
        """In the order in which they came in."""
        notes = {step["project"]: self._paid(step) for step in self._count["steps"]}
        winners = enumerate(self._count["winners"], 1)
        return [self._row(project, notes[project], rank) for rank, project in winners]

    def others(self) -> list[Row]:
        """Those with most votes first."""
        reasons = {one["project"]: one for one in self._count["reasons"]}
        rows = [
            self._row(project, reason_sentence(reason, self._money, self.titles))
            for project, reason in reasons.items()
        ]
        return sorted(rows, key=lambda row: (-row.votes, row.number))

    def _row(self, project: str, note: str, rank: int = 0) -> Row:
        proposal = self._proposals[project]
        return Row(
            number=proposal["number"],
            project=project,
            title=self.titles[project],
            votes=proposal["votes"],
            points=proposal["points"],
            cost=proposal["cost"],
            votes_words=_support(proposal),
            cost_words=self._money.coins(proposal["cost"]),
            categories=tuple(proposal["categories"]),
            place=proposal["place"],
            rank=rank,
            note=note,
        )

    def _paid(self, step: Mapping[str, Any]) -> str:
        if step["kind"] == "override":
            return self._by_hand(step["project"])
        if step["kind"] == "free":
            return _("It costs nothing.")
        if step["kind"] == "fill":
            return _("Paid from the money that was left, because it had most votes of what still fitted.")
        if self._count["method"] not in {"equal-shares", "bos"}:
            return ""
        return self._shared(step)

    def _shared(self, step: Mapping[str, Any]) -> str:
        if self._count["parameters"]["satisfaction"] in {"points", "borda"}:
            sentence = ngettext(
                "%(payers)s voter paid for it.", "%(payers)s voters paid for it.", step["payers"]
            )
        else:
            sentence = ngettext(
                "%(payers)s voter paid for it: %(rate)s.",
                "%(payers)s voters paid for it: %(rate)s each at most.",
                step["payers"],
            )
        rate = self._money.text(step["rate"], is_missing=True)
        return sentence % {"payers": plain_number(step["payers"]), "rate": rate}

    def _by_hand(self, project: str) -> str:
        one = next(one for one in self._count["parameters"]["overrides"] if one["project"] == project)
        words = {"by": isolated(one["by"]), "reason": isolated(one["reason"])}
        return _("Chosen by %(by)s, not by the votes: %(reason)s") % words


def arranged(rows: list[Row], sorting: Sorting) -> list[Row]:
    """The rows as the reader asked for them."""
    chosen = [row for row in rows if not sorting.category or sorting.category in row.categories]
    if sorting.order == "votes":
        return sorted(chosen, key=lambda row: (-row.votes, row.number))
    if sorting.order in {"cheapest", "dearest"}:
        sign = 1 if sorting.order == "cheapest" else -1
        return sorted(chosen, key=lambda row: (sign * row.cost, row.number))
    if sorting.order == "name":
        return sorted(chosen, key=lambda row: row.title.casefold())
    return chosen


def _support(proposal: Mapping[str, Any]) -> str:
    votes = ngettext("%(votes)s vote", "%(votes)s votes", proposal["votes"])
    said = votes % {"votes": plain_number(proposal["votes"])}
    if not proposal["points"]:
        return said
    return _("%(votes)s, %(points)s points") % {
        "votes": said,
        "points": plain_number(Decimal(proposal["points"])),
    }
