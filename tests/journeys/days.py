"""Lets days pass on a running site: a journey cannot wait a fortnight for a vote to close."""

from tests.journeys.running import RunningSite


def pass_until(site: RunningSite, decision: str, kind: str, *, area: str = "engparken") -> None:
    """Move all days of a decision so that a phase has just begun."""
    site.ask("pass_until", area, decision, kind)


def pass_until_meeting(site: RunningSite, meeting: str, *, days: int, area: str = "engparken") -> None:
    """Move a meeting so that it is held in so many days."""
    site.ask("pass_until_meeting", area, meeting, str(days))
