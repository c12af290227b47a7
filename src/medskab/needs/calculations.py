"""What an input may belong to: needs that read like it, or in which something like it was heard.

The features of all words of an area are kept in this process, never the words; whatever was changed, hidden
or taken back since is noticed before each answer.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.db.models.functions import Length

from medskab.methods.disclosure.protect_counts import protect_counts
from medskab.methods.disclosure.tables import CountTable
from medskab.methods.likeness.alike import Alike
from medskab.places.models import Area

from .effort import Effort
from .meaning import Kept, with_meaning
from .models import Input, InputState, Joining, Need
from .queries import standing
from .searching import efforts

MOST_AREAS = 8
MOST_LIKE = 20
LEAST = 0.12


@dataclass
class _Shelf:
    """The texts of one kind of row, as they were when last looked at."""

    fields: tuple[str, str]
    numbers: list[int] = field(default_factory=list)
    alike: Kept = field(default_factory=lambda: with_meaning(Alike([])))
    stamp: tuple[int, int] = (0, 0)

    def most_like(self, text: str, rows: QuerySet) -> list[tuple[int, float]]:
        """The rows most like it by their number, highest first."""
        self._see_to(rows)
        found = self.alike.most_like(text, most=MOST_LIKE, least=LEAST)
        return [(self.numbers[place], likeness) for place, likeness in found]

    def _see_to(self, rows: QuerySet) -> None:
        """Read only what is new; where anything else changed, read all again."""
        last = self.numbers[-1] if self.numbers else 0
        signs = Length(self.fields[0]) + Length(self.fields[1])
        before = Q(pk__lte=last)
        now = rows.aggregate(
            count=Count("pk", filter=before), signs=Sum(signs, filter=before, default=0), newest=Max("pk")
        )
        if (now["count"], now["signs"]) != self.stamp:
            self.numbers, self.alike, self.stamp, last = [], with_meaning(Alike([])), (0, 0), 0
        elif (now["newest"] or 0) <= last:
            return
        more = list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", *self.fields))
        self.numbers += [pk for pk, *_texts in more]
        self.alike.take_in([" ".join(texts) for _pk, *texts in more])
        count, before_signs = self.stamp
        self.stamp = count + len(more), before_signs + sum(len("".join(texts)) for _pk, *texts in more)


@dataclass
class _Area:
    """What is kept of one area."""

    needs: _Shelf = field(default_factory=lambda: _Shelf(("title", "wording")))
    inputs: _Shelf = field(default_factory=lambda: _Shelf(("words", "voice_text")))
    efforts: _Shelf = field(default_factory=lambda: _Shelf(("title", "about")))
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True)
class Likely:
    """The needs that an input may belong to, and the other inputs that read like it."""

    needs: list[Need]
    inputs: list[Input]


_areas: OrderedDict[int, _Area] = OrderedDict()
_of_areas = Lock()


def likely_for(row: Input, most: int = 3) -> Likely:
    """For staff who read an input: the likeliest first."""
    text = f"{row.words} {row.voice_text}"
    kept = _kept(row.area)
    needs = standing(row.area)
    readable = Input.objects.for_area(row.area).exclude(state=InputState.HIDDEN)
    with kept.lock:
        by_need = dict(kept.needs.most_like(text, needs))
        by_input = dict(kept.inputs.most_like(text, readable))
    by_input.pop(row.pk, None)
    heard = Joining.objects.filter(input__in=by_input).values_list("input_id", "need_id")
    for number, need in heard:
        by_need[need] = max(by_need.get(need, 0), by_input[number])
    alike = sorted(by_input, key=lambda pk: -by_input[pk])[:most]
    found = needs.filter(pk__in=by_need).exclude(joinings__input=row).select_related("area")
    rows = readable.in_bulk(alike)
    return Likely(
        needs=sorted(found, key=lambda need: -by_need[need.pk])[:most],
        inputs=[rows[pk] for pk in alike if pk in rows],
    )


def tried_before(area: Area, text: str, most: int = 3) -> list[Effort]:
    """What was tried in the area before and reads like it, the likeliest first."""
    kept, rows = _kept(area), efforts(area)
    with kept.lock:
        alike = [pk for pk, _likeness in kept.efforts.most_like(text, rows)][:most]
    found = rows.in_bulk(alike)
    return [found[pk] for pk in alike if pk in found]


def _kept(area: Area) -> _Area:
    """The areas looked at last are kept, no more."""
    with _of_areas:
        kept = _areas.setdefault(area.pk, _Area())
        _areas.move_to_end(area.pk)
        while len(_areas) > MOST_AREAS:
            _areas.popitem(last=False)
        return kept


def protected(rows: list[tuple[int, ...]]) -> list[tuple[tuple[int | None, ...], int | None]]:
    """Counts of voices, each row with its sum: nothing of fewer than five, and none to be worked out."""
    labels = tuple(str(place) for place in range(len(rows)))
    columns = tuple(str(place) for place in range(len(rows[0])))
    shown = protect_counts(CountTable(labels, columns, tuple(rows))).shown
    width = len(columns)
    return [(tuple(row[:width]), row[-1]) for row in shown[: len(rows)]]
