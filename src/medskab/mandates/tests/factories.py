"""Mandates, for this room's tests and for the rooms above."""

from datetime import timedelta

from medskab.common.clock import now
from medskab.mandates import actions
from medskab.mandates.models import Mandate


def facts(**changed):
    """What a mandate says, where nothing else is given: it holds for a year around today."""
    today = now().date()
    return {
        "title": "The courtyard",
        "field": "What is planted and built in the courtyard",
        "holder": "All residents over 12",
        "ceiling_ore": 25_000_000,
        "starts_on": today - timedelta(days=30),
        "ends_on": today + timedelta(days=335),
        "legal_basis": "The department meeting’s decision of 4 May",
        "payee": "The housing department",
        "revocable_by": "The department meeting",
        "objection": "Write to the tenants’ board within 14 days.",
        **changed,
    }


def mandate(area, by, **changed) -> Mandate:
    """A mandate that holds today."""
    return actions.give_mandate(area=area, facts=facts(**changed), by=by, now=now())
