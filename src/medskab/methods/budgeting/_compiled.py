"""Turn a function into machine code."""

from collections.abc import Callable
from typing import Any

from numba import njit


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile once and keep the result on disk: beside the code, or else in the user's cache directory."""
    try:
        return njit(cache=True, nogil=True)(function)
    except RuntimeError:  # nowhere to keep it: compile for this process only
        return njit(nogil=True)(function)


def inlined(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile only as a part of the functions that call it."""
    return njit(inline="always")(function)
