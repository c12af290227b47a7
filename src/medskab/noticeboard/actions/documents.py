"""Papers that everybody may take home."""

from datetime import datetime

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.noticeboard import refusals, rules, shelf
from medskab.noticeboard.models import Document
from medskab.people.models import Person
from medskab.places.models import Area


@deed
def add_document(*, area: Area, title: str, kind: str, content: bytes, by: Person, now: datetime) -> Document:
    """Lay a paper out; without its row the file does not stay."""
    if not rules.may_post(by, area):
        raise refusals.NotYoursToPost
    kept_as = shelf.keep(content)
    try:
        document = Document.objects.create(
            area=area,
            title=title,
            kind=kind,
            kept_as=kept_as,
            bytes_long=len(content),
            by=by,
            put_up_at=now,
        )
        record("noticeboard.document_added", document, by=by, now=now, figures={"bytes": len(content)})
    except BaseException:
        shelf.drop(kept_as)
        raise
    return document


@deed
def change_document(*, document: Document, title: str, kind: str, by: Person, now: datetime) -> Document:
    """Another title or kind; another paper is laid out anew."""
    if not rules.may_change(by, document):
        raise refusals.NotYoursToPost
    document.title, document.kind = title, kind
    document.save(update_fields=["title", "kind"])
    record("noticeboard.document_changed", document, by=by, now=now)
    return document


@deed
def take_down_document(*, document: Document, by: Person, now: datetime) -> Document:
    """It holds no more; the archive keeps it."""
    if not rules.may_change(by, document):
        raise refusals.NotYoursToPost
    if not Document.objects.filter(pk=document.pk, taken_down_at=None).update(taken_down_at=now):
        raise refusals.TakenDown
    record("noticeboard.document_taken_down", document, by=by, now=now)
    document.refresh_from_db()
    return document
