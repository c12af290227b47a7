"""Putting in statements to begin with."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.common.names import clean_name
from medskab.needs.models import Need
from medskab.people.models import Person
from medskab.statements import rules
from medskab.statements.models import MOST_WORDS, Conversation, Origin, Statement, StatementState
from medskab.statements.numbering import next_number
from medskab.threads.actions import link

from .saying import Words

MOST_AT_ONCE = 200
MOST_IN_ALL = 2000


@deed
def add_seeds(
    *,
    conversation: Conversation,
    lines: Sequence[Words],
    heard_in: Need | None = None,
    by: Person,
    now: datetime,
) -> Conversation:
    """Show many at once; those that stand there already, word for word, are left out."""
    if not rules.may_set_up(by, conversation):
        raise CannotAct(_("Only those who work here do this."))
    if heard_in and heard_in.area_id != conversation.area_id:
        raise CannotAct(_("This need belongs elsewhere."))
    number = next_number(conversation)
    new = _new_ones(conversation, lines)
    if not new:
        raise CannotAct(_("Write at least one statement that is not there yet."))
    if number + len(new) > MOST_IN_ALL:
        raise CannotAct(_("There are too many statements. Nobody can vote on so many."))
    made = [
        Statement(
            area=conversation.area,
            conversation=conversation,
            number=number + at,
            words=words,
            language=language,
            origin=Origin.SEED,
            state=StatementState.SHOWN,
            proposed_at=now,
            checked_at=now,
            checked_by=by,
        )
        for at, (words, language) in enumerate(new.items())
    ]
    Statement.objects.bulk_create(made)
    if heard_in:
        link(heard_in, conversation, why=gettext_noop("is talked about in"), now=now)
    record("statements/seeded", conversation, by=by, now=now, figures={"statements": len(made)})
    return conversation


def _new_ones(conversation: Conversation, lines: Sequence[Words]) -> dict[str, str]:
    """The words that are new, each once, with their language."""
    if len(lines) > MOST_AT_ONCE:
        raise CannotAct(_("This is too many at once. Write 200 lines at most."))
    known = {words.casefold() for words in conversation.statements.values_list("words", flat=True)}
    new: dict[str, str] = {}
    for line in lines:
        words = clean_name(line.words)
        if len(words) > MOST_WORDS:
            raise CannotAct(_("One line is too long. A statement has 240 signs at most."))
        if words and words.casefold() not in known:
            known.add(words.casefold())
            new[words] = line.language
    return new
