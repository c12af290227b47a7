"""From the votes of a conversation to what everybody may know of them."""

from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from medskab.methods.opinions import verdicts
from medskab.methods.opinions.consensus import agreed_across_mean, disagreed_across
from medskab.methods.opinions.groups import FEWEST_MEMBERS, FEWEST_VOTERS
from medskab.methods.opinions.opinion_map import OpinionMap, map_opinions
from medskab.methods.opinions.representative import Direction
from medskab.methods.opinions.slate import Slate, slate
from medskab.methods.opinions.votes import Statement as MethodStatement
from medskab.methods.opinions.votes import Votes, gather
from medskab.methods.opinions.write_votes import comments_csv, votes_csv

from .models import Conversation, StatementState, Vote

__all__ = ["FEWEST_MEMBERS", "Result", "comments_csv", "digest", "result_of", "votes_csv", "votes_of"]

LETTERS = "ABCDE"
ON_THE_SLATE = 10


@dataclass(frozen=True)
class Said:
    """One statement with its figures; `low` and `high` are the ends of the share that agrees."""

    number: int
    words: str
    language: str
    verdict: str
    agreed: int
    disagreed: int
    answered: int
    low: float
    high: float
    by_group: tuple[tuple[str, int, int, int], ...] = ()


@dataclass(frozen=True)
class Told:
    """A statement that tells a group from the others; figures only where nobody can be counted out."""

    words: str
    language: str
    is_agree: bool
    count: int | None
    answered: int | None


@dataclass(frozen=True)
class Group:
    """People who answer alike, told by what they say."""

    letter: str
    size: int
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Result:
    """All that the page of a result shows; nothing in it is of fewer than five people."""

    voices: int
    votes: int
    missing: int
    clarity: str
    said: tuple[Said, ...]
    groups: tuple[Group, ...]
    slate: tuple[Said, ...]
    spoken_for: int
    slate_voters: int
    sha256: str
    places: tuple[tuple[str, NDArray[np.float64]], ...]
    """Per group letter (empty: everybody) the places, for drawing in crowds only."""

    def having(self, verdict: str) -> list[Said]:
        """Those of which this can be said, the clearest first."""
        return [one for one in self.said if one.verdict == verdict]


def votes_of(conversation: Conversation) -> Votes:
    """The last votes on all statements that are shown, under ids that lead back to no voice."""
    statements = list(conversation.statements.filter(state=StatementState.SHOWN).order_by("number"))
    at = {one.pk: place for place, one in enumerate(statements)}
    keys = dict(conversation.voices.values_list("pk", "key"))
    cast = Vote.objects.filter(
        statement__conversation=conversation, statement__state=StatementState.SHOWN
    ).values_list("voice_id", "statement_id", "choice")
    voter: dict[int, int] = {}
    cells = [(voter.setdefault(who, len(voter)), at[what], choice) for who, what, choice in cast.iterator()]
    who_said, what_of, choices = np.array(cells, dtype=np.int32).reshape(-1, 3).T
    names = [_anonymous(conversation, keys[pk]) for pk in voter]
    listed = [MethodStatement(str(one.number), one.words) for one in statements]
    return gather(names, listed, who_said, what_of, choices.astype(np.int8))


def result_of(conversation: Conversation, votes: Votes) -> Result:
    """What the votes say. A function of the last votes alone."""
    found = map_opinions(votes)
    languages = dict(conversation.statements.values_list("number", "language"))
    said = tuple(_said(found, at, languages) for at in range(votes.shape[1]))
    chosen = slate(votes, ON_THE_SLATE) if _is_enough(found) else Slate((), 0, 0)
    mean, against = agreed_across_mean(found.compared), disagreed_across(found.compared)
    clearest = sorted(
        range(len(said)), key=lambda at: -_clearness(said[at], float(mean[at]), float(against[at]))
    )
    return Result(
        voices=votes.shape[0],
        votes=len(votes.values),
        missing=found.missing_voters,
        clarity=str(found.groups.clarity),
        said=tuple(said[at] for at in clearest),
        groups=tuple(_groups(found, languages)),
        slate=tuple(said[at] for at in chosen.statements if said[at].verdict != verdicts.Verdict.TOO_FEW),
        spoken_for=chosen.spoken_for,
        slate_voters=chosen.voters,
        sha256=digest(votes),
        places=tuple(_places(found)),
    )


def digest(votes: Votes) -> str:
    """The digest of the votes as the file gives them out: who has the file can count again."""
    return sha256(votes_csv(votes)).hexdigest()


def _anonymous(conversation: Conversation, key: str) -> str:
    """The key is a secret; its digest for this file leads nobody back to it."""
    return f"v{sha256(f'given out:{conversation.pk}:{key}'.encode()).hexdigest()[:12]}"


def _is_enough(found: OpinionMap) -> bool:
    return found.votes.shape[0] >= FEWEST_VOTERS


def _clearness(one: Said, agreed: float, disagreed: float) -> float:
    return disagreed if one.verdict == verdicts.Verdict.MOST_DISAGREE else agreed


def _said(found: OpinionMap, at: int, languages: dict[int, str]) -> Said:
    one, whole = found.votes.statements[at], found.whole
    low, high = verdicts.share_interval(whole.agreed[0, at : at + 1], whole.answered[0, at : at + 1])
    number = int(one.id)
    by_group: tuple[tuple[str, int, int, int], ...] = ()
    if found.groups.are_clear and verdicts.may_show_groups(found.whole, found.by_group)[at]:
        by = found.by_group
        by_group = tuple(
            (
                LETTERS[group],
                int(by.agreed[group, at]),
                int(by.disagreed[group, at]),
                int(by.answered[group, at]),
            )
            for group in range(found.groups.count)
        )
    return Said(
        number,
        one.text,
        languages[number],
        str(found.verdicts[at]) if _is_enough(found) else str(verdicts.Verdict.TOO_FEW),
        int(whole.agreed[0, at]),
        int(whole.disagreed[0, at]),
        int(whole.answered[0, at]),
        float(low[0]),
        float(high[0]),
        by_group,
    )


def _groups(found: OpinionMap, languages: dict[int, str]) -> list[Group]:
    if not found.groups.are_clear:
        return []
    shown = verdicts.may_show_groups(found.whole, found.by_group)
    groups = []
    for at, (size, told) in enumerate(zip(found.groups.sizes, found.told, strict=True)):
        lines = []
        for one in told:
            statement, is_agree = found.votes.statements[one.statement], one.told_as is Direction.AGREE
            may = bool(shown[one.statement])
            count = (one.agreed if is_agree else one.count) if may else None
            lines.append(
                Told(
                    statement.text,
                    languages[int(statement.id)],
                    is_agree,
                    count,
                    one.answered if may else None,
                )
            )
        groups.append(Group(LETTERS[at], size, tuple(lines)))
    return groups


def _places(found: OpinionMap) -> list[tuple[str, NDArray[np.float64]]]:
    if not found.groups.are_clear:
        return [("", found.places[found.clustered])]
    return [(LETTERS[at], found.places[found.groups.of == at]) for at in range(found.groups.count)]
