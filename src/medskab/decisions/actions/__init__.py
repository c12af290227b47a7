"""Everything that changes decisions, one function for each deed."""

from medskab.decisions.calculations import Order

from .attaching import attach_to_item
from .capacity import check_capacity, freeze_ballot
from .casting import cast
from .counting import decide_by_hand, keep_counts, keep_what_if, order_count, order_what_if
from .delivering import begin_delivery, hand_delivery_to, take_photo_down, tell_delivery
from .ending import call_off, withdraw
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
from .issuing import issue_at_desk, issue_letters, reissue, void_codes
from .nightly import close_due, nightly_roots
from .opening import announce_result, destroy_key, open_urn
from .paper import check_in_on_paper, enter_paper, finish_entry, start_batch
from .phases import move_phase
from .polls import close_poll, make_keys, move_closing, open_poll, prepare_poll
from .proposing import change_draft, propose, withdraw_draft
from .publishing import NEEDED as NEEDED_WORDS
from .publishing import publish, write_words
from .rehearsing import rehearse, start_voting
from .setting_up import change_set_up, open_decision, plan, set_up
from .shaping import answer_shaping, offer_shaping

__all__ = [
    "NEEDED_WORDS",
    "Order",
    "announce_result",
    "answer_shaping",
    "attach_to_item",
    "begin_delivery",
    "call_off",
    "cast",
    "change_draft",
    "change_set_up",
    "check_capacity",
    "check_in_on_paper",
    "close_due",
    "close_poll",
    "confirm_import",
    "correct_vote",
    "decide_by_hand",
    "destroy_key",
    "discard_draft",
    "drop_stopped_draft",
    "enter_paper",
    "enter_vote",
    "finish_entry",
    "forget_old_drafts",
    "freeze_ballot",
    "hand_delivery_to",
    "issue_at_desk",
    "issue_letters",
    "keep_counts",
    "keep_reading",
    "keep_what_if",
    "make_keys",
    "move_closing",
    "move_phase",
    "nightly_roots",
    "offer_shaping",
    "open_decision",
    "open_poll",
    "open_urn",
    "order_count",
    "order_what_if",
    "plan",
    "prepare_poll",
    "propose",
    "publish",
    "rehearse",
    "reissue",
    "replace_file",
    "set_up",
    "start_batch",
    "start_voting",
    "submit_file",
    "take_photo_down",
    "tell_delivery",
    "void_codes",
    "withdraw",
    "withdraw_draft",
    "write_words",
]
