"""What is decided, on which votes, how it was counted, what was published of it, and what became of it."""

from .board import BoardEvent, NightlyBatch
from .count import Count, Override, Ruling, WhatIf
from .decision import Decision, DecisionKind, Nature, State
from .delivery import Delivery, DeliveryNews, DeliveryPhoto, DeliveryState
from .draft import (
    CapacityCheck,
    DraftState,
    ProposalDraft,
    Shaping,
    ShapingAnswer,
    ShapingKind,
    ShapingState,
)
from .household import Gathering, HouseholdVote, Majority
from .paper import PaperBatch, PaperEntry
from .phase import Phase, PhaseChange, PhaseKind
from .poll import (
    BallotShape,
    CodeIssue,
    Credential,
    CredentialStatus,
    Envelope,
    OpenedBallot,
    Pointer,
    Poll,
    PollState,
    VoterUnit,
)
from .publication import Publication
from .submission import Proposal, Submission, Upload

__all__ = [
    "BallotShape",
    "BoardEvent",
    "CapacityCheck",
    "CodeIssue",
    "Count",
    "Credential",
    "CredentialStatus",
    "Decision",
    "DecisionKind",
    "Delivery",
    "DeliveryNews",
    "DeliveryPhoto",
    "DeliveryState",
    "DraftState",
    "Envelope",
    "Gathering",
    "HouseholdVote",
    "Majority",
    "Nature",
    "NightlyBatch",
    "OpenedBallot",
    "Override",
    "PaperBatch",
    "PaperEntry",
    "Phase",
    "PhaseChange",
    "PhaseKind",
    "Pointer",
    "Poll",
    "PollState",
    "Proposal",
    "ProposalDraft",
    "Publication",
    "Ruling",
    "Shaping",
    "ShapingAnswer",
    "ShapingKind",
    "ShapingState",
    "State",
    "Submission",
    "Upload",
    "VoterUnit",
    "WhatIf",
]
