"""How speakers and sources are found, always within the area."""

from typing import Any

from django.http import Http404

from medskab.fieldwork import queries
from medskab.fieldwork.models import Source, Subject


def source_at(request: Any, *, pk: int) -> Source:
    """A source by its number."""
    found = queries.sources(request.area).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def subject_at(request: Any, *, pk: int) -> Subject:
    """A speaker by their number."""
    found = queries.subjects(request.area).filter(pk=pk).select_related("area").first()
    if found is None:
        raise Http404
    return found
