"""The whole opinion map of a conversation, from votes to what may be said of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .components import Components, components, places
from .consensus import Consensus, consensus
from .groups import FEWEST_MEMBERS, FEWEST_VOTERS, RESAMPLES, Groups, find_groups, is_clustered
from .representative import Representative, representative
from .routing import priorities
from .tallies import Tallies, tallies
from .verdicts import Verdict, verdicts
from .votes import Votes


@dataclass(frozen=True, slots=True)
class OpinionMap:
    """What the votes of a conversation say. Arrays follow the order of `votes.voters` and
    `votes.statements`.

    `places` (voters × 2) is for each person alone, and for pictures without names. `whole` counts everybody
    as one group, `by_group` each group. `told` holds for each group the statements that tell it from the
    others; it is empty for a group that is too small to be described. `priorities` are the weights for
    showing statements next."""

    votes: Votes
    plane: Components
    places: NDArray[np.float64]
    clustered: NDArray[np.bool_]
    groups: Groups
    group_names: tuple[str, ...]
    whole: Tallies
    by_group: Tallies
    told: tuple[tuple[Representative, ...], ...]
    consensus: Consensus
    verdicts: tuple[Verdict, ...]
    priorities: NDArray[np.float64]

    @property
    def missing_voters(self) -> int:
        """How many more people must answer enough statements before there can be groups."""
        return max(0, FEWEST_VOTERS - int(self.clustered.sum()))

    @property
    def compared(self) -> Tallies:
        """The groups, or everybody as one where there are none: what consensus across groups is taken
        over."""
        return self.by_group if self.groups.count else self.whole


def map_opinions(
    votes: Votes, count: int | None = None, *, population: int | None = None, resamples: int = RESAMPLES
) -> OpinionMap:
    """Make the map: plane, places, groups with their stability, what tells them apart, and what is agreed
    on.

    `count` fixes the number of groups (2 to 5); `population` is the number of residents, for how sure
    shares are. A function of the last votes alone: no order, no clock, and chance only from fixed seeds.
    Groups are always worked out where they can be; tell of them only where `groups.are_clear`.

    When not: for each vote that streams in: `LiveVotes` has the plane at once. Most of the time here goes
    to the stability of the groups; `resamples=0` leaves it out, but then nothing is called unstable.

    Raises:
        ValueError: the number of groups is not 2 to 5.

    >>> from .votes import Statement, gather
    >>> votes = gather(["v"], [Statement("a")], np.array([0]), np.array([0]), np.array([1]))
    >>> found = map_opinions(votes)
    >>> str(found.groups.clarity), found.missing_voters
    ('too-few', 6)
    """
    plane = components(votes)
    groups = find_groups(votes, plane, count, resamples=resamples)
    names = tuple(str(at) for at in range(groups.count))
    return _described(votes, plane, groups, names, population=population)


def describe(
    votes: Votes,
    groups: Groups,
    names: tuple[str, ...],
    *,
    population: int | None = None,
    fewest_members: int = FEWEST_MEMBERS,
) -> OpinionMap:
    """The same for groups from `given_groups`, with their names.

    `fewest_members` may be lowered only for votes that everybody can read already.
    """
    return _described(
        votes, components(votes), groups, names, population=population, fewest_members=fewest_members
    )


def _described(
    votes: Votes,
    plane: Components,
    groups: Groups,
    names: tuple[str, ...],
    *,
    population: int | None,
    fewest_members: int = FEWEST_MEMBERS,
) -> OpinionMap:
    with_rest = tallies(votes, np.where(groups.of < 0, groups.count, groups.of), groups.count + 1)
    whole, by_group = with_rest.whole, with_rest.first(groups.count)
    told = representative(by_group, votes.is_out)
    is_meta = np.array([one.is_meta for one in votes.statements], dtype=bool)
    return OpinionMap(
        votes,
        plane,
        places(votes, plane),
        is_clustered(votes),
        groups,
        names,
        whole,
        by_group,
        tuple(one if size >= fewest_members else () for one, size in zip(told, groups.sizes, strict=True)),
        consensus(whole, votes.is_out),
        verdicts(whole, by_group if groups.count and groups.are_clear else None, population=population),
        priorities(by_group if groups.count else whole, plane.extremity, is_meta),
    )
