"""A vote belongs to a point of a meeting's agenda."""

from datetime import datetime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import rules
from medskab.decisions.models import Decision
from medskab.decisions.refusals import NotYoursToDecide
from medskab.gatherings.models import AgendaItem
from medskab.people.models import Person


@deed
def attach_to_item(*, decision: Decision, item: AgendaItem | None, by: Person, now: datetime) -> Decision:
    """Show the vote beside this point from now on, or beside none."""
    is_elsewhere = item is not None and item.area_id != decision.area_id
    if is_elsewhere or not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    Decision.objects.filter(pk=decision.pk).update(agenda_item=item)
    audit.record("decision.attached", decision, by=by, now=now, figures={"item": item.pk if item else None})
    decision.refresh_from_db(fields=["agenda_item"])
    return decision
