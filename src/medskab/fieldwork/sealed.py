"""Reading what is sealed: never without a reason, never without a line in the log."""

from datetime import datetime

from medskab.people.models import Person

from . import actions, envelopes
from .models import Source


def text_of(source: Source, *, by: Person, reason: str, now: datetime) -> str:
    """The newest text, or an empty one; that it was read, by whom and why is written down first."""
    actions.open_source(source=source, by=by, reason=reason, now=now)
    newest = source.versions.order_by("-number").select_related("source").first()
    return envelopes.open_text(newest) if newest else ""
