"""A count as text for people: what is funded, why the rest is not, how it treats the voters."""

import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction
from shutil import get_terminal_size

import numpy as np

from medskab.methods.budgeting.election import Election
from medskab.methods.budgeting.fairness import Fairness, Part
from medskab.methods.budgeting.money_text import money_text
from medskab.methods.budgeting.outcome import Completion, Outcome, Rule, RuleName
from medskab.methods.budgeting.reason_text import reason_text
from medskab.methods.budgeting.what_if import WhatIf
from medskab.methods.budgeting.what_if_text import what_if_text

_MOST_LISTED = 10
_WITHOUT_TERMINAL = 10_000
_RULE_WORDS = {
    RuleName.EQUAL_SHARES: "equal shares",
    RuleName.PHRAGMEN: "Phragmén's rule",
    RuleName.GREEDY_VOTES: "most votes first",
    RuleName.GREEDY_VOTES_PER_COST: "most votes for the money first",
    RuleName.BOS: "bounded overspending",
}
_COMPLETION_WORDS = {
    Completion.ADD1: "raised by one for every voter until the budget would break",
    Completion.ADD1_EXHAUSTIVE: "raised by one for every voter until nothing more fits",
    Completion.ADD1U: "raised by one for every voter, the rest filled by votes",
}


def count_text(
    election: Election, outcome: Outcome, fairness: Fairness, what_if: WhatIf | None = None
) -> Iterator[str]:
    """The lines of the report: the result in words, then the lists, then what it means."""
    report = _Report(election, outcome)
    yield from report.result()
    yield from report.funded()
    yield from report.not_funded()
    if what_if is not None:
        yield from ("", f"What if: project {_shown(what_if.project)}")
        yield f"  {what_if_text(what_if, election.currency_unit)} (Found in {what_if.counts:,} counts.)"
    yield from report.fairness(fairness)
    yield from report.notes()


