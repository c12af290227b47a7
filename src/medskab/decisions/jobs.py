"""Long work with votes: reading a file, counting, finding out what would have made a proposal win."""

from typing import Any

from django.utils.translation import gettext_noop
from django_tasks import task

from medskab.common.clock import now
from medskab.people.models import Person
from medskab.tools.jobs import running

from . import actions, calculations, queries
from .models import Count, Decision, Proposal

_STAGES = {"reading": gettext_noop("Reading the ballots."), "counting": gettext_noop("Counting.")}


@task()
def read_upload(decision_id: int) -> None:
    """Read an uploaded file, so that its preview can be shown."""
    decision = Decision.objects.select_related("upload", "area").get(pk=decision_id)
    try:
        reading = calculations.read_file(decision.upload.packed, _tell_share)
        running.stop_if_cancelled()
    except running.JobStopped:
        actions.drop_stopped_draft(decision=decision, by=None, now=now())
        raise
    running.finish_with(actions.keep_reading, decision=decision, reading=reading, by=None, now=now())


@task()
def count_votes(decision_id: int, orders: list[dict[str, Any]], person_id: int) -> None:
    """Count a decision's votes by the ordered rule, and by others to compare."""
    decision = Decision.objects.select_related("submission", "area").get(pk=decision_id)
    counts = calculations.counted(
        decision.submission.packed,
        decision.submission.sha256,
        [calculations.Order.from_json(order) for order in orders],
        queries.rulings_by_hand(decision),
        lambda stage, number: running.report(number, len(orders) + 1, _STAGES[stage]),
    )
    running.stop_if_cancelled()
    running.finish_with(
        actions.keep_counts,
        decision=decision,
        counts=counts,
        by=Person.objects.get(pk=person_id),
        now=now(),
    )


@task()
def find_what_if(count_id: int, proposal_id: int) -> None:
    """Find what would have had to be different for one proposal, by counting again and again."""
    count = Count.objects.select_related("submission", "decision__area").get(pk=count_id)
    proposal = Proposal.objects.get(pk=proposal_id)
    answer = calculations.what_if_answer(count.submission.packed, count.outcome, proposal.project)
    running.finish_with(
        actions.keep_what_if, count=count, proposal=proposal, answer=answer, by=None, now=now()
    )


@task()
def tidy_drafts() -> None:
    """Forget files that nobody confirmed."""
    running.finish_with(actions.forget_old_drafts, by=None, now=now())


def _tell_share(share: float) -> None:
    running.report(int(share * 100), 100, _STAGES["reading"])


@task()
def night_of_the_urns() -> None:
    """Close the votes whose time is over, and fix what lies in the open urns."""
    running.finish_with(actions.nightly_roots, by=None, now=now())
