"""A file of things said elsewhere: uploaded, its columns put right, taken in, dropped, taken back."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_hex

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.common.names import clean_name
from medskab.common.tables.columns import Mapping, guessed_mapping
from medskab.common.tables.reading import read_sheet
from medskab.needs import imports, receipts, rules
from medskab.needs.brought import BroughtFile, BroughtInput, BroughtState
from medskab.needs.models import Input, InputState
from medskab.people.models import Person
from medskab.places.models import Area

from .saying import say

KEPT_FOR = timedelta(days=1)


class FileIsOver(CannotAct):
    """It was taken in or dropped meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This file was already dealt with. Look at the list of files."))


@deed
def bring_file(*, area: Area, file_name: str, content: bytes, by: Person, now: datetime) -> BroughtFile:
    """Keep the lines of a file to look at."""
    _check_staff(area, by)
    sheet = read_sheet(content, imports.LIMITS)
    digest = sha256(content).hexdigest()
    if BroughtFile.objects.for_area(area).filter(file_sha256=digest, state=BroughtState.TAKEN_IN).exists():
        raise CannotAct(_("This very file has been taken in already."))
    kept = BroughtFile.objects.create(
        area=area,
        file_name=clean_name(file_name)[:120],
        file_sha256=digest,
        encoding=sheet.encoding,
        headings=list(sheet.headings),
        lines=[[number, list(cells)] for number, cells in sheet.lines],
        line_count=len(sheet.lines),
        mapping=guessed_mapping(sheet.headings, imports.FIELDS),
        by=by,
        brought_at=now,
    )
    record("needs/file-brought", kept, by=by, now=now)
    return kept


@deed
def choose_columns(*, file: BroughtFile, mapping: Mapping, by: Person, now: datetime) -> BroughtFile:
    """Say which column means what."""
    _still_draft(file, by)
    if len(set(mapping.values())) < len(mapping):
        raise CannotAct(_("One column cannot mean two things."))
    names = {field.name for field in imports.FIELDS}
    if not set(mapping) <= names or not set(mapping.values()) <= set(range(len(file.headings))):
        raise CannotAct(_("This column is not in the file."))
    file.mapping = mapping
    file.save(update_fields=["mapping"])
    record("needs/file-columns", file, by=by, now=now)
    return file


@deed
def take_in_file(*, file: BroughtFile, by: Person, now: datetime) -> BroughtFile:
    """Take in every line as an input of its own, all or none."""
    _still_draft(file, by)
    if not imports.is_enough(file.mapping):
        raise CannotAct(_("Say which column holds what was said."))
    said, errors = imports.read_lines(file.lines, file.mapping, file.area, timezone.localdate(now))
    if errors:
        raise CannotAct(_("Some lines cannot be understood. Put them right and bring the file again."))
    if not said:
        raise CannotAct(_("No line says anything."))
    secret = token_hex(16)
    for number, one in enumerate(said):
        code = receipts.code_for(f"{secret}:{number}")
        row = say(area=file.area, said=one, code=code, by=by, now=now)
        BroughtInput.objects.create(area=file.area, file=file, input=row)
    file.state, file.taken_in_at, file.lines = BroughtState.TAKEN_IN, now, []
    file.save(update_fields=["state", "taken_in_at", "lines"])
    record("needs/file-taken-in", file, by=by, now=now)
    return file


@deed
def take_back_file(*, file: BroughtFile, by: Person, now: datetime) -> BroughtFile:
    """Make it as if the file had never come, as long as nobody has dealt with what it brought."""
    _check_staff(file.area, by)
    _take_turn(file, BroughtState.TAKEN_IN)
    rows = Input.objects.filter(pk__in=BroughtInput.objects.filter(file=file).values("input"))
    if rows.exclude(state=InputState.NEW).exists():
        raise CannotAct(_("Some of it has been dealt with. Deal with the rest one by one."))
    rows.delete()
    file.state = BroughtState.TAKEN_BACK
    file.save(update_fields=["state"])
    record("needs/file-taken-back", file, by=by, now=now)
    return file


@deed
def drop_file(*, file: BroughtFile, by: Person, now: datetime) -> None:
    """Forget a file that was not taken in."""
    _still_draft(file, by)
    record("needs/file-dropped", file, by=by, now=now)
    BroughtFile.objects.filter(pk=file.pk, state=BroughtState.DRAFT).delete()


@deed
def forget_files(*, by: None = None, now: datetime) -> None:
    """Every night: forget files that nobody took in within a day."""
    BroughtFile.objects.filter(state=BroughtState.DRAFT, brought_at__lt=now - KEPT_FOR).delete()


def _check_staff(area: Area, by: Person) -> None:
    if not rules.may_sort(by, area):
        raise CannotAct(_("Only those who work here do this."))


def _still_draft(file: BroughtFile, by: Person) -> None:
    _check_staff(file.area, by)
    _take_turn(file, BroughtState.DRAFT)


def _take_turn(file: BroughtFile, state: str) -> None:
    # Touching the row first makes a second browser wait, on both databases.
    if not BroughtFile.objects.filter(pk=file.pk, state=state).update(state=state):
        raise FileIsOver
