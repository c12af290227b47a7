"""What is printed about a vote: for walls, desks and letter boxes."""

from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from medskab.common.policy import page
from medskab.decisions import on_paper, rules
from medskab.decisions.models import Decision, Poll

from .files import pdf
from .finding import published_at
from .polling import poll_at


@require_GET
@page(rules.may_see_poll, find=poll_at)
def call_poster(request: Any, poll: Poll) -> HttpResponse:
    """The call to vote, A3 or A4."""
    size = "a3" if request.GET.get("size") == "a3" else "a4"
    return _drawn(on_paper.call_poster(poll, size), f"vote-{poll.decision.slug}-{size}.pdf")


@require_GET
@page(rules.may_see_poll, find=poll_at)
def counts_poster(request: Any, poll: Poll) -> HttpResponse:
    """The numbers of the urn add up."""
    return _drawn(on_paper.counts_poster(poll), f"numbers-{poll.decision.slug}.pdf")


@require_GET
@page(rules.may_run_poll, find=poll_at)
def paper_ballot(request: Any, poll: Poll) -> HttpResponse:
    """The ballot, to be copied."""
    return _drawn(on_paper.paper_ballot(poll), f"ballot-{poll.decision.slug}.pdf")


@require_GET
@page(rules.may_run_poll, find=poll_at)
def check_in_slips(request: Any, poll: Poll) -> HttpResponse:
    """Slips for the desk."""
    return _drawn(on_paper.check_in_slips(poll), f"slips-{poll.decision.slug}.pdf")


@require_GET
@page(rules.may_run_poll, find=poll_at)
def sample_letter(request: Any, poll: Poll) -> HttpResponse:
    """How the letters will look."""
    return _drawn(on_paper.sample_letter(poll), f"sample-{poll.decision.slug}.pdf")


@require_GET
@page(rules.may_see, find=published_at)
def delivery_sheet(request: Any, decision: Decision) -> HttpResponse:
    """What became of what was decided."""
    return _drawn(on_paper.delivery_sheet(decision), f"delivery-{decision.slug}.pdf")


def _drawn(content: bytes | None, name: str) -> HttpResponse:
    if content is None:
        raise Http404
    return pdf(content, name)
