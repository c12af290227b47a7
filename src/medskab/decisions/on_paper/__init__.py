"""A vote on paper: its rows become the words of `printing`."""

from .desk import check_in_slips, paper_ballot
from .keys import key_sheets
from .letters import Part, part_of_letters, sample_letter
from .walls import call_poster, counts_poster, delivery_sheet

__all__ = [
    "Part",
    "call_poster",
    "check_in_slips",
    "counts_poster",
    "delivery_sheet",
    "key_sheets",
    "paper_ballot",
    "part_of_letters",
    "sample_letter",
]