class _Report:
    """One count, with its projects by id and the ballots that name each."""

    def __init__(self, election: Election, outcome: Outcome) -> None:
        self._election, self._outcome = election, outcome
        self._projects = {project.id: project for project in election.projects}
        self._votes, self._points = _support(election)
        self._width = get_terminal_size().columns if sys.stdout.isatty() else _WITHOUT_TERMINAL

    def result(self) -> Iterator[str]:
        """The answer first."""
        outcome, number = self._outcome, len(self._outcome.winners)
        left = self._money(outcome.budget - outcome.cost)
        are = "is" if number == 1 else "are"
        yield f"{number:,} of {len(self._projects):,} projects {are} funded."
        yield f"They cost {self._money(outcome.cost)} of {self._money(outcome.budget)}; {left} is left."
        yield f"Counted by {_rule_words(outcome.rule)}, from {outcome.voters:,} ballots."

    def funded(self) -> Iterator[str]:
        """The winners in the order in which they came in."""
        if self._outcome.winners:
            yield ""
            yield "Funded, in the order of the count"
            yield from self._table(self._outcome.winners)

    def not_funded(self) -> Iterator[str]:
        """The other projects, those with most votes first, with the reason below each."""
        reasons = self._outcome.reasons
        if not reasons:
            return
        yield ""
        yield "Not funded, most votes first"
        others = sorted(reasons, key=lambda project: -self._votes[project])
        header, *rows = self._table(others)
        yield header
        for project, row in zip(others, rows, strict=True):
            yield row
            yield f"      {_shown(reason_text(reasons[project], self._election.currency_unit))}"

    def fairness(self, found: Fairness) -> Iterator[str]:
        """What the result means for the voters, in plain words."""
        yield ""
        yield "How it treats the voters"
        if found.voters:
            yield (
                f"  {found.voters_with_winner:,} of {found.voters:,} voters"
                f" ({float(found.share_with_winner):.1%}) get at least one project that they voted for."
            )
            yield (
                f"  On average a voter gets {float(found.average_winners):.1f} of them,"
                f" and {float(found.average_money_share):.1%} of the budget goes to what that voter named."
            )
            yield f"  Gini index of that money: {float(found.gini):.2f} (0 all alike, 1 all for one)."
        yield from self._passed_over(found)
        yield from self._parts("category", found.by_category)
        yield from self._parts("target group", found.by_target)
        yield from self._parts(_shown(found.place_column), found.by_place)

    def _passed_over(self, found: Fairness) -> Iterator[str]:
        if not found.passed_over:
            yield "  No group was passed over whose shares of the budget would pay for a project (EJR+)."
            return
        yield (
            f"  Passed over: {len(found.passed_over):,} projects whose supporters got fewer projects than"
            " their shares of the budget would pay for (EJR+)."
        )
        for one in found.passed_over[:_MOST_LISTED]:
            has = f"{one.supporters:,} supporters with fewer than {one.level} funded"
            yield f"    {_shown(one.project)}: {has}"
        if (more := len(found.passed_over) - _MOST_LISTED) > 0:
            yield f"    and {more:,} more"

    def _parts(self, what: str, parts: tuple[Part, ...]) -> Iterator[str]:
        """Money beside support: who gets, who asked."""
        if not parts:
            return
        money, support = sum(part.money for part in parts), sum(part.support for part in parts)
        yield ""
        yield f"Where the money goes, by {what} (share of the money, share of the votes)"
        for part in parts[:_MOST_LISTED]:
            shares = [
                float(part.money / money) if money else 0.0,
                float(part.support / support) if support else 0.0,
            ]
            amount = self._money(part.money)
            yield f"  {amount:>14} {shares[0]:>6.1%} {shares[1]:>6.1%}  {_shown(part.name) or '(none given)'}"
        if (more := len(parts) - _MOST_LISTED) > 0:
            yield f"  and {more:,} more"

    def notes(self) -> Iterator[str]:
        """What a reader should know before trusting the count: odd things in the file, ties."""
        if self._election.remarks:
            yield ""
            yield "Notes on the file"
            for remark in self._election.remarks:
                yield f"  {_shown(str(remark))}"
        if ties := self._outcome.ties:
            yield ""
            yield f"Ties, broken by {ties[0].by}"
            for tie in ties[:_MOST_LISTED]:
                yield f"  {_shown(tie.chosen)} came before {_shown(', '.join(tie.tied))}."
            if (more := len(ties) - _MOST_LISTED) > 0:
                yield f"  and {more:,} more"

    def _table(self, ids: Sequence[str]) -> Iterator[str]:
        """A header and a line per project; the name stands last, where its width does no harm."""
        header = ["id", "votes", *(["points"] if self._points else []), "cost"]
        rows = [header, *(self._cells(project) for project in ids)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        names = ["name", *(self._name(project) for project in ids)]
        for (first, *numbers), name in zip(rows, names, strict=True):
            right = [f"{number:>{width}}" for number, width in zip(numbers, widths[1:], strict=True)]
            line = "  ".join(["", f"{first:<{widths[0]}}", *right, name]).rstrip()
            yield line if len(line) <= self._width else f"{line[: self._width - 1]}…"

    def _cells(self, project: str) -> list[str]:
        points = [f"{self._points[project]:,.12g}"] if self._points else []
        cost = self._money(self._projects[project].cost)
        return [_shown(project), f"{self._votes[project]:,}", *points, cost]

    def _name(self, project: str) -> str:
        return " ".join(_shown(self._projects[project].name).split())

    def _money(self, coins: int | Fraction) -> str:
        return money_text(coins, self._election.currency_unit)


def _support(election: Election) -> tuple[dict[str, int], dict[str, float]]:
    """Ballots that name each project (with points: give it some), and the points where there are any."""
    ballots, ids = election.ballots, [project.id for project in election.projects]
    if ballots.points is None:
        return dict(zip(ids, np.bincount(ballots.projects, minlength=len(ids)).tolist(), strict=True)), {}
    votes = np.bincount(ballots.projects[ballots.points > 0], minlength=len(ids)).tolist()
    points = np.bincount(ballots.projects, weights=ballots.points / ballots.points_scale, minlength=len(ids))
    return dict(zip(ids, votes, strict=True)), dict(zip(ids, points.round(2).tolist(), strict=True))


def _rule_words(rule: Rule) -> str:
    words = _RULE_WORDS[rule.name]
    details = [f"satisfaction: {rule.satisfaction}"] if rule.satisfaction else []
    if rule.completion in _COMPLETION_WORDS:
        details.append(f"shares {_COMPLETION_WORDS[rule.completion]}")
    return f"{words} ({'; '.join(details)})" if details else words


def _shown(text: str) -> str:
    """The text without characters that could steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
