"""What can be done with conversations, statements and votes."""

from .bringing_in import (
    Brought,
    ask_to_take_in,
    begin_taking_in,
    drop_upload,
    finish_taking_in,
    forget_uploads,
    take_in_voices,
    upload_votes,
)
from .checking import decline_statement, show_statement
from .counting import ask_for_count, close_and_count, keep_count
from .erasing import erase_from_statements
from .opening import close_conversation, open_conversation
from .saying import Words, say_statement, withdraw_statement
from .seeding import add_seeds
from .setting_aside import count_again, set_aside
from .setting_up import Plan, change_conversation, make_conversation
from .voting import Voter, cast_vote

__all__ = [
    "Brought",
    "Plan",
    "Voter",
    "Words",
    "add_seeds",
    "ask_for_count",
    "ask_to_take_in",
    "begin_taking_in",
    "cast_vote",
    "change_conversation",
    "close_and_count",
    "close_conversation",
    "count_again",
    "decline_statement",
    "drop_upload",
    "erase_from_statements",
    "finish_taking_in",
    "forget_uploads",
    "keep_count",
    "make_conversation",
    "open_conversation",
    "say_statement",
    "set_aside",
    "show_statement",
    "take_in_voices",
    "upload_votes",
    "withdraw_statement",
]
