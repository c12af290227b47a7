"""The order in which tied projects come, fixed before the count starts."""

from collections.abc import Sequence

from .election import Election
from .rule import BadRule, Rule, TieBreak


def tie_ranks(election: Election, rule: Rule, votes: Sequence[int]) -> list[int]:
    """Return the rank of each project, 0 first; no two are equal.

    Python compares text by code point, which is what `TieBreak.ID` promises.
    """
    projects = election.projects
    keys = {
        TieBreak.ID: lambda at: (projects[at].id,),
        TieBreak.CHEAPEST: lambda at: (projects[at].cost, -votes[at], projects[at].id),
        TieBreak.MOST_VOTES: lambda at: (-votes[at], projects[at].cost, projects[at].id),
    }
    if rule.tie_break is TieBreak.LOT:
        order = _drawn(election, rule)
    else:
        order = sorted(range(len(projects)), key=keys[rule.tie_break])
    ranks = [0] * len(projects)
    for rank, at in enumerate(order):
        ranks[at] = rank
    return ranks


def _drawn(election: Election, rule: Rule) -> list[int]:
    places = {project.id: at for at, project in enumerate(election.projects)}
    if missing := sorted(places.keys() - set(rule.lot)):
        raise BadRule(f"The drawn lot does not name project {missing[0]}. Draw it among all projects.")
    if unknown := sorted(set(rule.lot) - places.keys()):
        raise BadRule(f"The drawn lot names project {unknown[0]}, which is not in the election.")
    return [places[name] for name in rule.lot]
