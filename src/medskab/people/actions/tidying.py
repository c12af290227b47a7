"""Forgetting what is over."""

from datetime import datetime, timedelta

from medskab.common.deed import deed
from medskab.people.models import DemoLogin, Person, Session

_KEPT = timedelta(days=1)


@deed
def tidy(*, by: Person | None, now: datetime) -> None:
    """Sessions that have ended, and links into the demo that can no longer be used."""
    Session.objects.filter(expire_date__lt=now).delete()
    DemoLogin.objects.filter(expires_at__lt=now - _KEPT).delete()
