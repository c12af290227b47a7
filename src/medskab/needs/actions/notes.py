"""Taking in at once what was said at a meeting, at doors or on slips of paper."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct, deed
from medskab.needs import receipts
from medskab.needs.models import Input
from medskab.people.models import Person
from medskab.places.models import Area

from .saying import Said, say


@deed
def take_notes(*, area: Area, all_said: Sequence[Said], secret: str, by: Person, now: datetime) -> Input:
    """Take in each as an input of its own, all or none; the answer is the first.

    Their receipts are made of `secret`, which nobody else knows.
    """
    if not all_said:
        raise CannotAct(_("Tick at least one."))
    rows = [
        say(area=area, said=said, code=receipts.code_for(f"{secret}:{number}"), by=by, now=now)
        for number, said in enumerate(all_said)
    ]
    return rows[0]
