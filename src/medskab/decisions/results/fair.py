"""Whether a result treats the voters alike, in plain words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from medskab.common.charts import Bar
from medskab.common.templatetags.figures import percent
from medskab.decisions.amounts import plain_number
from medskab.decisions.words.names import isolated

_MOST_PARTS = 6
_MOST_PASSED_OVER = 5
_SEEN = Fraction(1, 200)
_QUADRANTS = {
    "north-east": gettext_lazy("In the north-east"),
    "north-west": gettext_lazy("In the north-west"),
    "south-east": gettext_lazy("In the south-east"),
    "south-west": gettext_lazy("In the south-west"),
}


@dataclass(frozen=True)
class Fair:
    """Figures and sentences for one result."""

    with_winner: str
    average_winners: str
    evenness: str
    passed_over: str
    passed_over_list: tuple[str, ...]
    bars: tuple[Bar, ...]
    bars_caption: str


def fair(count: Mapping[str, Any], titles: Mapping[str, str]) -> Fair:
    """How a count treats the voters."""
    figures = count["fairness"]
    caption, parts = _parts(figures)
    return Fair(
        with_winner=percent(Fraction(figures["voters_with_winner"], count["voters"] or 1)),
        average_winners=plain_number(round(Decimal(figures["average_winners"]), 1)),
        evenness=plain_number(round(Decimal(figures["gini"]), 2)),
        passed_over=_passed_over(figures["passed_over"]),
        passed_over_list=tuple(_group(one, titles) for one in figures["passed_over"][:_MOST_PASSED_OVER]),
        bars=tuple(_bars(parts)),
        bars_caption=caption,
    )


def _passed_over(found: Sequence[Mapping[str, Any]]) -> str:
    if not found:
        return _(
            "No group was passed over. Wherever voters wanted the same proposal and had "
            "enough together in their shares to pay for it, they got it or something else they wanted."
        )
    sentence = ngettext(
        "%(number)s proposal was passed over: voters who wanted it got little, "
        "although their shares together would have paid for it.",
        "%(number)s proposals were passed over: voters who wanted them got little, "
        "although their shares together would have paid for them.",
        len(found),
    )
    return sentence % {"number": plain_number(len(found))}


def _group(one: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    if one["level"] == 1:
        sentence = ngettext(
            "%(title)s: %(voters)s voter wanted it and got nothing at all.",
            "%(title)s: %(voters)s voters wanted it and got nothing at all.",
            one["supporters"],
        )
    else:
        sentence = ngettext(
            "%(title)s: %(voters)s voter wanted it and got fewer than %(level)s proposals.",
            "%(title)s: %(voters)s voters wanted it and got fewer than %(level)s proposals each.",
            one["supporters"],
        )
    return sentence % {
        "title": isolated(titles[one["project"]]),
        "voters": plain_number(one["supporters"]),
        "level": plain_number(one["level"]),
    }


def _parts(figures: Mapping[str, Any]) -> tuple[str, list[Mapping[str, Any]]]:
    """Where the money went, by the first thing that the proposals can be told apart by."""
    for name, caption in (
        ("by_category", _("What the money goes to, beside what people voted for")),
        ("by_place", _("Where the money goes, beside where people voted for something")),
        ("by_target", _("Whom the money is for, beside whom people voted for")),
    ):
        if len(figures[name]) > 1:
            return caption, figures[name]
    return "", []


def _bars(parts: Sequence[Mapping[str, Any]]) -> list[Bar]:
    money = sum(Fraction(part["money"]) for part in parts)
    support = sum(Fraction(part["support"]) for part in parts)
    bars = []
    for part in parts[:_MOST_PARTS] if money and support else ():
        name = _QUADRANTS.get(part["name"], part["name"]) or _("Not stated")
        paid, wanted = Fraction(part["money"]) / money, Fraction(part["support"]) / support
        if max(paid, wanted) >= _SEEN:
            of_money, of_votes = _("%(share)s of the money"), _("%(share)s of the votes")
            bars.append(Bar(name, paid, of_money % {"share": percent(paid)}))
            bars.append(Bar(name, wanted, of_votes % {"share": percent(wanted)}, is_ours=False))
    return bars
