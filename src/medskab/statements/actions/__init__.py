"""What can be done with conversations, statements and votes."""

from .checking import decline_statement, show_statement
from .erasing import erase_from_statements
from .opening import close_conversation, open_conversation
from .saying import Words, say_statement, withdraw_statement
from .seeding import add_seeds
from .setting_up import Plan, change_conversation, make_conversation
from .voting import Voter, cast_vote

__all__ = [
    "Plan",
    "Voter",
    "Words",
    "add_seeds",
    "cast_vote",
    "change_conversation",
    "close_conversation",
    "decline_statement",
    "erase_from_statements",
    "make_conversation",
    "open_conversation",
    "say_statement",
    "show_statement",
    "withdraw_statement",
]
