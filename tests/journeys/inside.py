"""A process beside a running site for what nobody can do in a browser: a link to sign in, days that pass.

Started once for a site; a new process for each question would cost more than the page it is asked for.
Each line that comes is JSON, a function's name and its words; each line that goes is its answer.
"""

import json
import sys
from datetime import timedelta


def login(name: str) -> str:
    """A link that signs in once as one of the invented people."""
    from medskab.people.demo_login import login_link

    return login_link(name)


def pass_until(area: str, slug: str, kind: str) -> None:
    """Move all days of a decision so that a phase has just begun."""
    from medskab.common.clock import now
    from medskab.decisions.models import Decision, Phase, Poll

    decision = Decision.objects.get(area__slug=area, slug=slug)
    rows = list(decision.phases.all())
    here = next(place for place, row in enumerate(rows) if row.kind == kind)
    for place, row in enumerate(rows):
        starts = now() + timedelta(days=7 * (place - here), hours=-1)
        Phase.objects.filter(pk=row.pk).update(starts_at=starts, ends_at=starts + timedelta(days=7))
    vote = decision.phases.get(kind="vote")
    Poll.objects.filter(decision=decision, is_rehearsal=False).update(closes_at=vote.ends_at)


def pass_until_meeting(area: str, slug: str, days: str) -> None:
    """Move a meeting so that it is held in so many days."""
    from medskab.common.clock import now
    from medskab.gatherings.models import Gathering

    begins = now() + timedelta(days=int(days))
    Gathering.objects.filter(area__slug=area, slug=slug).update(
        begins_at=begins, ends_at=begins + timedelta(hours=2)
    )


FUNCTIONS = {one.__name__: one for one in (login, pass_until, pass_until_meeting)}


def main() -> None:
    """Answer until nobody asks any more."""
    from django.db import connection

    from medskab.cli import installation

    installation.load()
    for line in sys.stdin:
        name, *words = json.loads(line)
        answer = FUNCTIONS[name](*words)
        connection.close()  # it holds nothing open while the browser writes
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
