"""Supporting an initiative: once, and taken back at any time."""

from datetime import datetime

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.initiatives import refusals, rules
from medskab.initiatives.models import Initiative, Supporter
from medskab.people.models import Person


@deed
def support(*, initiative: Initiative, by: Person, now: datetime) -> Initiative:
    """I think so too. Once said it stays said; a second time changes nothing."""
    if not initiative.is_alive or not rules.may_support(by, initiative):
        raise refusals.CannotSupport
    if rules.is_author(by, initiative):
        raise refusals.PartOfItAlready
    facts = {"area_id": initiative.area_id, "since": now}
    _supporter, is_new = Supporter.objects.get_or_create(initiative=initiative, person=by, defaults=facts)
    if is_new:
        record("initiatives.supported", initiative, by=by, now=now)
    return initiative


@deed
def stop_supporting(*, initiative: Initiative, by: Person, now: datetime) -> Initiative:
    """Taken back, without a reason."""
    gone, _rows = Supporter.objects.filter(initiative=initiative, person=by).delete()
    if gone:
        record("initiatives.support_taken_back", initiative, by=by, now=now)
    return initiative
