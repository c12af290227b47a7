"""Not counting voices that a person looked at, for a reason that everybody reads; and counting them again."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.common.names import clean_name
from medskab.people.models import Person
from medskab.statements import rules
from medskab.statements.models import Conversation

from .counting import ask_for_count

MOST_AT_ONCE = 500


@deed
def set_aside(
    *, conversation: Conversation, voices: Sequence[int], because: str, by: Person, now: datetime
) -> None:
    """Set voices aside, named by their numbers: their votes stay, and are not counted."""
    if not rules.may_set_up(by, conversation):
        raise CannotAct(_("Only those who work here do this."))
    if not clean_name(because):
        raise CannotAct(_("Say why. Everybody reads it beside the result."))
    found = conversation.voices.filter(number__in=list(voices)[:MOST_AT_ONCE], set_aside_at=None)
    many = found.update(set_aside_at=now, set_aside_because=clean_name(because)[:200])
    if not many:
        raise CannotAct(_("These voices are set aside already."))
    record("statements/set-aside", conversation, by=by, now=now, because=because, figures={"voices": many})
    ask_for_count(conversation=conversation, at_once=True, by=by, now=now)


@deed
def count_again(*, conversation: Conversation, because: str, by: Person, now: datetime) -> None:
    """Take back what was set aside for a reason: all its voices count again."""
    if not rules.may_set_up(by, conversation):
        raise CannotAct(_("Only those who work here do this."))
    found = conversation.voices.exclude(set_aside_at=None).filter(set_aside_because=because)
    many = found.update(set_aside_at=None, set_aside_because="")
    if not many:
        raise CannotAct(_("These voices are counted already."))
    record("statements/counted-again", conversation, by=by, now=now, figures={"voices": many})
    ask_for_count(conversation=conversation, at_once=True, by=by, now=now)
