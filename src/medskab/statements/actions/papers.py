"""A sheet of paper that somebody filled in, typed in by staff."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.arriving import Channel
from medskab.common.codes import NotACode, read_code
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.places.models import Place
from medskab.statements import queries, rules
from medskab.statements.models import Conversation
from medskab.statements.paper import key_of_sheet

from .voting import Voter, cast_vote


@deed
def type_sheet(
    *,
    about: Conversation,
    number: str,
    choices: Mapping[int, int],
    place: Place | None,
    by: Person,
    now: datetime,
) -> int:
    """One sheet is one voice, however often it is typed; the last word counts. Gives its number of lines."""
    if not rules.may_set_up(by, about):
        raise CannotAct(_("Only those who work here type in sheets."))
    try:
        key = key_of_sheet(about, read_code(number))
    except NotACode:
        raise CannotAct(_("This is not the number of a sheet. Look at it again.")) from None
    statements = queries.shown(about).in_bulk(choices)
    if not statements:
        raise CannotAct(_("Nothing is filled in."))
    voter = Voter(key, Channel.PAPER, place.pk if place else None)
    for pk, statement in statements.items():
        cast_vote(statement=statement, choice=choices[pk], voter=voter, by=by, now=now)
    record("statements/sheet-typed", about, by=by, now=now)
    return len(statements)
