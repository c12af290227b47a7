"""Whether the books add up: reckoned anew, and when the check of the night last ran."""

from dataclasses import dataclass
from datetime import datetime

from medskab.places.models import Area
from medskab.tools.jobs.models import Job, JobState

from . import queries
from .models import Account

NIGHTLY = "medskab.resources.jobs.check_ledgers"


@dataclass(frozen=True)
class WrongAccount:
    """An account whose balance is not what was written."""

    account: Account
    balance_ore: int
    posted_ore: int


@dataclass(frozen=True)
class Proof:
    """What the books of an area look like at this moment."""

    accounts: int
    wrong: tuple[WrongAccount, ...]
    last_night: datetime | None

    @property
    def adds_up(self) -> bool:
        """Whether every balance is the sum of what was written."""
        return not self.wrong


def prove(area: Area) -> Proof:
    """Add up every account of the area."""
    differences = queries.recompute(area)
    accounts = Account.objects.select_related("line").in_bulk([one.account_id for one in differences])
    wrong = (WrongAccount(accounts[one.account_id], one.balance_ore, one.posted_ore) for one in differences)
    checks = Job.objects.filter(task=NIGHTLY, state__in=[JobState.DONE, JobState.FAILED])
    last = checks.order_by("-ended_at").first()
    return Proof(Account.objects.for_area(area).count(), tuple(wrong), last.ended_at if last else None)
