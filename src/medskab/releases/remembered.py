"""Answers of long sums, kept for as long as the process lives and found again by what went into them."""

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """The latest answers, by a hash of everything they depend on: the figures themselves are not kept.

    Only for pure functions: whoever asks with other figures gets another answer, worked out anew.
    """

    def __init__(self, most: int = 2_000) -> None:
        self._most, self._lock = most, Lock()
        self._answers: OrderedDict[bytes, T] = OrderedDict()

    def get(self, facts: object, work_out: Callable[[], T]) -> T:
        """The answer for these facts, whose `repr` tells all of them; worked out where not known."""
        key = sha256(repr(facts).encode()).digest()
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = work_out()
        with self._lock:
            self._answers[key] = answer
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return answer
