"""Lets days pass on a running site: a journey cannot wait a fortnight for a vote to close."""

import subprocess
import sys

from tests.journeys.running import RunningSite

_MEETING = """
import sys
from datetime import timedelta
from medskab.cli import installation
installation.load()
from medskab.common.clock import now
from medskab.gatherings.models import Gathering
area, slug, days = sys.argv[1:]
begins = now() + timedelta(days=int(days))
Gathering.objects.filter(area__slug=area, slug=slug).update(
    begins_at=begins, ends_at=begins + timedelta(hours=2)
)
"""
_SCRIPT = """
import sys
from datetime import timedelta
from medskab.cli import installation
installation.load()
from medskab.common.clock import now
from medskab.decisions.models import Decision, Phase, Poll
area, slug, kind = sys.argv[1:]
decision = Decision.objects.get(area__slug=area, slug=slug)
rows = list(decision.phases.all())
here = next(place for place, row in enumerate(rows) if row.kind == kind)
for place, row in enumerate(rows):
    starts = now() + timedelta(days=7 * (place - here), hours=-1)
    Phase.objects.filter(pk=row.pk).update(starts_at=starts, ends_at=starts + timedelta(days=7))
vote = decision.phases.get(kind="vote")
polls = Poll.objects.filter(decision=decision, is_rehearsal=False)
polls.update(closes_at=vote.ends_at)
"""


def pass_until(site: RunningSite, decision: str, kind: str, *, area: str = "engparken") -> None:
    """Move all days of a decision so that a phase has just begun."""
    _run(site, _SCRIPT, area, decision, kind)


def pass_until_meeting(site: RunningSite, meeting: str, *, days: int, area: str = "engparken") -> None:
    """Move a meeting so that it is held in so many days."""
    _run(site, _MEETING, area, meeting, str(days))


def _run(site: RunningSite, script: str, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        env=site.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
