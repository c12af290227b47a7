"""What many speakers say about the same: the passages of a code across texts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from medskab.people.models import Person

from . import envelopes
from .calculations import counted_as, may_analyse
from .models import Code, Coding, CodingDone, Source

MOST_TEXTS = 50


@dataclass(frozen=True)
class InText:
    """The passages of one text, each with its words and its memo."""

    source: Source
    passages: tuple[tuple[Coding, str, str], ...]


def rows_of(code: Code, by: Person) -> dict[Source, list[Coding]]:
    """Without a word of them: what the reader may see of it by now, the newest texts first."""
    same = [pk for pk, above in counted_as(code.area).items() if above.pk == code.pk]
    rows = Coding.objects.for_area(code.area).filter(code__in=same, removed_at=None, source__erased_at=None)
    done = set(CodingDone.objects.for_area(code.area).filter(coder=by).values_list("source_id", "version"))
    found: dict[Source, list[Coding]] = defaultdict(list)
    whole = rows.select_related("source__subject", "source__area", "source__place", "code", "coder", "area")
    for row in whole.order_by("-source__on", "-source", "start"):
        is_seen = row.coder_id == by.pk or (row.source_id, row.source.version) in done
        if is_seen and row.version == row.source.version:
            found[row.source].append(row)
    return {one: own for one, own in list(found.items())[:MOST_TEXTS] if may_analyse(one)}


def opened(rows: dict[Source, list[Coding]], words: str = "") -> list[InText]:
    """Their words, for whoever opened these texts; only those in which `words` stand."""
    found = [InText(one, tuple(_with(one, own, words.strip().casefold()))) for one, own in rows.items()]
    return [one for one in found if one.passages]


def _with(one: Source, rows: Iterable[Coding], words: str) -> Iterable[tuple[Coding, str, str]]:
    text = envelopes.open_text(one.versions.select_related("source").get(number=one.version))
    for row in rows:
        passage = text[row.start : row.end]
        if words in passage.casefold():
            yield row, passage, envelopes.open_note(one, bytes(row.memo))
