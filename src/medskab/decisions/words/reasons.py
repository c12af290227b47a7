"""Why a proposal did not win, in plain words with its numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medskab.decisions.amounts import Money, plain_number

from .names import isolated, listed, unnamed


@dataclass(frozen=True)
class _Said:
    """A reason with its numbers as texts, and the names of the proposals that it speaks of."""

    reason: Mapping[str, Any]
    money: Money
    titles: Mapping[str, str]

    @property
    def numbers(self) -> dict[str, str]:
        reason = self.reason
        return {
            "cost": self.money.text(reason["cost"]),
            "money": self.money.text(reason.get("money", "0")),
            "missing": self.money.text(reason.get("shortfall", "0"), is_missing=True),
            "supporters": plain_number(reason["supporters"]),
            "needed": plain_number(reason.get("needed", 0)),
            "category": isolated(reason.get("category", "")),
            "note": isolated(reason.get("note", "")),
            "by": isolated(reason.get("by", "")),
            "because": listed(self.because),
        }

    @property
    def because(self) -> list[str]:
        return [self.titles.get(project, project) for project in self.reason.get("because", ())]


def reason_sentence(reason: Mapping[str, Any], money: Money, titles: Mapping[str, str]) -> str:
    """One to three short sentences; `titles` names proposals by their id."""
    said = _Said(reason, money, titles)
    return _SENTENCES[reason["code"]](said)


def _no_votes(_said: _Said) -> str:
    return _("Nobody voted for it.")


def _too_few(said: _Said) -> str:
    sentence = ngettext(
        "%(supporters)s voted for it. At least %(needed)s vote was needed.",
        "%(supporters)s voted for it. At least %(needed)s votes were needed.",
        said.reason["needed"],
    )
    return sentence % said.numbers


def _over_budget(said: _Said) -> str:
    return _("It costs %(cost)s. The whole budget is %(money)s.") % said.numbers


def _supporters_short(said: _Said) -> str:
    return (
        _("Its supporters had %(money)s left. It costs %(cost)s, so %(missing)s was missing.") % said.numbers
    )


def _money_taken(said: _Said) -> str:
    left = _("When its turn came, %(money)s was left. It costs %(cost)s.") % said.numbers
    if not said.because:
        return left
    return f"{left} {_taken(said)}"


def _taken(said: _Said) -> str:
    more = unnamed(said.because)
    if not more:
        return _("The money had gone to: %(because)s.") % said.numbers
    sentence = ngettext(
        "The money had gone to: %(because)s and %(more)s more.",
        "The money had gone to: %(because)s and %(more)s more.",
        more,
    )
    return sentence % {**said.numbers, "more": plain_number(more)}


def _stopped(said: _Said) -> str:
    if said.reason["project"] in said.reason["because"]:
        sentence = _("It was next in line. %(money)s was left, and it costs %(cost)s: the count ended here.")
    else:
        sentence = _("The count ended before its turn: the next in line did not fit (%(because)s).")
    return sentence % said.numbers


def _incompatible(said: _Said) -> str:
    return _("It cannot be carried out beside %(because)s, which won.") % said.numbers


def _category_full(said: _Said) -> str:
    sentence = _("Its category %(category)s had %(money)s left of what it may cost. It costs %(cost)s.")
    return sentence % said.numbers


def _by_hand(said: _Said) -> str:
    return _("Taken out before the count by %(by)s: %(note)s") % said.numbers


_SENTENCES: dict[str, Callable[[_Said], str]] = {
    "no-votes": _no_votes,
    "too-few-votes": _too_few,
    "over-budget": _over_budget,
    "supporters-short": _supporters_short,
    "money-taken": _money_taken,
    "stopped": _stopped,
    "incompatible": _incompatible,
    "category-full": _category_full,
    "override": _by_hand,
}
