"""The confidential room: who spoke, what they agreed to, and what was written down of it, sealed."""

from .sources import Reading, Source, SourceKind, SourceState, SourceVersion
from .subjects import Agreement, Subject

__all__ = ["Agreement", "Reading", "Source", "SourceKind", "SourceState", "SourceVersion", "Subject"]
