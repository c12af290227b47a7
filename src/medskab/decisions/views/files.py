"""Files of a published result: ballots, the answer of the count, PDF and picture."""

from typing import Any

from django.http import Http404, HttpResponse

from medskab.common.policy import page
from medskab.decisions import calculations, exports, prints, rules
from medskab.decisions.models import Decision

from .finding import budget_at, published_at

_DAY = "public, max-age=86400"


@page(rules.may_see, find=budget_at)
def ballots(request: Any, decision: Decision) -> HttpResponse:
    """The ballots that were counted, sorted, without voters; only where single ballots are public."""
    if not exports.has_ballots(_snapshot(decision)):
        raise Http404
    name = f"{exports.file_stem(decision)}.pb"
    return _file(calculations.unpacked(decision.submission.packed), "text/plain; charset=utf-8", name)


@page(rules.may_see, find=budget_at)
def count_json(request: Any, decision: Decision) -> HttpResponse:
    """The published count, as the command line answers."""
    name = f"{exports.file_stem(decision)}.json"
    return _file(exports.count_json(_snapshot(decision)), "application/json", name)


@page(rules.may_see, find=published_at)
def poster(request: Any, decision: Decision) -> HttpResponse:
    """The result for a wall, A3 or A4."""
    size = "a3" if request.GET.get("size") == "a3" else "a4"
    return pdf(prints.poster(decision, size), f"{exports.file_stem(decision)}-{size}.pdf")


@page(rules.may_see, find=published_at)
def result_pdf(request: Any, decision: Decision) -> HttpResponse:
    """The whole result on paper."""
    return pdf(prints.report(decision), f"{exports.file_stem(decision)}.pdf")


@page(rules.may_see, find=published_at)
def card(request: Any, decision: Decision) -> HttpResponse:
    """The picture that stands beside a link to this result."""
    response = HttpResponse(prints.card(decision), content_type="image/png")
    response["Cache-Control"] = _DAY
    return response


def _snapshot(decision: Decision) -> dict[str, Any]:
    assert decision.publication is not None  # noqa: S101  it was found among the published
    return decision.publication.snapshot


def pdf(content: bytes, name: str) -> HttpResponse:
    """A paper that opens in the browser."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
