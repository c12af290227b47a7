"""What can be done with initiatives."""

from medskab.initiatives.steps import STEPS, mark_of

from .erasing import erase_from_initiatives
from .states import begin, end_initiative, open_initiative, reopen, withdraw
from .supporting import stop_supporting, support
from .team import accept_invitation, decline_invitation, hand_over, invite_author, leave
from .writing import save_step, start, take_up

__all__ = [
    "STEPS",
    "accept_invitation",
    "begin",
    "decline_invitation",
    "end_initiative",
    "erase_from_initiatives",
    "hand_over",
    "invite_author",
    "leave",
    "mark_of",
    "open_initiative",
    "reopen",
    "save_step",
    "start",
    "stop_supporting",
    "support",
    "take_up",
    "withdraw",
]
