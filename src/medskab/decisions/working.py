"""What a facilitator sees on the way: what a file holds, how far the work is, what was counted."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .amounts import Money, plain_number
from .file_words import remark_sentence
from .models import Count, Decision, State
from .words.counting_rules import RULES
from .words.shares import voters_with_winner

_FIRST = 10
BALLOTS = {
    "approval": gettext_lazy("Everybody named the proposals they wanted"),
    "choose-1": gettext_lazy("Everybody named one proposal"),
    "cumulative": gettext_lazy("Everybody shared out points"),
    "scoring": gettext_lazy("Everybody gave each proposal points"),
    "ordinal": gettext_lazy("Everybody put proposals in an order"),
}


@dataclass(frozen=True)
class Preview:
    """What a file holds, before it is taken in."""

    facts: list[tuple[str, str]]
    warnings: list[str]
    head: list[dict[str, Any]]
    proposals: list[list[dict[str, Any]]]
    more: int
    description: str


@dataclass(frozen=True)
class CountedLine:
    """One count of the decision."""

    rule: str
    won: str
    share: str
    is_official: bool


def preview(decision: Decision) -> Preview | None:
    """The reading of a draft's file, once it is there."""
    upload = getattr(decision, "upload", None)
    if upload is None or upload.reading is None:
        return None
    reading = upload.reading
    money = Money(reading["currency"] or "", reading["currency_unit"])
    proposals = sorted(reading["proposals"], key=lambda one: (-one["votes"], one["number"]))
    return Preview(
        facts=[
            (_("Voters"), plain_number(reading["voters"])),
            (_("Proposals"), plain_number(len(proposals))),
            (_("Money to share out"), money.coins(reading["budget"])),
            (_("How people voted"), str(BALLOTS[reading["ballot_kind"]])),
            (_("The rule that the file names"), reading["stated_rule"] or _("none")),
        ],
        warnings=[remark_sentence(remark) for remark in reading["warnings"]],
        head=_head(),
        proposals=[_cells(one, money) for one in proposals[:_FIRST]],
        more=max(0, len(proposals) - _FIRST),
        description=reading["description"],
    )


def _head() -> list[dict[str, Any]]:
    """The columns of the table of proposals."""
    return [
        {"title": _("Proposal")},
        {"title": _("Number")},
        {"title": _("Votes"), "is_number": True},
        {"title": _("Cost"), "is_number": True},
    ]


def steps(decision: Decision) -> list[dict[str, str]]:
    """The way from the votes to the result, and where this decision stands on it."""
    titles = (
        [_("Votes are in"), _("Counted"), _("Published")]
        if decision.is_budget
        else [_("Votes are in"), _("Published")]
    )
    done = _done(decision)
    states = ["done"] * done + ["now"] + ["next"] * len(titles)
    return [{"title": title, "state": state} for title, state in zip(titles, states, strict=False)]


def counted(decision: Decision) -> list[CountedLine]:
    """The count that stands and those to compare with it."""
    official = decision.official_count
    assert official is not None  # noqa: S101  asked only where there is one
    others = decision.counts.filter(is_information=True, pk__gt=official.pk)
    return [_line(decision, one) for one in (official, *others)]


def _done(decision: Decision) -> int:
    far = {State.DRAFT: 0, State.IMPORTED: 1, State.COUNTED: 2, State.PUBLISHED: 3, State.WITHDRAWN: 3}
    done = far[State(decision.state)]
    return done if decision.is_budget else max(1, done - 1)


def _line(decision: Decision, count: Count) -> CountedLine:
    outcome = count.outcome
    words = _("%(won)s of %(of)s proposals win")
    return CountedLine(
        rule=str(RULES[count.rule].name),
        won=words % {"won": plain_number(len(outcome["winners"])), "of": plain_number(outcome["projects"])},
        share=voters_with_winner(
            outcome["fairness"]["voters_with_winner"],
            outcome["voters"],
            is_hearing=decision.is_hearing,
        ),
        is_official=not count.is_information,
    )


def _cells(proposal: dict[str, Any], money: Money) -> list[dict[str, Any]]:
    texts = (
        proposal["title"] or proposal["project"],
        proposal["project"],
        plain_number(proposal["votes"]),
        money.coins(proposal["cost"]),
    )
    return [{**column, "text": text} for column, text in zip(_head(), texts, strict=True)]
