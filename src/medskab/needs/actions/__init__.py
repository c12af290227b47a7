"""What can be done with what people say."""

from medskab.needs.receipts import code_for

from .bringing import bring_file, choose_columns, drop_file, forget_files, take_back_file, take_in_file
from .efforts import Tried, change_effort, strike_effort, write_effort
from .erasing import erase_from_needs, take_back, take_back_again
from .moving import merge_need, split_need, undo_move
from .needs import Worded, edit_need, make_need
from .notes import take_notes
from .saying import Said, say
from .sorting import (
    answer_input,
    decline_input,
    hide_input,
    join_input,
    make_need_of,
    redact_input,
    unjoin_input,
    write_voice_text,
)
from .term import set_term
from .texting import receive_text
from .walls import begin_wall, close_wall, say_to_wall, show_on_wall, take_off_wall, write_on_wall

__all__ = [
    "Said",
    "Tried",
    "Worded",
    "answer_input",
    "begin_wall",
    "bring_file",
    "change_effort",
    "choose_columns",
    "close_wall",
    "code_for",
    "decline_input",
    "drop_file",
    "edit_need",
    "erase_from_needs",
    "forget_files",
    "hide_input",
    "join_input",
    "make_need",
    "make_need_of",
    "merge_need",
    "receive_text",
    "redact_input",
    "say",
    "say_to_wall",
    "set_term",
    "show_on_wall",
    "split_need",
    "strike_effort",
    "take_back",
    "take_back_again",
    "take_back_file",
    "take_in_file",
    "take_notes",
    "take_off_wall",
    "undo_move",
    "unjoin_input",
    "write_effort",
    "write_on_wall",
    "write_voice_text",
]
