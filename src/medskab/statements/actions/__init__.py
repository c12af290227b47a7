"""What can be done with conversations, statements and votes."""

from .checking import decline_statement, show_statement
from .counting import ask_for_count, close_and_count, keep_count
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
    "ask_for_count",
    "cast_vote",
    "change_conversation",
    "close_and_count",
    "close_conversation",
    "decline_statement",
    "erase_from_statements",
    "keep_count",
    "make_conversation",
    "open_conversation",
    "say_statement",
    "show_statement",
    "withdraw_statement",
]
