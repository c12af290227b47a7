"""What can be done with surveys."""

from .answering import Given, take_answers
from .asking import Asked, add_instrument, move_question, name_section, remove_question, write_question
from .building import About, change_survey, make_survey, repeat_survey
from .opening import close_survey, make_codes, open_survey, reopen_survey
from .taking_back import erase_from_surveys, take_back_again, take_back_answers, undo_typed

__all__ = [
    "About",
    "Asked",
    "Given",
    "add_instrument",
    "change_survey",
    "close_survey",
    "erase_from_surveys",
    "make_codes",
    "make_survey",
    "move_question",
    "name_section",
    "open_survey",
    "remove_question",
    "reopen_survey",
    "repeat_survey",
    "take_answers",
    "take_back_again",
    "take_back_answers",
    "undo_typed",
    "write_question",
]
