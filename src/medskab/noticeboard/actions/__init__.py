"""What can be done with the board."""

from .contacts import add_contact, change_contact, remove_contact
from .documents import add_document, change_document, take_down_document
from .erasing import erase_from_noticeboard
from .notices import change_notice, put_up, take_down

__all__ = [
    "add_contact",
    "add_document",
    "change_contact",
    "change_document",
    "change_notice",
    "erase_from_noticeboard",
    "put_up",
    "remove_contact",
    "take_down",
    "take_down_document",
]
