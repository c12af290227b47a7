"""Things on a thread for these tests: log lines, since threads know no other thing."""

from itertools import pairwise

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.threads import actions
from medskab.threads.showing import Showing

AREA = 1
SHOWING = Showing(
    kind_name="Line",
    name=lambda line: line.kind,
    url=lambda line: f"/engen/{line.kind}/",
    may_see=lambda viewer, line: line.because != "hidden" or viewer == "staff",
)


def thing(name, *, hidden=False, area_id=AREA):
    """A thing with a name."""
    return Line.objects.create(
        area_id=area_id, kind=name, because="hidden" if hidden else "", about_kind="x", about_id="1", at=now()
    )


def tie(*things, at=None):
    """Link things in a row."""
    for cause, effect in pairwise(things):
        actions.link(cause, effect, why="became", now=at or now())
