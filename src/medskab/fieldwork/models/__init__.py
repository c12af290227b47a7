"""The confidential room: who spoke, what they agreed to, and what was written down of it, sealed."""

from .bringing import Brought
from .coding import Code, CodeVersion, Coding, CodingDone
from .quotes import Quote, QuoteState, QuoteUse
from .sources import Reading, Source, SourceKind, SourceMemo, SourceState, SourceVersion
from .subjects import Agreement, Subject

__all__ = [
    "Agreement",
    "Brought",
    "Code",
    "CodeVersion",
    "Coding",
    "CodingDone",
    "Quote",
    "QuoteState",
    "QuoteUse",
    "Reading",
    "Source",
    "SourceKind",
    "SourceMemo",
    "SourceState",
    "SourceVersion",
    "Subject",
]
