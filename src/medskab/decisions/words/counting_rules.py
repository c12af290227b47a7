"""The counting rules in plain words: what each is called, what it does, how it finds the winners."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class RuleWords:
    """One rule for people. `picture` is one of the small drawings of how it works."""

    name: str | Promise
    effect: str | Promise
    by: str | Promise
    sentences: tuple[str | Promise, str | Promise, str | Promise]
    picture: str


RULES = {
    "equal-shares": RuleWords(
        _("Equal shares"),
        _(
            "Everybody who voted has the same share of the money, spent on what they chose. "
            "Most voters get something, and small groups get their part."
        ),
        _("by equal shares"),
        (
            _("Everybody who voted gets the same share of the money."),
            _("A proposal wins when those who voted for it can pay for it together."),
            _("First comes the one that costs each of them least, and so on until nobody can pay for more."),
        ),
        "shares",
    ),
    "greedy-votes": RuleWords(
        _("Most votes first"),
        _(
            "The proposal with most votes wins, then the next, as long as the money lasts. "
            "A large group can win everything, and the others nothing."
        ),
        _("by most votes first"),
        (
            _("The proposals stand in a line, the one with most votes in front."),
            _("Each wins if there is still enough money for it."),
            _("What no longer fits is passed over, and the next one is tried."),
        ),
        "line",
    ),
    "greedy-votes-per-cost": RuleWords(
        _("Most votes for the money first"),
        _("Like most votes first, but cheap proposals come earlier. Large ones seldom win."),
        _("by most votes for the money"),
        (
            _("For each proposal we divide its votes by its cost."),
            _("The one with most votes for the money stands in front, and wins if there is money for it."),
            _("What no longer fits is passed over, and the next one is tried."),
        ),
        "line",
    ),
    "phragmen": RuleWords(
        _("Phragmén’s rule"),
        _(
            "Everybody saves up at the same speed for what they chose. "
            "Close to equal shares; it stops at the first winner that does not fit."
        ),
        _("by Phragmén’s rule"),
        (
            _("Everybody who voted saves money at the same speed."),
            _("A proposal wins as soon as those who voted for it have saved its cost. Then it is spent."),
            _("It ends when the next winner costs more than the money that is left."),
        ),
        "shares",
    ),
    "bos": RuleWords(
        _("Equal shares with a push"),
        _(
            "Like equal shares, but a proposal may win although its voters lack a part of its cost. "
            "Large proposals that many want win more often."
        ),
        _("by equal shares with a push"),
        (
            _("Everybody who voted gets the same share of the money."),
            _("A proposal may win although those who voted for it lack a part of what it costs."),
            _("First comes the one that costs each of them least for the part that they pay."),
        ),
        "shares",
    ),
}

COMPLETIONS = {
    "add1": _("Every share was raised little by little until one step more would have cost too much."),
    "add1-exhaustive": _("Every share was raised little by little until nothing more could be bought."),
    "add1u": _(
        "Every share was raised little by little until one step more would have cost too much. "
        "What was left went to the proposals with most votes that still fitted."
    ),
    "none": _("Money that no group could use together was left over."),
}

TIES = {
    "id": _("the order of their numbers as text"),
    "cheapest": _("the cheaper one first"),
    "most-votes": _("the one with more votes first"),
    "lot": _("a lot that was drawn before"),
}

SATISFACTIONS = {
    "cost": _("A voter gains more from an expensive proposal than from a cheap one."),
    "cardinality": _("A voter gains the same from each proposal, expensive or cheap."),
    "points": _("A voter gains as many points as they gave."),
    "borda": _("A voter gains more, the higher the proposal stands on their list."),
}


def details(outcome: Mapping[str, Any]) -> list[str]:
    """Everything else that could have changed the result, in sentences."""
    parameters = outcome["parameters"]
    said = []
    if outcome["method"] in {"equal-shares", "bos"} and parameters["satisfaction"]:
        said.append(str(SATISFACTIONS[parameters["satisfaction"]]))
    if outcome["method"] == "equal-shares":
        said.append(str(COMPLETIONS[parameters["completion"]]))
    if parameters["minimum_votes"]:
        words = gettext("A proposal needed at least %(number)s votes.")
        said.append(words % {"number": parameters["minimum_votes"]})
    if parameters["incompatible"]:
        said.append(gettext("Some proposals exclude each other: only one of them could win."))
    if parameters["ceilings"]:
        said.append(gettext("Some categories could not get more than a certain amount."))
    said.append(
        gettext("Where two were equal, this decided: %(rule)s.") % {"rule": TIES[parameters["tie_break"]]}
    )
    return said
