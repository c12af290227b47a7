"""What hangs on the board, for this room's tests and for the rooms above."""

from datetime import timedelta

from django.utils import timezone

from medskab.common.clock import now
from medskab.noticeboard import actions
from medskab.noticeboard.models import Contact, Document, DocumentKind, Notice
from medskab.people.models import Person
from medskab.places.models import Area

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def notice(area: Area, by: Person, title: str = "The water is off", **words: object) -> Notice:
    """A notice that hangs from today for a week."""
    today = timezone.localdate(now())
    given = {"text": "From 9 to 12.", "place": None, "is_urgent": False} | words
    days = {"from_on": today, "until_on": today + timedelta(days=7)}
    return actions.put_up(area=area, words={"title": title, **days, **given}, by=by, now=now())


def contact(area: Area, by: Person, what: str = "Broken lifts", **words: object) -> Contact:
    """Somebody to call."""
    given = {"name": "The caretaker", "phone": "+45 12 34 56 78", "mail": "", "hours": "8–12", "order": 1}
    return actions.add_contact(area=area, words={"what": what, **given, **words}, by=by, now=now())


def document(
    area: Area, by: Person, title: str = "House rules", kind: str = DocumentKind.HOUSE_RULES
) -> Document:
    """A paper on the shelf."""
    return actions.add_document(area=area, title=title, kind=kind, content=PDF, by=by, now=now())
