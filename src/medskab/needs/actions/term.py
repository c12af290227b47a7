"""Setting the term for answers."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.needs import rules
from medskab.needs.term import MOST_DAYS, Term
from medskab.people.models import Person
from medskab.places.models import Area


@deed
def set_term(*, area: Area, days: int, by: Person, now: datetime) -> Term:
    """Say within how many days everything is answered; it holds at once, for what waits already too."""
    if not rules.may_sort(by, area):
        raise CannotAct(_("Only those who work here do this."))
    if not 1 <= days <= MOST_DAYS:
        raise CannotAct(_("Write a number of days from 1 to 90."))
    term, _is_new = Term.objects.update_or_create(area=area, defaults={"days": days})
    record("needs/term-set", term, by=by, now=now, figures={"days": days})
    return term
