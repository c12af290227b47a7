"""Paper and pictures of a published result: its words go to `printing`, and what was drawn is kept."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils import formats
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from . import exports, printing
from .models import Decision, Publication
from .results import BudgetResult, HomesResult, Row, budget_result, homes_result
from .words.headlines import headline

_KEPT_SECONDS = 24 * 3600


def poster(decision: Decision, paper: str) -> bytes:
    """The result for a wall, A3 or A4, with a code that leads to its page."""
    size: Any = "a3" if paper == "a3" else "a4"
    return _kept(decision, size, lambda printed: printing.poster(printed, size))


def report(decision: Decision) -> bytes:
    """The whole result, a reason for each proposal."""
    return _kept(decision, "report", printing.report)


def card(decision: Decision) -> bytes:
    """The result in one picture, for links to it."""
    return _kept(decision, "card", printing.card)


def printed(decision: Decision, publication: Publication) -> printing.PrintedResult:
    """A published result in the words that paper shows, in the reader's language."""
    shown = publication.snapshot
    common = _common(decision, publication)
    if decision.is_budget:
        return _budget(common, decision, shown, budget_result(shown))
    return _homes(common, shown, homes_result(shown))


def _kept(decision: Decision, kind: str, draw: Callable[[printing.PrintedResult], bytes]) -> bytes:
    publication = decision.publication
    if publication is None:
        raise ValueError("Only what is published is printed.")
    place = f"{decision.area.slug}:{decision.slug}:{decision.state}:{get_language()}"
    key = f"decisions:print:{kind}:{place}:{publication.sha256}"
    drawn = cache.get(key)
    if drawn is None:
        drawn = draw(printed(decision, publication))
        cache.set(key, drawn, _KEPT_SECONDS)
    return drawn


def _common(decision: Decision, publication: Publication) -> dict[str, Any]:
    area, shown = decision.area, publication.snapshot
    return {
        "area": area.name,
        "seed": area.slug,
        "accent": area.accent,
        "title": shown["title"],
        "kind": str(decision.get_nature_display()),
        "method": str(decision.get_kind_display()),
        "headline": headline(publication.summary, shown["nature"]),
        "address": settings.SITE_ADDRESS + decision.get_absolute_url(),
        "published_on": publication.at.date(),
        "language": (get_language() or "en").split("-")[0],
        "is_right_to_left": get_language_bidi(),
        "is_hearing": decision.is_hearing,
        "is_demo": area.is_demo,
        "withdrawn": decision.withdrawn_because,
    }


def _facts(shown: Mapping[str, Any], result: BudgetResult | HomesResult) -> tuple[tuple[str, str], ...]:
    facts = (
        (_("What it means"), shown["meaning"]),
        (_("Who decides"), shown["decided_by"]),
        (_("On what basis"), shown["basis"]),
        (_("Date"), _day(result)),
        (_("How to object"), shown["objection"]),
        (_("Source"), shown["source_note"]),
    )
    return tuple((name, text) for name, text in facts if text)


def _day(result: BudgetResult | HomesResult) -> str:
    return formats.date_format(result.held_on, "DATE_FORMAT") if result.held_on else ""


def _budget(
    common: dict[str, Any], decision: Decision, shown: Mapping[str, Any], result: BudgetResult
) -> printing.PrintedDecision:
    recount = exports.recount(decision, shown)
    return printing.PrintedDecision(
        **common,
        leads=(result.share, result.spent),
        facts=_facts(shown, result),
        how=(*map(str, result.rule.sentences), *result.details),
        fairness=(result.exact, result.fair.passed_over, *result.fair.passed_over_list),
        day=_day(result),
        winners=tuple(_proposal(row, shown) for row in result.winners),
        others=tuple(_proposal(row, shown) for row in result.others),
        budget=result.budget,
        spent=result.cost,
        left=result.left,
        recount=recount.command if recount.has_ballots else "",
        sha256=recount.sha256,
    )


def _proposal(row: Row, shown: Mapping[str, Any]) -> printing.PrintedProposal:
    budget = Fraction(shown["count"]["budget"]) * shown["currency_unit"]
    return printing.PrintedProposal(
        number=row.project,
        anchor=row.anchor,
        name=row.title,
        votes=row.votes_words,
        cost=row.cost_words,
        share=float(row.cost / budget) if budget else 0.0,
        reason=row.note,
    )


def _homes(common: dict[str, Any], shown: Mapping[str, Any], result: HomesResult) -> printing.PrintedVote:
    return printing.PrintedVote(
        **common,
        leads=tuple(filter(None, (result.against, result.margin, result.turnout))),
        facts=_facts(shown, result),
        how=result.rule,
        fairness=(result.homes,),
        day=_day(result),
        bars=tuple(
            printing.PrintedBar(
                label=str(bar.label), value=int(bar.value), shown=bar.shown, is_ours=bar.is_ours
            )
            for bar in result.bars
        ),
        corrections=tuple(f"{one.numbers}. {one.because}" for one in result.corrections),
    )
