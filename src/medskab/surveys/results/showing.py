"""A published result as a page shows it: words, bars with margins, tables, changes since the wave before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from medskab.common.arriving import Channel
from medskab.common.charts import Bar
from medskab.people.models import AgeBand
from medskab.releases import queries as releases
from medskab.releases.models import Release
from medskab.surveys import calculations
from medskab.surveys.models import Survey, SurveyResult

from . import loading
from .items import CHOSEN, Item

DIMENSION_WORDS: dict[str, str | Promise] = {
    "place": gettext_lazy("By block"),
    "age": gettext_lazy("By age"),
    "channel": gettext_lazy("By the way people answered"),
}
_VERDICTS: dict[str, str | Promise] = {
    "up": gettext_lazy("More than last time"),
    "down": gettext_lazy("Fewer than last time"),
    "no difference seen": gettext_lazy("No difference seen"),
    "cannot tell yet": gettext_lazy("Cannot tell yet"),
}


@dataclass(frozen=True)
class ShownCut:
    """A breakdown: its heading, its columns, and rows of a name with numbers; None is hidden."""

    title: str | Promise
    columns: list[str]
    rows: list[tuple[str, list[int | None]]]


@dataclass(frozen=True)
class ShownChange:
    """What became of one answer since the wave before, in points."""

    option: str
    verdict: str | Promise
    points: str
    could_see: str


@dataclass
class ShownItem:
    """One question with all that is published of it."""

    item: Item
    answers: int | None
    bars: list[Bar] = field(default_factory=list)
    mean: Mapping[str, float] | None = None
    cuts: list[ShownCut] = field(default_factory=list)
    changes: list[ShownChange] = field(default_factory=list)

    @property
    def hidden(self) -> bool:
        """Whether an answer is left out because few gave it."""
        return any(bar.low is None for bar in self.bars)


def shown_items(result: SurveyResult) -> list[ShownItem]:
    """Every question in words, in the order of the survey."""
    items = {item.key: item for item in loading.items(result.survey)}
    shown = [_item(items[figure["key"]], figure) for figure in result.figures if figure["key"] in items]
    by_key = {one.item.key: one for one in shown}
    for item, cut in _cuts(result, items):
        by_key[item.key].cuts.append(cut)
    for key, change in _changes(result, items):
        by_key[key].changes.append(change)
    return shown


def wave_before(survey: Survey) -> SurveyResult | None:
    """The published result of the latest wave before this one, of the same questions."""
    if survey.repeats_id is None:
        return None
    first = Survey.objects.for_area(survey.area).filter(pk=survey.repeats_id)
    again = Survey.objects.for_area(survey.area).filter(repeats=survey.repeats_id)
    waves = (first | again).filter(wave__lt=survey.wave).exclude(pk=survey.pk)
    return SurveyResult.objects.filter(survey__in=waves).order_by("-survey__wave").first()


def _item(item: Item, figure: Mapping[str, Any]) -> ShownItem:
    bars = [_bar(item, line) for line in figure["options"]]
    return ShownItem(item, figure["answers"], bars, figure.get("mean"))


def _bar(item: Item, line: Mapping[str, Any]) -> Bar:
    label = item.options.get(line["option"], line["option"])
    if line["count"] is None:
        return Bar(label, 0, _("not shown"))
    return Bar(label, line["share"], percent(line["share"]), line["low"], line["high"], _margin(line))


def _margin(line: Mapping[str, Any]) -> str:
    return _("%(low)s to %(high)s, %(count)s answers") % {
        "low": percent(line["low"]),
        "high": percent(line["high"]),
        "count": line["count"],
    }


def percent(share: float) -> str:
    """A share as people read it."""
    return _("%(number)s %%") % {"number": number_format(round(100 * share))}


def _cuts(result: SurveyResult, items: Mapping[str, Item]) -> list[tuple[Item, ShownCut]]:
    numbers = [line["release"] for line in result.breakdowns if "release" in line]
    found = {one.pk: one for one in releases.releases(result.area).filter(pk__in=numbers)}
    return [
        (items[line["key"]], _cut(items[line["key"]], line, found[line["release"]]))
        for line in result.breakdowns
        if line.get("release") in found and line["key"] in items
    ]


def _cut(item: Item, line: Mapping[str, Any], release: Release) -> ShownCut:
    groups = _group_words(line["dimension"])
    columns = [_("All") if column is None else groups.get(column, column) for column in release.columns]
    title = DIMENSION_WORDS[line["dimension"]]
    if line["option"]:
        title = f"{title}: {item.options.get(line['option'], line['option'])}"
    rows = [
        (_row_words(item, row), list(numbers))
        for row, numbers in zip(release.rows, release.numbers, strict=True)
    ]
    return ShownCut(title, [str(one) for one in columns], rows)


def _row_words(item: Item, row: str | None) -> str:
    if row is None:
        return _("All")
    if item.kind == "many":
        return _("Chosen") if row == CHOSEN else _("Not chosen")
    return item.options.get(row, row)


def _group_words(dimension: str) -> dict[str, str]:
    choices = {"age": AgeBand.choices, "channel": Channel.choices}.get(dimension, [])
    return {key: str(words) for key, words in choices}


def _changes(result: SurveyResult, items: Mapping[str, Item]) -> list[tuple[str, ShownChange]]:
    before = wave_before(result.survey)
    if before is None or before.survey.frozen_hash != result.survey.frozen_hash:
        return []
    earlier = _lines(before.figures)
    pairs = [(key, earlier[key], line) for key, line in _lines(result.figures).items() if key in earlier]
    judged = calculations.changes((then, now) for _key, then, now in pairs)
    return [
        (key[0], _change(items[key[0]], key[1], change, verdict))
        for (key, _then, _now), (change, verdict) in zip(pairs, judged, strict=True)
        if key[0] in items
    ]


def _lines(figures: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], Mapping[str, Any]]:
    return {
        (figure["key"], line["option"]): line
        for figure in figures
        for line in figure["options"]
        if line["count"] is not None
    }


def _change(item: Item, option: str, change: calculations.Change, verdict: str) -> ShownChange:
    return ShownChange(
        option=item.options.get(option, option),
        verdict=_VERDICTS[str(verdict)],
        points=f"{100 * change.difference:+.0f} ({100 * change.low:+.0f} … {100 * change.high:+.0f})",
        could_see=number_format(round(100 * change.could_see)),
    )
