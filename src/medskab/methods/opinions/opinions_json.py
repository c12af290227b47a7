"""A map as the JSON answer that is published: stable, versioned, enough to check it."""

from typing import Any

import numpy as np

from medskab import __version__

from .consensus import agreed_across, agreed_across_mean, disagreed_across
from .opinion_map import OpinionMap
from .representative import Representative
from .verdicts import share_interval

SCHEMA = 1


def opinions_json(found: OpinionMap, input_sha256: str, population: int | None = None) -> dict[str, Any]:
    """The answer of `medskab opinions --format json` as plain dicts, lists, texts and numbers.

    Its keys are explained in `docs/methods/opinions-json.md`; a change that breaks a reader raises
    `SCHEMA`. It says all that follows from the votes, by voter id: whoever has the answer could have had
    the votes. For pages use `may_show_groups`, and show nobody another person's group. `input_sha256` is
    the digest of the votes file."""
    votes, groups, name = found.votes, found.groups, [one.id for one in found.votes.statements]
    return {
        "schema": SCHEMA,
        "medskab": __version__,
        "input_sha256": input_sha256,
        "voters": votes.shape[0],
        "votes": len(votes.values),
        "clustered": [votes.voters[at] for at in np.flatnonzero(found.clustered).tolist()],
        "missing_voters": found.missing_voters,
        "clarity": str(groups.clarity),
        "silhouette": groups.silhouette,
        "stability": groups.stability,
        "groups": [_group(found, at) for at in range(groups.count)],
        "consensus": {
            "agree": [_agreed(found, at) for at in found.consensus.agreed],
            "disagree": [_agreed(found, at) for at in found.consensus.disagreed],
        },
        "statements": _statements(found, population),
        "components": {
            "statements": name,
            "center": found.plane.center.tolist(),
            "axes": found.plane.axes.tolist(),
            "spread": found.plane.spread.tolist(),
            "extremity": found.plane.extremity.tolist(),
        },
        "places": dict(zip(votes.voters, found.places.tolist(), strict=True)),
    }


def _group(found: OpinionMap, at: int) -> dict[str, Any]:
    inside = np.flatnonzero(found.groups.of == at).tolist()
    shown = bool(found.told[at]) or len(found.votes.statements) == 0
    return {
        "id": found.group_names[at],
        "size": len(inside),
        "described": shown,
        "members": [found.votes.voters[one] for one in inside] if shown else [],
        "representative": [_told(found, one) for one in found.told[at]],
    }


def _told(found: OpinionMap, one: Representative) -> dict[str, Any]:
    return {
        "statement": found.votes.statements[one.statement].id,
        "direction": str(one.direction),
        "told_as": str(one.told_as),
        "count": one.count,
        "answered": one.answered,
        "agreed": one.agreed,
        "share": one.share,
        "share_test": one.share_test,
        "ratio": one.ratio,
        "ratio_test": one.ratio_test,
        "best_agreed": one.is_best_agreed,
    }


def _agreed(found: OpinionMap, at: int) -> dict[str, Any]:
    return {
        "statement": found.votes.statements[at].id,
        "agreed": int(found.whole.agreed[0, at]),
        "disagreed": int(found.whole.disagreed[0, at]),
        "answered": int(found.whole.answered[0, at]),
    }


def _statements(found: OpinionMap, population: int | None) -> list[dict[str, Any]]:
    """One per statement; a group that is not described has no counts of its own."""
    low, high = share_interval(found.whole.agreed[0], found.whole.answered[0], population)
    across, mean = agreed_across(found.compared), agreed_across_mean(found.compared)
    against = disagreed_across(found.compared)
    shown = [at for at in range(found.groups.count) if found.told[at]]
    return [
        _agreed(found, at)
        | {
            "text": statement.text,
            "out": statement.is_out,
            "meta": statement.is_meta,
            "verdict": str(found.verdicts[at]),
            "agree_interval": [float(low[at]), float(high[at])],
            "agreed_across": float(across[at]),
            "agreed_across_mean": float(mean[at]),
            "disagreed_across": float(against[at]),
            "priority": float(found.priorities[at]),
            "groups": {found.group_names[group]: _counts(found, group, at) for group in shown},
        }
        for at, statement in enumerate(found.votes.statements)
    ]


def _counts(found: OpinionMap, group: int, at: int) -> list[int]:
    """Agreed, disagreed, answered."""
    by = found.by_group
    return [int(part[group, at]) for part in (by.agreed, by.disagreed, by.answered)]
