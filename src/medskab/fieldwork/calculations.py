"""What was given how often, and how far coders agree: figures, never a word of what was said."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from medskab.methods.agreement.alpha import krippendorff_alpha
from medskab.methods.agreement.interval import Interval, alpha_interval
from medskab.methods.agreement.level import Level
from medskab.methods.agreement.segments import code_table, segments
from medskab.methods.agreement.verdict import Verdict, verdict
from medskab.people.models import Purpose
from medskab.places.models import Area

from . import envelopes, rules
from .models import Code, Coding, CodingDone, Source, SourceVersion

__all__ = ["Agreed", "Verdict", "agreement", "code_counts", "counted_as", "may_analyse"]

MOST_SOURCES = 200
_DRAWS = 400
_SEED = 20_260


@dataclass(frozen=True)
class Agreed:
    """How far coders agree on one code."""

    code: Code
    value: float | None
    interval: Interval | None
    times: int
    verdict: Verdict


def counted_as(area: Area) -> dict[int, Code]:
    """Each code's number, and the code that it counts as after what was put together."""
    codes = {code.pk: code for code in Code.objects.for_area(area).select_related("area")}
    answer = {}
    for pk, code in codes.items():
        above = code
        while above.merged_into_id:
            above = codes[above.merged_into_id]
        answer[pk] = above
    return answer


def code_counts(area: Area) -> tuple[list[Code], list[Source], Counter[tuple[int, int]]]:
    """How many passages of each source carry each code, in texts that may be analysed."""
    sources, count_as = _sources(area), counted_as(area)
    counts: Counter[tuple[int, int]] = Counter()
    seen = set()
    for one in _codings(area, sources):
        key = (count_as[one.code_id].pk, one.source_id, one.start, one.end)
        counts[key[:2]] += key not in seen
        seen.add(key)
    codes = sorted(set(count_as.values()), key=lambda code: (code.name.lower(), code.pk))
    return codes, sources, counts


def agreement(area: Area) -> list[Agreed]:
    """Per code, over all sentences of texts that two or more went through without seeing each other."""
    sources, count_as = _sources(area), counted_as(area)
    readers = _who_went_through(area, sources)
    coders = sorted({coder for who in readers.values() for coder in who})
    cuts = {pk: segments(_text(pk, version)) for pk, version in readers}
    given: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
    for one in _codings(area, sources):
        key = (count_as[one.code_id].pk, one.source_id, one.coder_id)
        given.setdefault(key, []).append((one.start, one.end))
    answer = []
    for code in sorted(set(count_as.values()), key=lambda one: (one.name.lower(), one.pk)):
        tables = [
            code_table(
                cuts[pk], [given.get((code.pk, pk, who), []) if who in went else None for who in coders]
            )
            for (pk, _version), went in readers.items()
        ]
        answer.append(_agreed(code, np.vstack(tables) if tables else np.zeros((0, 2))))
    return answer


def _agreed(code: Code, table: np.ndarray) -> Agreed:
    alpha = krippendorff_alpha(table, Level.NOMINAL).value
    interval = alpha_interval(table, Level.NOMINAL, seed=_SEED, draws=_DRAWS) if alpha is not None else None
    times = int(np.nansum(table)) if table.size else 0
    return Agreed(code, alpha, interval, times, verdict(alpha, interval, times_given=times))


def _sources(area: Area) -> list[Source]:
    found = Source.objects.for_area(area).filter(erased_at=None, version__gt=0).select_related("subject")
    return [one for one in found[:MOST_SOURCES] if may_analyse(one)]


def may_analyse(source: Source) -> bool:
    """Whether the speaker lets it be read together with what others say; a field note is nobody's."""
    subject = source.subject
    if subject is None:
        return True
    return rules.may_use(subject, Purpose.STORED) and rules.may_use(subject, Purpose.ANALYSED)


def _codings(area: Area, sources: list[Source]) -> list[Coding]:
    newest = {one.pk: one.version for one in sources}
    found = Coding.objects.for_area(area).filter(source__in=newest, removed_at=None)
    return [one for one in found if one.version == newest[one.source_id]]


def _who_went_through(area: Area, sources: list[Source]) -> dict[tuple[int, int], set[int]]:
    newest = {(one.pk, one.version) for one in sources}
    went: dict[tuple[int, int], set[int]] = {}
    for one in CodingDone.objects.for_area(area).filter(source__in=sources).order_by("source_id"):
        if (one.source_id, one.version) in newest:
            went.setdefault((one.source_id, one.version), set()).add(one.coder_id)
    return {key: who for key, who in went.items() if len(who) > 1}


def _text(source: int, version: int) -> str:
    newest = SourceVersion.objects.select_related("source").get(source_id=source, number=version)
    return envelopes.open_text(newest)
