"""Quotes that may be shown now: asked anew each time, so that what was taken back is gone at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from medskab.places.models import Area

from . import envelopes, rules
from .models import Quote, QuoteState


@dataclass(frozen=True)
class Usable:
    """What a page shows: the words as the speaker wants them, the other name, the language."""

    quote: Quote
    words: str
    speaker: str
    language: str
    is_plain: bool


def usable_quotes(area: Area, most: int = 100) -> list[Usable]:
    """All that may be shown now, newest first."""
    return _opened(_approved().filter(area=area)[:most])


def usable_quotes_for(kind: str, row_id: int) -> list[Usable]:
    """Those that are shown with something, and still may be."""
    return _opened(_approved().filter(uses__used_in_kind=kind, uses__used_in_id=row_id)[:20])


def _approved() -> QuerySet[Quote]:
    found = Quote.objects.filter(state=QuoteState.APPROVED, source__erased_at=None)
    return found.select_related("area", "source", "source__subject")


def _opened(quotes: Iterable[Quote]) -> list[Usable]:
    return [_usable(quote) for quote in quotes if rules.may_show(quote)]


def _usable(quote: Quote) -> Usable:
    words = envelopes.open_note(quote.source, bytes(quote.plain or quote.words))
    speaker = str(quote.source.subject)
    return Usable(quote, words, speaker, quote.source.language, bool(quote.plain))
