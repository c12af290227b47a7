"""A list of homes: uploaded, its columns put right, dropped, asked to be carried out."""

from datetime import datetime, timedelta
from hashlib import sha256

from django.utils.translation import gettext_noop

from medskab.common.deed import deed
from medskab.common.names import clean_name
from medskab.common.tables.columns import Mapping, guessed_mapping
from medskab.common.tables.reading import read_sheet
from medskab.places import rules
from medskab.places.audit_line import record
from medskab.places.imports.columns import FIELDS, is_enough
from medskab.places.imports.personal import without_people
from medskab.places.models import Area, DwellingList, ListState, MapFile, MapFileState
from medskab.tools.jobs import actions as jobs
from medskab.tools.jobs.models import Job

from . import refusals

KEPT_FOR = timedelta(days=1)


@deed
def upload_list(
    *, area: Area, file_name: str, content: bytes, by: rules.Actor | None, now: datetime
) -> DwellingList:
    """Keep the lines of a file to look at; columns about people are left behind before anything is kept."""
    if not rules.may_shape(by, area) or by is None:
        raise refusals.NotYoursToChange
    sheet, dropped = without_people(read_sheet(content))
    kept = DwellingList.objects.create(
        area=area,
        file_name=clean_name(file_name)[:120],
        file_sha256=sha256(content).hexdigest(),
        encoding=sheet.encoding,
        headings=list(sheet.headings),
        lines=[[number, list(cells)] for number, cells in sheet.lines],
        line_count=len(sheet.lines),
        dropped=dropped,
        mapping=guessed_mapping(sheet.headings, FIELDS),
        by_id=str(by.pk),
        created_at=now,
    )
    record("dwelling_list.uploaded", kept, by=by, now=now, figures={"lines": kept.line_count})
    return kept


@deed
def map_columns(
    *, dwelling_list: DwellingList, mapping: Mapping, by: rules.Actor | None, now: datetime
) -> DwellingList:
    """Say which column means what."""
    _check_draft(dwelling_list, by)
    names = {field.name for field in FIELDS}
    if len(set(mapping.values())) < len(mapping):
        raise refusals.ColumnTwice
    if not set(mapping) <= names or not set(mapping.values()) <= set(range(len(dwelling_list.headings))):
        raise refusals.ColumnsMissing
    dwelling_list.mapping = mapping
    dwelling_list.save(update_fields=["mapping"])
    record("dwelling_list.columns_chosen", dwelling_list, by=by, now=now)
    return dwelling_list


@deed
def ask_to_carry_out(*, dwelling_list: DwellingList, by: rules.Actor | None, now: datetime) -> Job:
    """Have the list carried out beside the pages."""
    from medskab.places.jobs import carry_out  # noqa: PLC0415  the job calls actions in its turn

    _check_draft(dwelling_list, by)
    if not is_enough(dwelling_list.mapping):
        raise refusals.ColumnsMissing
    job = jobs.start(
        carry_out,
        about=dwelling_list,
        by=by,  # type: ignore[arg-type]
        now=now,
        title=gettext_noop("Bringing in the list of homes"),
        dwelling_list_id=dwelling_list.pk,
    )
    record("dwelling_list.confirmed", dwelling_list, by=by, now=now)
    return job


@deed
def drop_list(*, dwelling_list: DwellingList, by: rules.Actor | None, now: datetime) -> None:
    """Forget an uploaded list that was not carried out."""
    _check_draft(dwelling_list, by)
    record("dwelling_list.dropped", dwelling_list, by=by, now=now)
    DwellingList.objects.filter(pk=dwelling_list.pk, state=ListState.DRAFT).delete()


@deed
def forget_drafts(*, by: None = None, now: datetime) -> None:
    """Every night: forget lists and maps that nobody took in within a day."""
    DwellingList.objects.filter(state=ListState.DRAFT, created_at__lt=now - KEPT_FOR).delete()
    MapFile.objects.filter(state=MapFileState.DRAFT, created_at__lt=now - KEPT_FOR).delete()


def _check_draft(dwelling_list: DwellingList, by: rules.Actor | None) -> None:
    if not rules.may_shape(by, dwelling_list):
        raise refusals.NotYoursToChange
    if not dwelling_list.is_draft:
        raise refusals.ListIsOver
