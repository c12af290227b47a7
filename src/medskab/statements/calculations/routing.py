"""Which statement comes next, new ones and those worth an answer more often; and which say nearly the same.

The counts behind it are kept for half a minute: a weight need not be of this second, and counting all votes
anew for each card would cost more than the vote itself.
"""

from collections.abc import Collection, Sequence

import numpy as np
from django.core.cache import cache
from django.db.models import Count, Q

from medskab.methods.likeness.alike import Alike
from medskab.methods.opinions.routing import next_statement, priorities
from medskab.methods.opinions.tallies import Tallies
from medskab.statements.models import Choice, Conversation, Statement, Vote
from medskab.statements.queries import shown
from medskab.statements.results import latest

MOST_ALIKE = 3
LEAST_ALIKE = 0.4
_SECONDS = 30

Counts = dict[int, tuple[int, int, int]]


def counts(conversation: Conversation) -> Counts:
    """Agreements, disagreements and all answers of each statement that has votes."""
    cast = Vote.objects.filter(statement__conversation=conversation)
    # Named one by one, they leave the tallies to the index; a join would read every voice.
    if aside := list(conversation.voices.exclude(set_aside_at=None).values_list("pk", flat=True)):
        cast = cast.exclude(voice__in=aside)
    found = cast.order_by().values_list("statement_id")
    counted = found.annotate(
        agreed=Count("pk", filter=Q(choice=Choice.AGREE)),
        disagreed=Count("pk", filter=Q(choice=Choice.DISAGREE)),
        answered=Count("pk"),
    )
    return {statement: (agreed, disagreed, answered) for statement, agreed, disagreed, answered in counted}


def drawn_next(
    conversation: Conversation, choices: Sequence[int], answered: Collection[int], draw: float
) -> int | None:
    """The pk of the next statement for somebody who answered some already; None where none is left."""
    known = _lately(conversation)
    table = np.array([known.get(pk, (0, 0, 0)) for pk in choices], dtype=np.int64).reshape(len(choices), 3)
    agreed, disagreed, all_answers = (table[:, [at]].T for at in range(3))
    members = np.array([int(all_answers.max(initial=0))], dtype=np.int64)
    pulls = _extremity(conversation)
    extremity = np.array([pulls.get(pk, 0.0) for pk in choices], dtype=np.float64)
    weights = priorities(
        Tallies(members, agreed, disagreed, all_answers), extremity, np.zeros(len(choices), dtype=np.bool_)
    )
    may_be_shown = np.array([pk not in answered for pk in choices], dtype=np.bool_)
    at = next_statement(weights, may_be_shown, draw)
    return None if at is None else choices[at]


def alike(conversation: Conversation, words: str) -> list[Statement]:
    """Statements that say nearly the same, the nearest first."""
    known = list(shown(conversation).order_by("number"))
    nearest = Alike([one.words for one in known]).most_like(words, most=MOST_ALIKE, least=LEAST_ALIKE)
    return [known[at] for at, _likeness in nearest]


def _lately(conversation: Conversation) -> Counts:
    key = f"statements:counts:{conversation.pk}"
    found: Counts | None = cache.get(key)
    if found is None:
        found = counts(conversation)
        cache.set(key, found, _SECONDS)
    return found


def _extremity(conversation: Conversation) -> dict[int, float]:
    """How far each statement pulls people apart, by the last count; none for what it did not know."""
    key = f"statements:extremity:{conversation.pk}"
    found: dict[int, float] | None = cache.get(key)
    if found is None:
        last = latest(conversation)
        by_number = dict(last.shown["extremity"]) if last else {}
        numbers = shown(conversation).values_list("pk", "number")
        found = {pk: by_number[number] for pk, number in numbers if number in by_number}
        cache.set(key, found, _SECONDS)
    return found
