"""Saying what one thinks of a statement."""

from dataclasses import dataclass
from datetime import datetime
from secrets import randbelow

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.common.arriving import Channel
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.places.models import Place, PlaceKind
from medskab.statements import rules
from medskab.statements.live import tell_of_votes
from medskab.statements.models import Choice, Conversation, Statement, StatementState, Voice, Vote

_NUMBERS = 2**31


@dataclass(frozen=True)
class Voter:
    """Whose voice it is, and by which door they came: the place is the number of a `places.Place`."""

    key: str
    channel: str = Channel.WEB
    place: int | None = None


@deed
def cast_vote(*, statement: Statement, choice: int, voter: Voter, by: Person | None, now: datetime) -> Vote:
    """One voice, one vote on each statement; the last word counts.

    The vote's row is its own record: a line in the log for each would say the same again, and when.
    """
    row = Statement.objects.select_related("conversation").get(pk=statement.pk)
    if choice not in Choice.values:
        raise CannotAct(_("Choose one of the three."))
    if not rules.takes_votes(row.conversation, now):
        raise CannotAct(_("It is not open now. No vote can be given or changed."))
    if row.state != StatementState.SHOWN:
        raise CannotAct(_("This statement is no longer here."))
    voice = _voice(row.conversation, voter, now)
    vote, is_new = Vote.objects.get_or_create(
        voice=voice,
        statement=row,
        defaults={"area_id": row.area_id, "choice": choice, "cast_at": now},
    )
    if not is_new and vote.choice != choice:
        other = Vote.objects.filter(pk=vote.pk).exclude(choice=choice)
        other.update(choice=choice, cast_at=now, changed=F("changed") + 1)
        vote.choice = choice
    tell_of_votes(row.conversation)
    return vote


def _voice(conversation: Conversation, voter: Voter, now: datetime) -> Voice:
    known = conversation.voices.filter(key=voter.key).first()
    if known is not None:
        return known
    facts = {
        "area_id": conversation.area_id,
        "number": _free_number(conversation),
        "channel": voter.channel,
        "place": _no_finer_than_the_block(conversation.area_id, voter.place),
        "began_on": timezone.localdate(now),
    }
    return conversation.voices.get_or_create(key=voter.key, defaults=facts)[0]


def _free_number(conversation: Conversation) -> int:
    number = randbelow(_NUMBERS)
    while conversation.voices.filter(number=number).exists():
        number = randbelow(_NUMBERS)
    return number


def _no_finer_than_the_block(area: int, number: int | None) -> Place | None:
    if number is None:
        return None
    place = Place.objects.filter(area_id=area, pk=number).select_related("parent").first()
    return place.parent if place and place.kind == PlaceKind.STAIRWELL else place
