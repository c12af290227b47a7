"""Meetings and events: what is called, talked about, voted on, written down and signed."""

from .agenda import AgendaItem, ItemKind, Motion, MotionState
from .attendance import Attendance
from .call import Call
from .election import Candidate, Election, Seat
from .gathering import Gathering, GatheringQuerySet, Kind, State
from .minutes import MinutesVersion, Signature, SignedAs
from .vote import ItemVote, Majority, Method

__all__ = [
    "AgendaItem",
    "Attendance",
    "Call",
    "Candidate",
    "Election",
    "Gathering",
    "GatheringQuerySet",
    "ItemKind",
    "ItemVote",
    "Kind",
    "Majority",
    "Method",
    "MinutesVersion",
    "Motion",
    "MotionState",
    "Seat",
    "Signature",
    "SignedAs",
    "State",
]
