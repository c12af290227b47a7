"""What is typed about decisions."""

from .counting import CountForm, HandForm
from .household import CorrectionForm, VoteForm
from .importing import ConfirmForm, ImportForm, ReplaceForm
from .publishing import CallOffForm, WithdrawForm, WordsForm

__all__ = [
    "CallOffForm",
    "ConfirmForm",
    "CorrectionForm",
    "CountForm",
    "HandForm",
    "ImportForm",
    "ReplaceForm",
    "VoteForm",
    "WithdrawForm",
    "WordsForm",
]
