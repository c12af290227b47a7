"""What the page of a result shows: nothing in it is of fewer than five people, and nothing is somebody's."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from medskab.methods.opinions import verdicts
from medskab.methods.opinions.consensus import agreed_across_mean, disagreed_across
from medskab.methods.opinions.groups import FEWEST_VOTERS
from medskab.methods.opinions.opinion_map import OpinionMap
from medskab.methods.opinions.representative import Direction, Representative
from medskab.methods.opinions.slate import Slate

from .map_drawing import Crowd

LETTERS = "ABCDE"


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

    @property
    def skipped(self) -> int:
        """How many passed it over."""
        return self.answered - self.agreed - self.disagreed

    @property
    def share(self) -> float:
        """The share that agrees."""
        return self.agreed / self.answered if self.answered else 0.0

    @property
    def bar(self) -> dict[str, str]:
        """For a drawing: how wide each answer is, and where skipping and disagreement begin."""
        whole = self.answered or 1
        parts = {
            "agreed": self.agreed,
            "skipped": self.skipped,
            "disagreed": self.disagreed,
            "from_skipped": self.agreed,
            "from_disagreed": self.agreed + self.skipped,
        }
        return {name: f"{100 * part / whole:.2f}%" for name, part in parts.items()}


@dataclass(frozen=True)
class Told:
    """A statement that tells a group from the others; figures only where nobody can be counted out."""

    number: int
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
    """All that a page shows of a count."""

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
    crowds: tuple[Crowd, ...] = ()
    extremity: tuple[tuple[int, float], ...] = ()

    def having(self, verdict: str) -> list[Said]:
        """Those of which this can be said, the clearest first."""
        return [one for one in self.said if one.verdict == verdict]

    def only(self, numbers: Collection[int]) -> "Result":
        """Without statements that were taken away since it was counted."""
        groups = tuple(
            replace(one, told=tuple(t for t in one.told if t.number in numbers)) for one in self.groups
        )
        said, chosen = (tuple(s for s in part if s.number in numbers) for part in (self.said, self.slate))
        return replace(self, said=said, slate=chosen, groups=groups)

    def as_json(self) -> dict[str, Any]:
        """To keep it."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Result":
        """As it was kept."""
        groups = tuple(
            Group(one["letter"], one["size"], tuple(Told(**told) for told in one["told"]))
            for one in kept["groups"]
        )
        parts = {
            "said": tuple(Said(**one) for one in kept["said"]),
            "slate": tuple(Said(**one) for one in kept["slate"]),
            "crowds": tuple(Crowd(**one) for one in kept["crowds"]),
            "extremity": tuple((number, pull) for number, pull in kept["extremity"]),
            "groups": groups,
        }
        return cls(**{**kept, **parts})


def heads(found: Result | None) -> list[tuple[str, list[Said]]]:
    """What is said first, and under which words."""
    if found is None:
        return []
    words = (
        (_("Most of us agree"), "most-agree"),
        (_("Most of us disagree"), "most-disagree"),
        (_("We see it in two ways"), "two-ways"),
        (_("Not decided yet"), "undecided"),
    )
    return [(head, said) for head, verdict in words if (said := found.having(verdict))]


@dataclass(frozen=True)
class Shown:
    """A map with what a page needs beside it."""

    found: OpinionMap
    slate: Slate
    labels: Mapping[int, int]
    languages: Mapping[int, str]
    sha256: str
    crowds: tuple[Crowd, ...]


def result_of(shown: Shown) -> Result:
    """What may be said of a map."""
    found, chosen = shown.found, shown.slate
    said = tuple(_said(shown, at) for at in range(found.votes.shape[1]))
    mean, against = agreed_across_mean(found.compared), disagreed_across(found.compared)
    clearest = sorted(
        range(len(said)), key=lambda at: -_clearness(said[at], float(mean[at]), float(against[at]))
    )
    pulls = found.plane.extremity.tolist()
    return Result(
        voices=found.votes.shape[0],
        votes=len(found.votes.values),
        missing=found.missing_voters,
        clarity=str(found.groups.clarity),
        said=tuple(said[at] for at in clearest),
        groups=tuple(_groups(shown)),
        slate=tuple(said[at] for at in chosen.statements if said[at].verdict != verdicts.Verdict.TOO_FEW),
        spoken_for=chosen.spoken_for,
        slate_voters=chosen.voters,
        sha256=shown.sha256,
        crowds=shown.crowds,
        extremity=tuple((one.number, round(pulls[at], 4)) for at, one in enumerate(said)),
    )


def is_enough(found: OpinionMap) -> bool:
    """Whether anything but totals may be said."""
    return found.votes.shape[0] >= FEWEST_VOTERS


def letter(shown_label: int) -> str:
    """The letter of a group's label."""
    return LETTERS[shown_label % len(LETTERS)]


def _clearness(one: Said, agreed: float, disagreed: float) -> float:
    return disagreed if one.verdict == verdicts.Verdict.MOST_DISAGREE else agreed


def _said(shown: Shown, at: int) -> Said:
    found = shown.found
    one, whole = found.votes.statements[at], found.whole
    low, high = verdicts.share_interval(whole.agreed[0, at : at + 1], whole.answered[0, at : at + 1])
    number = int(one.id)
    return Said(
        number,
        one.text,
        shown.languages[number],
        str(found.verdicts[at]) if is_enough(found) else str(verdicts.Verdict.TOO_FEW),
        int(whole.agreed[0, at]),
        int(whole.disagreed[0, at]),
        int(whole.answered[0, at]),
        round(float(low[0]), 6),
        round(float(high[0]), 6),
        _by_group(shown, at),
    )


def _by_group(shown: Shown, at: int) -> tuple[tuple[str, int, int, int], ...]:
    found, by = shown.found, shown.found.by_group
    if not found.groups.are_clear or not verdicts.may_show_groups(found.whole, by)[at]:
        return ()
    groups = range(found.groups.count)
    parts = (part[:, at].tolist() for part in (by.agreed, by.disagreed, by.answered))
    letters = (letter(shown.labels[group]) for group in groups)
    return tuple(sorted(zip(letters, *parts, strict=True)))


def _groups(shown: Shown) -> list[Group]:
    found = shown.found
    if not found.groups.are_clear:
        return []
    may = verdicts.may_show_groups(found.whole, found.by_group)
    groups = [
        Group(
            letter(shown.labels[at]), size, tuple(_told(shown, one, bool(may[one.statement])) for one in told)
        )
        for at, (size, told) in enumerate(zip(found.groups.sizes, found.told, strict=True))
    ]
    return sorted(groups, key=lambda one: one.letter)


def _told(shown: Shown, one: Representative, may_count: bool) -> Told:
    statement, is_agree = shown.found.votes.statements[one.statement], one.told_as is Direction.AGREE
    count = one.agreed if is_agree else one.count
    figures = (count, one.answered) if may_count else (None, None)
    number = int(statement.id)
    return Told(number, statement.text, shown.languages[number], is_agree, *figures)
