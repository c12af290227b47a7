"""Our codebook and codings as a project for other programs, and codes from theirs."""

from collections import defaultdict
from uuid import UUID, uuid5

from medskab.places.models import Area

from . import envelopes
from .calculations import counted_as, may_analyse
from .exchange.project import Case, Coder, Note, Passage, Project, Text, TravellingCode
from .models import Code, Coding, Source

_OURS = UUID("5b0a6c1e-6f0b-4f57-9d7e-0b7c6a8f2d41")
COLOURS = ("#1d5683", "#2a6335", "#7c5200", "#a32117", "#5b7a4d", "#857a6a", "#6c6a63", "#cfc0a6")
MOST_TEXTS = 200


def texts_to_send(area: Area) -> list[Source]:
    """What speakers let us read together with what others say; the rest stays here."""
    found = Source.objects.for_area(area).filter(erased_at=None, version__gt=0).select_related("subject")
    return [one for one in found[:MOST_TEXTS] if may_analyse(one)]


def project_of(area: Area, sources: list[Source]) -> Project:
    """No name leaves: speakers by their other name, coders by a number."""
    newest = {one.pk: one.version for one in sources}
    rows = Coding.objects.for_area(area).filter(source__in=newest, removed_at=None).select_related("source")
    codings = [row for row in rows if row.version == newest[row.source_id]]
    notes: list[Note] = []
    passages: dict[int, list[Passage]] = defaultdict(list)
    for row in codings:
        passages[row.source_id].append(_passage(area, row, notes))
    coders = sorted({row.coder_id for row in codings})
    return Project(
        name=area.name,
        coders=tuple(Coder(_guid(area, "coder", pk), f"Coder {at}") for at, pk in enumerate(coders, 1)),
        codes=tuple(_code(area, code) for code in Code.objects.for_area(area)),
        texts=tuple(_text(area, one, passages[one.pk], notes) for one in sources),
        notes=tuple(notes),
        cases=_cases(area, sources),
    )


def colour_like(written: str) -> int:
    """Our colour with this value, or 0."""
    return COLOURS.index(written) + 1 if written in COLOURS else 0


def _passage(area: Area, row: Coding, notes: list[Note]) -> Passage:
    named: tuple[str, ...] = ()
    if row.memo:
        named = (_guid(area, "memo", row.pk),)
        notes.append(Note(named[0], "Memo", envelopes.open_note(row.source, bytes(row.memo))))
    place = (_guid(area, "coding", row.pk), row.start, row.end, (_guid(area, "code", row.code_id),))
    return Passage(*place, _guid(area, "coder", row.coder_id), row.at, named)


def _code(area: Area, code: Code) -> TravellingCode:
    # What was put together lies below the code that it counts as.
    above = code.merged_into_id or code.parent_id
    parent = _guid(area, "code", above) if above else ""
    return TravellingCode(
        _guid(area, "code", code.pk), code.name, code.definition, COLOURS[code.colour - 1], parent
    )


def _text(area: Area, one: Source, passages: list[Passage], notes: list[Note]) -> Text:
    memos = {
        _guid(area, "thought", row.pk): envelopes.open_note(one, bytes(row.words)) for row in one.memos.all()
    }
    notes += [Note(guid, "Memo", words) for guid, words in memos.items()]
    return Text(_guid(area, "text", one.pk), one.title, _words(one), tuple(passages), tuple(memos))


def _words(one: Source) -> str:
    return envelopes.open_text(one.versions.select_related("source").get(number=one.version))


def passages_by_code(area: Area, sources: list[Source]) -> list[tuple[str, list[tuple[str, str]]]]:
    """For reading: below each code its passages in the newest texts, each once, and where they stand."""
    texts, count_as = {one.pk: _words(one) for one in sources}, counted_as(area)
    found: dict[Code, dict[tuple[int, int, int], tuple[str, str]]] = defaultdict(dict)
    rows = Coding.objects.for_area(area).filter(source__in=texts, removed_at=None)
    for row in rows.select_related("source__subject").order_by("source_id", "start", "end"):
        if row.version == row.source.version:
            words = texts[row.source_id][row.start : row.end]
            where = " · ".join(filter(None, (row.source.title, str(row.source.subject or ""))))
            found[count_as[row.code_id]][row.source_id, row.start, row.end] = (words, where)
    by_name = sorted(found, key=lambda code: (code.name.lower(), code.pk))
    return [(code.name, list(found[code].values())) for code in by_name]


def _cases(area: Area, sources: list[Source]) -> tuple[Case, ...]:
    of_speaker: dict[int, list[Source]] = defaultdict(list)
    for one in sources:
        if one.subject_id:
            of_speaker[one.subject_id].append(one)
    return tuple(
        Case(
            _guid(area, "speaker", pk), str(own[0].subject), tuple(_guid(area, "text", one.pk) for one in own)
        )
        for pk, own in of_speaker.items()
    )


def _guid(area: Area, kind: str, pk: int) -> str:
    return str(uuid5(_OURS, f"{area.slug}/{kind}/{pk}"))
