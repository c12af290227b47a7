"""What can be done in the confidential room."""

from .agreeing import agree, enter_subject, take_back
from .erasing import empty_source, empty_subject, erase_again, erase_source, erase_subject, sweep_keys
from .reading import open_source
from .sources import add_audio, finish_source, keep_draft, new_source, write_source

__all__ = [
    "add_audio",
    "agree",
    "empty_source",
    "empty_subject",
    "enter_subject",
    "erase_again",
    "erase_source",
    "erase_subject",
    "finish_source",
    "keep_draft",
    "new_source",
    "open_source",
    "sweep_keys",
    "take_back",
    "write_source",
]
