"""Codes on posters and letters."""

from datetime import datetime

from medskab.audit import actions as audit
from medskab.common import codes
from medskab.common.deed import deed
from medskab.people import rules
from medskab.people.models import Area, JoinCode, Person
from medskab.people.refusals import CodeIsOver, NotYoursToDo
from medskab.places.models import Place

JOIN = "join"


@deed
def make_join_code(
    *, area: Area, opens: str = "", place: Place | None = None, by: Person | None, now: datetime
) -> JoinCode:
    """A new code for a page of the area. The row carries it this once, as `code`; it is kept nowhere."""
    if by is None or not rules.may_keep_people(by, area) or (place and place.area_id != area.pk):
        raise NotYoursToDo
    code = codes.new_code()
    row = JoinCode(
        area=area, code_hmac=codes.kept(code, JOIN), opens=opens, place=place, made_by=by, made_at=now
    )
    row.clean_fields()
    row.save(force_insert=True)
    audit.record("people.join_code_made", row, by=by, now=now)
    row.code = code  # type: ignore[attr-defined]
    return row


@deed
def end_join_code(*, join_code: JoinCode, by: Person | None, now: datetime) -> JoinCode:
    """It opens nothing any more."""
    if by is None or not rules.may_keep_people(by, join_code.area):
        raise NotYoursToDo
    if not JoinCode.objects.filter(pk=join_code.pk, ended_at=None).update(ended_at=now):
        raise CodeIsOver
    audit.record("people.join_code_ended", join_code, by=by, now=now)
    return join_code
