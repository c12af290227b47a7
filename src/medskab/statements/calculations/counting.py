"""From the votes of a conversation to a count that anybody can make again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from medskab.methods.opinions.given_groups import kept_labels, own_group, steady_count
from medskab.methods.opinions.opinion_map import OpinionMap, map_opinions
from medskab.methods.opinions.opinions_json import opinions_json
from medskab.methods.opinions.slate import Slate, slate
from medskab.methods.opinions.votes import Statement as MethodStatement
from medskab.methods.opinions.votes import Votes, gather
from medskab.methods.opinions.write_votes import comments_csv, participants_votes_csv, votes_csv
from medskab.statements.models import Conversation, StatementState, Voice, Vote

from .map_drawing import crowds
from .showing import Result, Shown, is_enough, letter, result_of

__all__ = ["Counted", "Earlier", "anonymous", "comments_csv", "counted", "digest", "people_csv", "votes_csv"]

ON_THE_SLATE = 10
_REMEMBERED = 12


@dataclass(frozen=True)
class Earlier:
    """What an earlier count leaves to the next: who had which letter, and how many groups were found."""

    group_of: Mapping[str, int]
    counts: Sequence[int]


@dataclass(frozen=True)
class Counted:
    """A count: the method's whole answer, what may be shown, and what is for one person or the next count."""

    answer: dict[str, Any]
    result: Result
    parameters: dict[str, Any]
    crowd_of: dict[str, int]
    group_of: dict[str, int]
    counts: list[int]


def votes_of(conversation: Conversation) -> Votes:
    """The last votes on all statements that are shown, under ids that lead back to no voice; those that
    were set aside are left out."""
    statements = list(conversation.statements.filter(state=StatementState.SHOWN).order_by("number"))
    at = {one.pk: place for place, one in enumerate(statements)}
    keys = dict(conversation.voices.filter(set_aside_at=None).values_list("pk", "key"))
    cast = Vote.objects.filter(
        statement__conversation=conversation, statement__state=StatementState.SHOWN
    ).values_list("voice_id", "statement_id", "choice")
    voter: dict[int, int] = {}
    cells = [
        (voter.setdefault(who, len(voter)), at[what], choice)
        for who, what, choice in cast.iterator(chunk_size=20_000)
        if who in keys
    ]
    who_said, what_of, choices = np.array(cells, dtype=np.int32).reshape(-1, 3).T
    names = [anonymous(conversation, keys[pk]) for pk in voter]
    listed = [MethodStatement(str(one.number), one.words) for one in statements]
    return gather(names, listed, who_said, what_of, choices.astype(np.int8))


def counted(conversation: Conversation, votes: Votes, earlier: Earlier) -> Counted:
    """What the votes say; the earlier count only decides letters, and when the number of groups changes."""
    found, counts, groups = _map(votes, earlier.counts)
    labels, group_of = _labels(found, earlier.group_of)
    chosen = slate(votes, ON_THE_SLATE)
    drawn, members = crowds(_places(found, labels)) if not found.missing_voters else ([], [])
    languages = dict(conversation.statements.values_list("number", "language"))
    digested = digest(votes)
    shown_slate = chosen if is_enough(found) else Slate((), 0, 0)
    shown = Shown(found, shown_slate, labels, languages, digested, tuple(drawn))
    answer = opinions_json(found, digested)
    answer["slate"] = [votes.statements[at].id for at in chosen.statements]
    return Counted(
        answer=answer,
        result=result_of(shown),
        parameters={"groups": groups, "slate": ON_THE_SLATE},
        crowd_of={votes.voters[one]: at for at, some in enumerate(members) for one in some.tolist()},
        group_of=group_of,
        counts=counts,
    )


def digest(votes: Votes) -> str:
    """The digest of the votes as the file gives them out: who has the file can count again."""
    return sha256(votes_csv(votes)).hexdigest()


def people_csv(votes: Votes, group_of: Mapping[str, int]) -> bytes:
    """`participants-votes.csv`: a row for each voice with its group, in the letters' order."""
    return participants_votes_csv(votes, np.array([group_of.get(one, -1) for one in votes.voters]))


def anonymous(conversation: Conversation, key: str) -> str:
    """The key is a secret; its digest for this file leads nobody back to it."""
    return f"v{sha256(f'given out:{conversation.pk}:{key}'.encode()).hexdigest()[:12]}"


def anonymous_voice(voice: Voice) -> str:
    """Under which id a voice's votes are given out."""
    return anonymous(voice.conversation, voice.key)


def _map(votes: Votes, before: Sequence[int]) -> tuple[OpinionMap, list[int], str]:
    """The number of groups changes only when another was found several times in a row."""
    found = map_opinions(votes)
    best = found.groups.count
    counts = [*before, best][-_REMEMBERED:] if best else list(before)
    steady = steady_count(counts)
    if not best or steady is None or steady == best:
        return found, counts, "auto"
    kept = map_opinions(votes, steady)
    return (kept, counts, str(steady)) if kept.groups.count else (found, counts, "auto")


def _labels(found: OpinionMap, before: Mapping[str, int]) -> tuple[dict[int, int], dict[str, int]]:
    """Each group's label, so that people find theirs under the letter that it had."""
    if not found.groups.are_clear:
        return {}, dict(before)
    now = own_group(found.groups, found.votes)
    labels = kept_labels(before, now)
    return labels, {voter: labels[number] for voter, number in now.items()}


def _places(
    found: OpinionMap, labels: Mapping[int, int]
) -> list[tuple[str, NDArray[np.float64], NDArray[np.int64]]]:
    """Per group letter (empty: everybody) the places and whose they are, for drawing in crowds only."""
    if not found.groups.are_clear:
        inside = np.flatnonzero(found.clustered)
        return [("", found.places[inside], inside)]
    members = {at: np.flatnonzero(found.groups.of == at) for at in range(found.groups.count)}
    return sorted(
        ((letter(labels[at]), found.places[some], some) for at, some in members.items()),
        key=lambda one: one[0],
    )
