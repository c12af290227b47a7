"""The tables of a result, as the release log takes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from medskab.common.deed import CannotAct
from medskab.people.models import Person
from medskab.places import queries as places
from medskab.releases.actions import Axis, PeopleTable, release_table
from medskab.releases.models import Release
from medskab.surveys import calculations
from medskab.surveys.models import Survey

from . import loading
from .items import Item
from .replies import DIMENSIONS, Counted, Reply, counted

FEWEST = 5


@dataclass(frozen=True)
class Sizes:
    """How many live here."""

    residents: int
    households: int


def sizes(survey: Survey, day: date) -> Sizes:
    """Of the area, from its outline; without one, from whom the survey is about, or one to a home."""
    homes = places.size(survey.area, day).homes
    outline = places.boundaries(survey.area, day).filter(place=None, residents__isnull=False).first()
    people = outline.residents if outline and outline.residents else survey.population or homes
    return Sizes(people, homes)


@dataclass(frozen=True)
class Publisher:
    """Publishes the tables of a survey; small counts are hidden in the release log, for good."""

    survey: Survey
    size: Sizes
    by: Person
    now: datetime

    def __call__(self, table: Counted, dimension: str = "") -> Release:
        """Publish one table, cut by a dimension or whole."""
        people = _people_table(self.survey, table, dimension or "all", self.size)
        return release_table(area=self.survey.area, table=people, by=self.by, now=self.now)


def _people_table(survey: Survey, table: Counted, cut: str, size: Sizes) -> PeopleTable:
    mark = sha256(f"{table.item.key} {table.option}".encode()).hexdigest()[:16]
    counts = repr((table.item.key, table.option, cut, table.counts)).encode()
    return PeopleTable(
        name=f"{survey.title}: {table.item.key} {table.option} ({cut})"[:120],
        what=f"survey-{survey.pk}-{mark}",
        rows=Axis("answer", {row: frozenset({row}) for row in table.rows}),
        columns=Axis(cut, {column: frozenset({column}) for column in table.columns}),
        counts=table.counts,
        residents=size.residents,
        households=size.households,
        source_sha256=sha256(counts).hexdigest(),
    )


def figures(
    items: Sequence[Item],
    replies: Sequence[Reply],
    weights: Sequence[float],
    publish: Publisher,
) -> list[dict[str, Any]]:
    """What is published of each item; the release of its table says what may be shown."""
    out = []
    for item in items:
        answers = _answers(item, replies)
        figure: dict[str, Any] = {"key": item.key, "answers": answers if answers >= FEWEST else None}
        tables = counted(item, replies) if answers >= FEWEST else []
        figure["options"] = [
            line
            for table in tables
            for line in _lines(table, publish(table), replies, weights, publish.survey.population)
        ]
        if item.kind == "number" and answers >= FEWEST:
            found = calculations.mean(item, replies, weights, publish.survey.population)
            figure["mean"] = {"mean": found.mean, "low": found.low, "high": found.high} if found else None
        out.append(figure)
    return out


def people_tables(survey: Survey, day: date) -> list[PeopleTable]:
    """Every table that the result will ask to publish, in its order."""
    found, size = loading.replies(survey, day), sizes(survey, day)
    items = loading.items(survey)
    plain = [
        ("all", table) for item in items if _answers(item, found) >= FEWEST for table in counted(item, found)
    ]
    return [_people_table(survey, table, cut, size) for cut, table in [*plain, *_cut(items, found)]]


def breakdowns(items: Sequence[Item], replies: Sequence[Reply], publish: Publisher) -> list[dict[str, Any]]:
    """Each item by block, age band and door, where the release log allows it."""
    out = []
    for dimension, table in _cut(items, replies):
        line: dict[str, Any] = {"key": table.item.key, "option": table.option, "dimension": dimension}
        try:
            line["release"] = publish(table, dimension).pk
        except CannotAct as refusal:
            line["refused"] = str(refusal)
        out.append(line)
    return out


def _cut(items: Sequence[Item], replies: Sequence[Reply]) -> list[tuple[str, Counted]]:
    return [
        (dimension, table)
        for dimension in DIMENSIONS
        for item in items
        for table in counted(item, replies, dimension)
        if len(table.columns) > 1
    ]


def _answers(item: Item, replies: Sequence[Reply]) -> int:
    return sum(item.given(reply.answers) not in (None, "") for reply in replies)


def _lines(
    table: Counted,
    release: Release,
    replies: Sequence[Reply],
    weights: Sequence[float],
    population: int | None,
) -> list[dict[str, Any]]:
    shown: Mapping[str, int | None] = {
        str(row): numbers[0] for row, numbers in zip(release.rows, release.numbers, strict=True)
    }
    found = calculations.shares(table.item, replies, weights, population, table.option)
    lines = []
    for option, share in found.items():
        count = shown["yes" if table.option else option]
        line: dict[str, Any] = {"option": option, "count": count}
        if count is not None:
            line |= {"share": share.share, "low": share.low, "high": share.high}
            line |= {"answers": share.answers, "worth": min(share.worth, 1e12)}
        lines.append(line)
    return lines
