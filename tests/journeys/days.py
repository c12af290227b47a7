"""Lets days pass on a running site: a journey cannot wait a fortnight for a vote to close."""

import subprocess
import sys

from tests.journeys.running import RunningSite

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
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, area, decision, kind],
        env=site.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
