"""What is printed: a published result on paper and as a picture, and the sheets of a vote."""

from .call_poster import CallPoster, call_poster
from .card import card
from .counts_poster import CountsPoster, counts_poster
from .delivery_sheet import DeliverySheet, PrintedDelivery, delivery_sheet
from .key_sheet import KeySheet, key_sheet
from .letters import Code, Letter, LetterWords, OtherLanguage, letter_files, letters
from .paper import Paper, bare
from .paper_ballot import CheckIn, PaperBallot, PaperProposal, check_in_slip, paper_ballot
from .poster import poster
from .report import report
from .result import PrintedBar, PrintedDecision, PrintedProposal, PrintedResult, PrintedVote

__all__ = [
    "CallPoster",
    "CheckIn",
    "Code",
    "CountsPoster",
    "DeliverySheet",
    "KeySheet",
    "Letter",
    "LetterWords",
    "OtherLanguage",
    "Paper",
    "PaperBallot",
    "PaperProposal",
    "PrintedBar",
    "PrintedDecision",
    "PrintedDelivery",
    "PrintedProposal",
    "PrintedResult",
    "PrintedVote",
    "bare",
    "call_poster",
    "card",
    "check_in_slip",
    "counts_poster",
    "delivery_sheet",
    "key_sheet",
    "letter_files",
    "letters",
    "paper_ballot",
    "poster",
    "report",
]
