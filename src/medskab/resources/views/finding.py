"""How lines, parts and bills are found, always within the area."""

from typing import Any

from django.http import Http404

from medskab.resources.models import BudgetLine, Commitment, Spending
from medskab.resources.queries import lines_of


def line_at(request: Any, *, pk: int) -> BudgetLine:
    """A budget line by its number."""
    return _first(lines_of(request.area).filter(pk=pk))


def part_at(request: Any, *, pk: int) -> Commitment:
    """What was promised to one thing."""
    found = Commitment.objects.for_area(request.area).filter(pk=pk)
    return _first(found.select_related("area", "account", "reservation__line__area"))


def bill_at(request: Any, *, pk: int) -> Spending:
    """A bill by its number."""
    found = Spending.objects.for_area(request.area).filter(pk=pk)
    return _first(found.select_related("area", "by", "commitment__reservation__line__mandate__area"))


def _first(found: Any) -> Any:
    thing = found.first()
    if thing is None:
        raise Http404
    return thing
