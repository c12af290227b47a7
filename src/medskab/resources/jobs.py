"""What is checked every night: each balance is what its postings add up to."""

from django_tasks import task

from medskab.places.models import Area

from . import queries


class LedgerDoesNotAddUp(Exception):
    """Balances and postings differ: somebody must look before more money moves."""


@task()
def check_ledgers() -> None:
    """Fail loudly where an area's accounts differ from what was posted."""
    wrong = {area.slug: found for area in Area.objects.all() if (found := queries.recompute(area))}
    if wrong:
        raise LedgerDoesNotAddUp(wrong)
