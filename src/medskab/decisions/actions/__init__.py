"""Everything that changes decisions, one function for each deed."""

from medskab.decisions.calculations import Order

from .counting import decide_by_hand, keep_counts, keep_what_if, order_count, order_what_if
from .household import correct_vote, enter_vote
from .importing import (
    confirm_import,
    discard_draft,
    drop_stopped_draft,
    forget_old_drafts,
    keep_reading,
    replace_file,
    submit_file,
)
from .publishing import NEEDED as NEEDED_WORDS
from .publishing import publish, withdraw, write_words

__all__ = [
    "NEEDED_WORDS",
    "Order",
    "confirm_import",
    "correct_vote",
    "decide_by_hand",
    "discard_draft",
    "drop_stopped_draft",
    "enter_vote",
    "forget_old_drafts",
    "keep_counts",
    "keep_reading",
    "keep_what_if",
    "order_count",
    "order_what_if",
    "publish",
    "replace_file",
    "submit_file",
    "withdraw",
    "write_words",
]
