"""Adding to the logs; called inside the deed that is logged, so that both stand or fall together."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models

from medskab.audit.models import Access, Line


def record(
    kind: str,
    about: models.Model,
    *,
    by: models.Model | None,
    now: datetime,
    because: str = "",
    figures: Mapping[str, Any] | None = None,
) -> Line:
    """Write that a deed was done. Figures are numbers and codes, never names or texts of people."""
    return Line.objects.create(
        area_id=_area_of(about),
        kind=kind,
        about_kind=about._meta.label_lower,
        about_id=str(about.pk),
        by_id="" if by is None else str(by.pk),
        because=because,
        figures=dict(figures or {}),
        at=now,
    )


def record_access(about: models.Model, *, by: models.Model, now: datetime, why: str) -> Access:
    """Write that somebody looked at something private."""
    return Access.objects.create(
        area_id=_area_of(about),
        about_kind=about._meta.label_lower,
        about_id=str(about.pk),
        by_id=str(by.pk),
        why=why,
        at=now,
    )


def _area_of(about: models.Model) -> int | None:
    return about.pk if about._meta.label_lower == "places.area" else getattr(about, "area_id", None)
