"""How what hangs on the board is found, always within the area."""

from typing import Any, TypeVar

from django.http import Http404

from medskab.noticeboard.models import Contact, Document, Notice
from medskab.places.models import AreaRow

Row = TypeVar("Row", bound=AreaRow)


def _one(model: type[Row], request: Any, pk: int) -> Row:
    found = model.objects.for_area(request.area).filter(pk=pk).select_related("area").first()
    if found is None:
        raise Http404
    return found


def notice_at(request: Any, *, pk: int) -> Notice:
    """A notice by its number."""
    return _one(Notice, request, pk)


def contact_at(request: Any, *, pk: int) -> Contact:
    """An entry of the list of who to call."""
    return _one(Contact, request, pk)


def document_at(request: Any, *, pk: int) -> Document:
    """A paper by its number."""
    return _one(Document, request, pk)
