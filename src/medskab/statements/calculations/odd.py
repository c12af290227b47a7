"""What looks odd in a conversation, for people to look at; nothing is left out because of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import exp

from django.db.models import Count, Min

from medskab.methods.opinions.oddities import oddities
from medskab.statements.models import Conversation, Origin

from .counting import anonymous, votes_of

MOST_SHOWN = 20
FEWEST_IN_A_BURST = 10
MANY_STATEMENTS = 10
_BY_CHANCE = 0.01


@dataclass(frozen=True)
class Pattern:
    """Voices that answered in an unlikely way; `numbers` name them, `names` are as in the published file."""

    kind: str
    numbers: tuple[int, ...]
    names: tuple[str, ...]
    votes: int

    @property
    def named(self) -> str:
        """For a form."""
        return ",".join(map(str, self.numbers))


@dataclass(frozen=True)
class Burst:
    """An hour in which far more came than in the others."""

    hour: datetime
    count: int
    usual: float


@dataclass(frozen=True)
class Flood:
    """One voice that put in many statements."""

    count: int
    shown: int


def patterns(conversation: Conversation) -> list[Pattern]:
    """The same answer to everything, and ballots that are the same: only what chance does not explain."""
    votes = votes_of(conversation)
    known = {
        anonymous(conversation, key): number
        for key, number in conversation.voices.filter(set_aside_at=None).values_list("key", "number")
    }
    found = []
    for one in oddities(votes)[:MOST_SHOWN]:
        names = tuple(votes.voters[at] for at in one.voters)
        found.append(Pattern(str(one.kind), tuple(known[name] for name in names), names, one.votes))
    return found


def bursts(conversation: Conversation) -> list[Burst]:
    """Hours with new voices that chance does not explain, the largest first."""
    # What was held elsewhere came in all at once: its hours say nothing.
    if conversation.source:
        return []
    begun = conversation.voices.annotate(first=Min("votes__cast_at")).exclude(first=None)
    return unusual(begun.values_list("first", flat=True))


def floods(conversation: Conversation) -> list[Flood]:
    """Voices that put in many statements."""
    said = conversation.statements.filter(origin=Origin.RESIDENT).exclude(said_by_voice="")
    counted = said.values("said_by_voice").annotate(number=Count("pk")).filter(number__gte=MANY_STATEMENTS)
    keys = [one["said_by_voice"] for one in counted.order_by("-number")[:MOST_SHOWN]]
    found = {key: [0, 0] for key in keys}
    for key, state in said.filter(said_by_voice__in=keys).values_list("said_by_voice", "state"):
        found[key][0] += 1
        found[key][1] += state == "shown"
    return [Flood(*counts) for counts in found.values()]


def said_in_bursts(conversation: Conversation) -> list[Burst]:
    """Hours with statements that chance does not explain."""
    said = conversation.statements.filter(origin=Origin.RESIDENT)
    return unusual(said.values_list("proposed_at", flat=True))


def unusual(moments: Iterable[datetime]) -> list[Burst]:
    """Hours with ten or more that would come less than once in a hundred such conversations, if all came by
    chance as often as in the other hours that had any.

    The usual number is the mean of the other hours in which anybody came, at least one: nights do not make a
    busy evening odd.
    """
    hours: dict[datetime, int] = {}
    for moment in moments:
        hour = moment.replace(minute=0, second=0, microsecond=0)
        hours[hour] = hours.get(hour, 0) + 1
    total = sum(hours.values())
    found = []
    for hour, count in hours.items():
        usual = max(1.0, (total - count) / max(1, len(hours) - 1))
        if count >= FEWEST_IN_A_BURST and len(hours) * _at_least(count, usual) < _BY_CHANCE:
            found.append(Burst(hour, count, round(usual, 1)))
    return sorted(found, key=lambda one: (-one.count, one.hour))[:MOST_SHOWN]


def _at_least(count: int, usual: float) -> float:
    """The chance of so many or more where `usual` come on average (Poisson)."""
    term, below = exp(-usual), 0.0
    for number in range(count):
        below += term
        term *= usual / (number + 1)
    return max(0.0, 1.0 - below)
