"""Budget lines, for this room's tests and for the rooms above."""

from medskab.common.clock import now
from medskab.mandates.actions import authorize
from medskab.mandates.tests import factories as mandates
from medskab.resources import actions
from medskab.resources.models import BudgetLine, Spending


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


def bill(line, by, source) -> Spending:
    """A bill of 100 kr., paid from 500 kr. that `source` promised to benches."""
    right = authorize(
        mandate=line.mandate, source=source, field="Benches", ceiling_ore=50_000, by=by, now=now()
    )
    held = actions.reserve(line=line, authorization=right, amount_ore=50_000, source=source, by=by, now=now())
    parts = [actions.Part("test.proposal", "1", "Benches", 50_000)]
    (promised,) = actions.commit(reservation=held, parts=parts, by=by, now=now())
    words = actions.Words("The timber yard", "Planks", "A 12")
    return actions.spend(
        commitment=promised, amount_ore=10_000, on=now().date(), words=words, by=by, now=now()
    )
