"""What people start together, who stands behind it, and the needs it takes up."""

from .initiative import PUBLIC_STATES, Initiative, InitiativeQuerySet, Level, State, Track
from .people import Author, AuthorState, Supporter
from .takes_up import TakesUp

__all__ = [
    "PUBLIC_STATES",
    "Author",
    "AuthorState",
    "Initiative",
    "InitiativeQuerySet",
    "Level",
    "State",
    "Supporter",
    "TakesUp",
    "Track",
]
