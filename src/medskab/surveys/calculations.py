"""The only file of this room that calls the algorithms."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from medskab.methods.samples.changes import Change, Verdict
from medskab.methods.samples.compare_means import compare_means
from medskab.methods.samples.compare_shares import compare_shares
from medskab.methods.samples.effective_size import effective_size
from medskab.methods.samples.judge_changes import judge_changes
from medskab.methods.samples.margins import Margin, Raked
from medskab.methods.samples.mean_interval import mean_interval
from medskab.methods.samples.rake import rake
from medskab.methods.samples.response_rate import Coverage, Heard, response_rate
from medskab.methods.samples.shapes import BadSample, Mean, Share
from medskab.methods.samples.share_interval import share_interval

from .results.items import Item
from .results.replies import Reply, answer_in

__all__ = ["BadSample", "Change", "Coverage", "Heard", "Raked", "Verdict"]


def weighted(replies: Sequence[Reply], known: Mapping[str, Mapping[str, float]]) -> Raked | None:
    """Weights that fit the known sizes of groups, by dimension; None where nothing is known."""
    margins = [
        Margin(name, sizes, [reply.group(name) if reply.group(name) in sizes else "" for reply in replies])
        for name, sizes in known.items()
    ]
    return rake(margins) if margins else None


def shares(
    item: Item, replies: Sequence[Reply], weights: Sequence[float], population: int | None, option: str = ""
) -> dict[str, Share]:
    """The share of each answer among those who answered the item, with its interval."""
    rows = [answer_in(item, option, reply) for reply in replies]
    heavy = [weight for row, weight in zip(rows, weights, strict=True) if row is not None]
    if not heavy:
        return {}
    whole, worth = sum(heavy), effective_size(heavy)
    sums: dict[str, float] = {}
    for row, weight in zip(rows, weights, strict=True):
        if row is not None:
            sums[row] = sums.get(row, 0.0) + weight
    bound = _population(population, len(heavy))
    answers = [option] if option else list(item.options)
    return {
        one: share_interval(min(sums.get("yes" if option else one, 0.0), whole), whole, bound, worth=worth)
        for one in answers
    }


def mean(
    item: Item, replies: Sequence[Reply], weights: Sequence[float], population: int | None
) -> Mean | None:
    """The mean of a question for a number; None under two answers."""
    pairs = [(item.given(reply.answers), weight) for reply, weight in zip(replies, weights, strict=True)]
    values = [(value, weight) for value, weight in pairs if value is not None]
    if len(values) < 2:
        return None
    numbers, heavy = zip(*values, strict=True)
    return mean_interval(numbers, heavy, _population(population, len(values)))


def changes(pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> list[tuple[Change, Verdict]]:
    """What changed between published figures, earlier and later, all judged together."""
    found = [compare_shares(_share(earlier), _share(later)) for earlier, later in pairs]
    return list(zip(found, judge_changes(found), strict=True))


def mean_change(earlier: Mean, later: Mean, worth_knowing: float) -> tuple[Change, Verdict]:
    """What changed in a mean."""
    change = compare_means(earlier, later, worth_knowing)
    return change, judge_changes([change])[0]


def coverage(asked: Mapping[str, int], answers: Mapping[str, int]) -> Coverage:
    """Who was asked, who answered, who was not heard."""
    return response_rate(asked, answers)


def _share(kept: Mapping[str, Any]) -> Share:
    names = ("share", "low", "high", "answers", "worth")
    return Share(*(float(kept[name]) for name in names))


def _population(population: int | None, answers: int) -> int | None:
    # More answers than people means that the number of people is not right: then nothing is narrowed by it.
    return population if population and population >= answers else None
