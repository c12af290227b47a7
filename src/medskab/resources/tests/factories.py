"""Budget lines, for this room's tests and for the rooms above."""

from medskab.common.clock import now
from medskab.mandates.tests import factories as mandates
from medskab.resources import actions
from medskab.resources.models import BudgetLine


def line(area, by, mandate=None, amount_ore=25_000_000) -> BudgetLine:
    """A sum that the municipality gave, under this mandate or a new one."""
    return actions.open_budget_line(
        area=area,
        title="The courtyard",
        mandate=mandate or mandates.mandate(area, by),
        amount_ore=amount_ore,
        source="The municipality",
        by=by,
        now=now(),
    )
