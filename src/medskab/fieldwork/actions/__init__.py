"""What can be done in the confidential room."""

from medskab.fieldwork.consenting import Asked

from .agreeing import agree, enter_subject, take_back
from .bringing import bring_project, take_in_codes, undo_bringing
from .codebook import change_code, merge_codes, new_code, retire_code, split_again
from .coding import drop_memo, finish_coding, give_code, take_code, write_memo
from .erasing import empty_source, empty_subject, erase_again, erase_source, erase_subject, sweep_keys
from .exchanging import send_out
from .quoting import answer_quote, propose_quote, show_quote, stop_quote, use_quote
from .reading import open_source
from .sources import add_audio, finish_source, keep_draft, new_source, write_source

__all__ = [
    "Asked",
    "add_audio",
    "agree",
    "answer_quote",
    "bring_project",
    "change_code",
    "drop_memo",
    "empty_source",
    "empty_subject",
    "enter_subject",
    "erase_again",
    "erase_source",
    "erase_subject",
    "finish_coding",
    "finish_source",
    "give_code",
    "keep_draft",
    "merge_codes",
    "new_code",
    "new_source",
    "open_source",
    "propose_quote",
    "retire_code",
    "send_out",
    "show_quote",
    "split_again",
    "stop_quote",
    "sweep_keys",
    "take_back",
    "take_code",
    "take_in_codes",
    "undo_bringing",
    "use_quote",
    "write_memo",
    "write_source",
]
