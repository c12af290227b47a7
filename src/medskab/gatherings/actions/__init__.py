"""Everything that changes a meeting."""

from medskab.gatherings.calculations import Standing

from .conducting import check_in, close_meeting, elect_chair, open_doors, take_back_check_in
from .deciding import record_election, record_vote
from .erasing import erase_from_meetings
from .items import add_item, edit_item, move_item, remove_item
from .minuting import finish_minutes, publish_minutes, reopen_minutes, sign_minutes, write_minutes
from .motions import decline_motion, hand_in_motion, put_on_agenda, take_paper_motion, withdraw_motion
from .preparing import call, call_as_informal, cancel, draft, edit, move, send_agenda

__all__ = [
    "Standing",
    "add_item",
    "call",
    "call_as_informal",
    "cancel",
    "check_in",
    "close_meeting",
    "decline_motion",
    "draft",
    "edit",
    "edit_item",
    "elect_chair",
    "erase_from_meetings",
    "finish_minutes",
    "hand_in_motion",
    "move",
    "move_item",
    "open_doors",
    "publish_minutes",
    "put_on_agenda",
    "record_election",
    "record_vote",
    "remove_item",
    "reopen_minutes",
    "send_agenda",
    "sign_minutes",
    "take_back_check_in",
    "take_paper_motion",
    "withdraw_motion",
    "write_minutes",
]
