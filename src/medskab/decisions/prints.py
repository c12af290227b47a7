"""Paper and pictures of a published result, set by typst. People's words are values there, never markup."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import segno
import typst
from django.conf import settings
from django.core.cache import cache
from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from medskab.common.accents import ACCENTS

from .models import Decision
from .results import BudgetResult, HomesResult, budget_result, homes_result
from .words.headlines import description, headline

_SHEETS = Path(__file__).resolve().parent / "typst"
_KEPT_SECONDS = 24 * 3600


def poster(decision: Decision, size: str) -> bytes:
    """The result for a wall, with a code that leads to its page."""
    return _kept(decision, f"poster-{size}", partial(_pdf, "poster.typ", size))


def report(decision: Decision) -> bytes:
    """The whole result, a reason for each proposal."""
    return _kept(decision, "report", partial(_pdf, "report.typ", "a4"))


def card(decision: Decision) -> bytes:
    """The result in one picture, 1200 by 630."""
    return _kept(decision, "card", _png)


def _kept(decision: Decision, kind: str, draw: Any) -> bytes:
    publication = decision.publication
    assert publication is not None  # noqa: S101  only what is published is printed
    place = f"{decision.area.slug}:{decision.slug}:{decision.state}"
    key = f"decisions:print:{kind}:{get_language()}:{place}:{publication.sha256}"
    drawn = cache.get(key)
    if drawn is None:
        drawn = draw(decision)
        cache.set(key, drawn, _KEPT_SECONDS)
    return drawn


def _pdf(sheet: str, size: str, decision: Decision) -> bytes:
    said = _said(decision) | {"size": size}
    return typst.compile(
        _SHEETS / sheet,
        root=_SHEETS,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"said": json.dumps(said)},
    )


def _png(decision: Decision) -> bytes:
    return typst.compile(
        _SHEETS / "card.typ",
        root=_SHEETS,
        format="png",
        ppi=72.0,
        sys_inputs={"said": json.dumps(_said(decision))},
    )


def _said(decision: Decision) -> dict[str, Any]:
    """Everything that the sheets show, as plain values in the reader's language."""
    publication = decision.publication
    assert publication is not None  # noqa: S101
    shown, summary = publication.snapshot, publication.summary
    address = settings.SITE_ADDRESS + decision.get_absolute_url()
    shades = next((one for one in ACCENTS if one.name == decision.area.accent), ACCENTS[0]).light
    result = budget_result(shown) if decision.is_budget else homes_result(shown)
    return {
        "language": (get_language() or "en").split("-")[0],
        "accent": shades.strong,
        "soft": shades.soft,
        "area": decision.area.name,
        "is_demo": _("demo") if decision.area.is_demo else "",
        "title": shown["title"],
        "kind": str(decision.get_nature_display()),
        "headline": headline(summary, shown["nature"]),
        "lead": description(summary),
        "withdrawn": _("Withdrawn: %(why)s") % {"why": decision.withdrawn_because}
        if decision.withdrawn_because
        else "",
        "address": address,
        "qr": segno.make(address, error="m", micro=False).svg_inline(border=0, dark="#211c16"),
        "meaning": shown["meaning"],
        "words": _words(shown, result),
        "labels": _labels(),
        **(_budget(result) if isinstance(result, BudgetResult) else _homes(result)),
    }


def _words(shown: dict[str, Any], result: BudgetResult | HomesResult) -> list[list[str]]:
    day = formats.date_format(result.held_on, "DATE_FORMAT") if result.held_on else ""
    pairs = [
        (_("What it means"), shown["meaning"]),
        (_("Who decides"), shown["decided_by"]),
        (_("On what basis"), shown["basis"]),
        (_("When"), day),
        (_("How to object"), shown["objection"]),
        (_("Source"), shown["source_note"]),
    ]
    return [[name, text] for name, text in pairs if text]


def _budget(result: BudgetResult) -> dict[str, Any]:
    return {
        "spent": result.spent,
        "winners": [[row.title, row.votes_words, row.cost_words, row.note] for row in result.winners],
        "others": [[row.title, row.votes_words, row.cost_words, row.note] for row in result.others],
        "sentences": [str(one) for one in result.rule.sentences],
        "details": list(result.details),
        "fair": [result.exact, result.fair.passed_over],
    }


def _homes(result: HomesResult) -> dict[str, Any]:
    return {
        "spent": result.turnout,
        "winners": [],
        "others": [],
        "numbers": [[str(bar.label), bar.shown] for bar in result.bars],
        "sentences": list(result.rule),
        "details": [],
        "fair": [result.homes],
    }


def _labels() -> dict[str, str]:
    return {
        "chosen": _("These were chosen"),
        "others": _("These were not chosen, and why"),
        "more": _("Each proposal that was not chosen has its reason there."),
        "scan": _("See the whole result"),
        "method": _("How we counted"),
        "fair": _("Was it fair?"),
        "and_more": _("and %(number)s more: see the page"),
        "proposal": _("Proposal"),
        "votes": _("Votes"),
        "cost": _("Cost"),
        "page": _("Page"),
    }
