"""Codes, codings and quotes, for this room's tests and for the rooms above."""

from medskab.common.clock import now
from medskab.common.codes import new_code as fresh_receipt
from medskab.fieldwork import actions
from medskab.fieldwork.models import Code, Coding, Quote, Source
from medskab.people.models import Person
from medskab.places.models import Area

from . import factories


def code(area: Area, by: Person, name: str = "Darkness", parent: Code | None = None) -> Code:
    """A code of the book."""
    return actions.new_code(area=area, name=name, definition="", parent=parent, by=by, now=now())


def coding(source: Source, by: Person, of: Code | None = None, words: str = "dark", memo: str = "") -> Coding:
    """A passage with a code."""
    start = factories.WORDS.index(words)
    place = (start, start + len(words))
    return actions.give_code(
        source=source, code=of or code(source.area, by), place=place, memo=memo, by=by, now=now()
    )


def quote(area: Area, by: Person, *, receipt: str = "", is_yes: bool | None = None) -> Quote:
    """Words of a speaker with this receipt: proposed, or shown and answered."""
    receipt = receipt or fresh_receipt()
    whom = factories.subject(area, by, code=receipt, pseudonym=f"Bird {receipt[:6]}")
    passage = coding(factories.interview(area, by, whom=whom), by, code(area, by, f"Code {receipt[:6]}"))
    made = actions.propose_quote(coding=passage, plain="", by=by, now=now())
    if is_yes is None:
        return made
    actions.show_quote(quote=made, by=by, now=now())
    return actions.answer_quote(quote=made, code=receipt, is_yes=is_yes, wording="", by=None, now=now())
