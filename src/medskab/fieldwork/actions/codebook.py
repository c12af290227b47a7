"""Keeping the codebook: nothing is ever deleted, everything can be undone."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.fieldwork import refusals, rules
from medskab.fieldwork.models import Code, CodeVersion
from medskab.people.models import Person
from medskab.places.models import Area


@deed
def new_code(
    *, area: Area, name: str, definition: str, parent: Code | None, by: Person, now: datetime
) -> Code:
    """A code at the end of the book; its colour goes round."""
    _check(area, by)
    _refuse_a_twin(area, name, None)
    if parent and (parent.area_id != area.pk or parent.merged_into_id):
        raise CannotAct(_("Choose a code that is in use."))
    code = Code(area=area, name=name.strip(), definition=definition.strip(), parent=parent)
    code.colour = Code.objects.for_area(area).count() % 8 + 1
    code.save()
    _keep_version(code, by, now)
    record("fieldwork/code-made", code, by=by, now=now)
    return code


@deed
def change_code(*, code: Code, name: str, definition: str, memo: str, by: Person, now: datetime) -> Code:
    """Another name or meaning is a new version; the memo is only a note."""
    _check(code.area, by)
    _refuse_a_twin(code.area, name, code)
    is_new = (code.name, code.definition) != (name.strip(), definition.strip())
    code.name, code.definition, code.memo = name.strip(), definition.strip(), memo.strip()
    code.version += is_new
    code.save(update_fields=["name", "definition", "memo", "version"])
    if is_new:
        _keep_version(code, by, now)
    record("fieldwork/code-changed", code, by=by, now=now, figures={"version": code.version})
    return code


@deed
def merge_codes(*, code: Code, into: Code, by: Person, now: datetime) -> Code:
    """From now on what carries the one counts as the other; the codings stay as they were given."""
    _check(code.area, by)
    above = into
    while above.merged_into is not None:
        above = above.merged_into
    if above == code or into.area_id != code.area_id or code.merged_into_id or into.merged_into_id:
        raise CannotAct(_("These two cannot be put together."))
    code.merged_into = into
    code.save(update_fields=["merged_into"])
    record("fieldwork/codes-merged", code, by=by, now=now)
    return code


@deed
def split_again(*, code: Code, by: Person, now: datetime) -> Code:
    """Undo a putting together."""
    _check(code.area, by)
    code.merged_into = None
    code.save(update_fields=["merged_into"])
    record("fieldwork/codes-split-again", code, by=by, now=now)
    return code


@deed
def retire_code(*, code: Code, is_retired: bool, by: Person, now: datetime) -> Code:
    """It is given no more, or again; what carries it keeps it."""
    _check(code.area, by)
    code.retired_at = now if is_retired else None
    code.save(update_fields=["retired_at"])
    record("fieldwork/code-retired" if is_retired else "fieldwork/code-restored", code, by=by, now=now)
    return code


def _check(area: Area, by: Person) -> None:
    if not rules.may_work(by, area):
        raise refusals.NotForYou


def _refuse_a_twin(area: Area, name: str, code: Code | None) -> None:
    if not name.strip():
        raise CannotAct(_("Give it a name."))
    others = Code.objects.for_area(area).exclude(pk=code.pk if code else None)
    if others.filter(name__iexact=name.strip(), merged_into=None).exists():
        raise CannotAct(_("There is a code with this name already."))


def _keep_version(code: Code, by: Person, now: datetime) -> None:
    facts = {"number": code.version, "name": code.name, "definition": code.definition}
    CodeVersion.objects.create(area=code.area, code=code, by=by, at=now, **facts)
