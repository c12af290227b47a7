"""Answers that were taken back after a backup was made are taken back again when it is restored."""

from datetime import datetime

from . import actions
from .models import Withdrawal


def collect() -> list[tuple[int, str]]:
    """The marks of what was taken back here, with the number of the survey."""
    return list(Withdrawal.objects.values_list("survey_id", "mark"))


def replay(rows: list[tuple[int, str]], now: datetime) -> None:
    """Delete what the database that has come still holds of them."""
    actions.take_back_again(marks=rows, by=None, now=now)
