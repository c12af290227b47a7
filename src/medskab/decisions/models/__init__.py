"""What is decided, on which votes, how it was counted, and what was published of it."""

from .count import Count, Override, Ruling, WhatIf
from .decision import Decision, DecisionKind, Nature, State
from .household import Gathering, HouseholdVote, Majority
from .publication import Publication
from .submission import Proposal, Submission, Upload

__all__ = [
    "Count",
    "Decision",
    "DecisionKind",
    "Gathering",
    "HouseholdVote",
    "Majority",
    "Nature",
    "Override",
    "Proposal",
    "Publication",
    "Ruling",
    "State",
    "Submission",
    "Upload",
    "WhatIf",
]
