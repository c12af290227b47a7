"""Adding to the red thread; called inside the deed that makes one thing lead to another."""

from datetime import datetime

from django.db import models

from .models import Link


def link(cause: models.Model, effect: models.Model, *, why: str, now: datetime) -> Link:
    """Say that one thing led to another, both of the same area; once said, said for good.

    `why` is marked `gettext_noop` and shown translated: "was counted", "took up the need".
    """
    area_id = cause.area_id  # type: ignore[attr-defined]
    if area_id != effect.area_id:  # type: ignore[attr-defined]
        raise ValueError("A thread never leads out of its area.")
    found, _is_new = Link.objects.get_or_create(
        from_kind=cause._meta.label_lower,
        from_id=str(cause.pk),
        to_kind=effect._meta.label_lower,
        to_id=str(effect.pk),
        defaults={"area_id": area_id, "why": why, "at": now},
    )
    return found
