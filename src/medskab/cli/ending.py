"""Processes that `medskab serve` started end with it, even where it was killed and could not tell them."""

import os
import threading
from collections.abc import Callable

_LOOK_EVERY_SECONDS = 0.5


def end_with(parent: int, end: Callable[[], None]) -> None:
    """Call `end` when the process that started this one is gone.

    Its number is told by itself: it may have been killed before this one could ask.
    """
    threading.Thread(target=_watch, args=(parent, end), daemon=True).start()


def _watch(parent: int, end: Callable[[], None]) -> None:
    never = threading.Event()
    while os.getppid() == parent:
        never.wait(_LOOK_EVERY_SECONDS)
    end()
