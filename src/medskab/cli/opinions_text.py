"""An opinion map as text for people: what most agree on first, then the groups, then how far to trust
it."""

from collections.abc import Iterator

from medskab.methods.opinions.consensus import agreed_across_mean, disagreed_across
from medskab.methods.opinions.groups import Clarity
from medskab.methods.opinions.oddities import Odd, oddities
from medskab.methods.opinions.opinion_map import OpinionMap
from medskab.methods.opinions.representative import Direction, Representative
from medskab.methods.opinions.slate import Slate
from medskab.methods.opinions.verdicts import Verdict, may_show_groups

_MOST_LISTED = 5
_LONGEST = 160
_NO_GROUPS = {
    Clarity.TOO_FEW: "Too few have answered enough to be put in groups: {missing} more are needed.",
    Clarity.ALIKE: "No groups: people answered too much alike, or a group would have fewer than five.",
    Clarity.UNSTABLE: "No clear groups: other samples of the same people would be split in other ways"
    " (agreement {stability:.2f}, 0.60 is needed).",
}


def opinions_text(found: OpinionMap, slate: Slate | None = None) -> Iterator[str]:
    """The lines of the report."""
    people, statements = found.votes.shape
    out = int(found.votes.is_out.sum())
    yield f"{people:,} people gave {len(found.votes.values):,} answers to {statements:,} statements."
    if out:
        yield f"Left out as moderated, or about the voters themselves: {out:,}."
    yield from _verdicts(found)
    yield ""
    yield from _groups(found)
    if slate is not None:
        yield ""
        yield f"A slate that speaks for {slate.spoken_for:,} of {slate.voters:,} who agree with anything"
        yield from (f"  {_name(found, at)}" for at in slate.statements)
    yield from _odd(found)


def _verdicts(found: OpinionMap) -> Iterator[str]:
    agreed, rejected = agreed_across_mean(found.compared), disagreed_across(found.compared)
    heads = (
        (Verdict.MOST_AGREE, "Most of us agree", agreed),
        (Verdict.MOST_DISAGREE, "Most of us disagree", rejected),
        (Verdict.TWO_WAYS, "We see it in two ways", found.plane.extremity),
    )
    for verdict, head, weight in heads:
        named = sorted(_said(found, verdict), key=lambda at: -weight[at])
        if named:
            yield from ("", head)
            yield from (f"  {_counted(found, at)}" for at in named[:_MOST_LISTED])
            if (more := len(named) - _MOST_LISTED) > 0:
                yield f"  and {more:,} more"
    yield ""
    yield f"Not decided yet: {len(_said(found, Verdict.UNDECIDED)):,}."
    if few := len(_said(found, Verdict.TOO_FEW)):
        yield f"Answered by fewer than five: {few:,}."


def _said(found: OpinionMap, verdict: Verdict) -> list[int]:
    statements = enumerate(found.votes.statements)
    return [at for at, one in statements if found.verdicts[at] is verdict and not one.is_out]


def _counted(found: OpinionMap, at: int) -> str:
    agreed, disagreed, answered = (
        int(part[0, at]) for part in (found.whole.agreed, found.whole.disagreed, found.whole.answered)
    )
    return f"{_name(found, at)} ({agreed:,} agree, {disagreed:,} disagree, of {answered:,})"


def _groups(found: OpinionMap) -> Iterator[str]:
    groups = found.groups
    if not groups.are_clear:
        stability = groups.stability or 0.0
        yield _NO_GROUPS[groups.clarity].format(missing=found.missing_voters, stability=stability)
        return
    trust = "" if groups.stability is None else f" (agreement between samples {groups.stability:.2f})"
    yield f"Groups: {groups.count}{trust}"
    shown = may_show_groups(found.whole, found.by_group)
    for name, size, told in zip(found.group_names, groups.sizes, found.told, strict=True):
        yield ""
        if not told:
            yield f"Group {_plain(name)}: too small to be described."
            continue
        yield f"Group {_plain(name)}, {size:,} people"
        yield from (f"  {_told(found, one, is_shown=bool(shown[one.statement]))}" for one in told)


def _told(found: OpinionMap, one: Representative, *, is_shown: bool) -> str:
    is_agree = one.told_as is Direction.AGREE
    counts = f" ({one.agreed if is_agree else one.count:,} of {one.answered:,})" if is_shown else ""
    return f"{'agrees' if is_agree else 'disagrees'}: {_name(found, one.statement)}{counts}"


def _odd(found: OpinionMap) -> Iterator[str]:
    kinds = [one.kind for one in oddities(found.votes)]
    if kinds:
        straight, alike = kinds.count(Odd.STRAIGHT), kinds.count(Odd.ALIKE)
        yield ""
        yield f"Odd, and left in: straight-liners {straight:,}, sets of like ballots {alike:,}."


def _name(found: OpinionMap, at: int) -> str:
    one = found.votes.statements[at]
    text = _plain(one.text) if one.text else "(no text)"
    return f"{_plain(one.id)}: {text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}"


def _plain(text: str) -> str:
    """The text without characters that could steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
