"""The log line of a deed about places."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from django.db import models

from medskab.audit import actions as audit

from .rules import Actor


def record(
    kind: str,
    about: models.Model,
    *,
    by: Actor | None,
    now: datetime,
    because: str = "",
    figures: Mapping[str, Any] | None = None,
) -> None:
    """Write that a deed was done; whoever acts is a row of a room above, which is not known here by name."""
    actor = cast("models.Model | None", by)
    audit.record(kind, about, by=actor, now=now, because=because[:500], figures=figures)
