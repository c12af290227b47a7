"""The only place that calls the methods: files and numbers in, plain values to store out."""

from .counting import CannotCount, Counted, Order, counted, what_if_answer
from .household import HomesOutcome, homes_outcome
from .reading import BadFile, Reading, read_file, unpacked

__all__ = [
    "BadFile",
    "CannotCount",
    "Counted",
    "HomesOutcome",
    "Order",
    "Reading",
    "counted",
    "homes_outcome",
    "read_file",
    "unpacked",
    "what_if_answer",
]
