"""How the things that pages are about are found, always within the area."""

from typing import Any

from django.http import Http404

from medskab.decisions.models import Decision, Proposal


def decision_at(request: Any, *, slug: str) -> Decision:
    """A decision by its address; what was published is not loaded until it is shown."""
    found = Decision.objects.for_area(request.area).filter(slug=slug)
    decision = found.select_related("area", "publication").defer("publication__snapshot").first()
    if decision is None:
        raise Http404
    return decision


def published_at(request: Any, *, slug: str) -> Decision:
    """A decision that everybody may read; anything else is as if it were not there."""
    decision = decision_at(request, slug=slug)
    if not decision.is_public:
        raise Http404
    return decision


def budget_at(request: Any, *, slug: str) -> Decision:
    """A published participatory budget."""
    decision = published_at(request, slug=slug)
    if not decision.is_budget:
        raise Http404
    return decision


def proposal_at(request: Any, *, slug: str, number: int) -> Proposal:
    """A proposal of a published budget by its number."""
    decision = budget_at(request, slug=slug)
    proposal = Proposal.objects.filter(decision=decision, number=number).first()
    if proposal is None:
        raise Http404
    proposal.decision = decision
    return proposal
