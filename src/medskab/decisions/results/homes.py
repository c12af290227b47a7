"""The result of a vote of the homes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medskab.common.charts import Bar
from medskab.common.templatetags.figures import percent
from medskab.decisions.amounts import plain_number
from medskab.decisions.models import Gathering, Majority
from medskab.decisions.words.headlines import description, headline


@dataclass(frozen=True)
class Correction:
    """An entry that was replaced: what it said, and why it was wrong."""

    numbers: str
    because: str
    entered_on: date


@dataclass(frozen=True)
class HomesResult:
    """Everything that its page says."""

    headline: str
    against: str
    margin: str
    bars: tuple[Bar, ...]
    turnout: str
    homes: str
    rule: tuple[str, ...]
    gathering: str
    held_on: date
    minutes: str
    corrections: tuple[Correction, ...]


def homes_result(snapshot: Mapping[str, Any]) -> HomesResult:
    """The page of a published vote, in the reader's language."""
    *replaced, vote = snapshot["votes"]
    reasons = [one["because"] for one in snapshot["votes"][1:]]
    return HomesResult(
        headline=headline(vote, snapshot["nature"]),
        against=description(vote, snapshot["nature"]),
        margin=_margin(vote),
        bars=tuple(_bars(vote)),
        turnout=_turnout(vote),
        homes=_homes(vote),
        rule=tuple(_rule(vote)),
        gathering=str(Gathering(vote["gathering"]).label),
        held_on=date.fromisoformat(vote["held_on"]),
        minutes=vote["minutes"],
        corrections=tuple(_correction(one, because) for one, because in zip(replaced, reasons, strict=True)),
    )


def _numbers(vote: Mapping[str, Any]) -> dict[str, str]:
    names = ("yes", "no", "blank", "invalid", "cast", "possible", "homes", "homes_at_least", "homes_at_most")
    return {name: plain_number(vote[name]) for name in names}


def _margin(vote: Mapping[str, Any]) -> str:
    difference = abs(vote["yes"] - vote["no"])
    if vote["result"] == "rejected" and vote["yes"] > vote["no"]:
        return _("There were more yes than no, but the statutes ask for more than half of all votes cast.")
    if not difference:
        return ""
    sentence = ngettext(
        "The difference was %(difference)s vote.", "The difference was %(difference)s votes.", difference
    )
    return sentence % {"difference": plain_number(difference)}


def _bars(vote: Mapping[str, Any]) -> list[Bar]:
    labels = {"yes": _("Yes"), "no": _("No"), "blank": _("Blank"), "invalid": _("Invalid")}
    return [
        Bar(label, vote[name], plain_number(vote[name]), is_ours=name in {"yes", "no"})
        for name, label in labels.items()
    ]


def _turnout(vote: Mapping[str, Any]) -> str:
    share = percent(Fraction(vote["turnout"]), 1)
    return _("%(cast)s of at most %(possible)s votes were cast: %(share)s.") % {
        **_numbers(vote),
        "share": share,
    }


def _homes(vote: Mapping[str, Any]) -> str:
    """How many homes took part is known within bounds only: a home may use one of its two votes."""
    if vote["homes_at_least"] == vote["homes_at_most"]:
        return _("%(homes_at_least)s of %(homes)s homes took part.") % _numbers(vote)
    sentence = _(
        "Votes are not homes: a home may use one of its two votes. "
        "So at least %(homes_at_least)s and at most %(homes_at_most)s of %(homes)s homes took part."
    )
    return sentence % _numbers(vote)


def _rule(vote: Mapping[str, Any]) -> list[str]:
    if vote["votes_per_home"] == 2:
        votes = _("Each home has two votes, whether one person lives there or seven.")
    else:
        votes = _("Each home has one vote, whether one person lives there or seven.")
    if vote["majority"] == Majority.OF_CAST:
        majority = _("A yes needs more than half of all votes cast, blank and invalid ones included.")
    else:
        majority = _("A yes needs more votes than a no. Blank and invalid votes count for neither.")
    return [
        votes,
        _("Nobody can vote for another home: there are no proxies."),
        majority,
        _("Where yes and no are equal, nothing is adopted."),
    ]


def _correction(vote: Mapping[str, Any], because: str) -> Correction:
    words = _("%(yes)s yes, %(no)s no, %(blank)s blank, %(invalid)s invalid, of %(homes)s homes")
    return Correction(words % _numbers(vote), because, date.fromisoformat(vote["entered_on"]))
