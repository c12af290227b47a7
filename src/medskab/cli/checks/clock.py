"""Whether the clocks can be trusted: deadlines hang on them."""

from collections.abc import Iterator
from datetime import timedelta

from .finding import Finding, good, wrong

ABOUT = "clock"
_APART = timedelta(seconds=5)


def clocks() -> Iterator[Finding]:
    """The machine's clock against the database's, and against the last thing that was written down."""
    from django.db import connection

    from medskab.audit.models import Line
    from medskab.common.clock import now

    found = []
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            apart = abs(cursor.fetchone()[0] - now())
        if apart > _APART:
            seconds = int(apart.total_seconds())
            found.append(
                wrong(ABOUT, f"The database's clock is {seconds} s off ours: set both by a time server.")
            )
    newest = Line.objects.order_by("-at").values_list("at", flat=True).first()
    if newest is not None and newest > now() + _APART:
        found.append(
            wrong(ABOUT, f"The clock is behind: something was done at {newest:%Y-%m-%d %H:%M} UTC. Set it.")
        )
    yield from found or [good(ABOUT, _time_here())]


def _time_here() -> str:
    from django.utils import timezone

    return f"It is {timezone.localtime():%H:%M} in {timezone.get_current_timezone_name()}."
