"""Who may follow a thread."""

from typing import Any

from django.db import models

from .showing import showing_of


def may_follow(viewer: Any, thing: models.Model) -> bool:
    """Whoever may see the thing; the thread then shows what else this viewer may see."""
    return showing_of(thing).may_see(viewer, thing)
