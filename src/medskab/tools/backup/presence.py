"""Who is at work in a home folder: the site holds a shared lock, a restore needs it for itself alone.

The lock is the operating system's: it is gone with the process that held it, however that ended.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOCK = "at-work.lock"


@contextmanager
def at_work(home: Path) -> Iterator[bool]:
    """Held by the site and its workers; False while a restore is under way."""
    with _locked(home / _LOCK, fcntl.LOCK_SH) as is_held:
        yield is_held


@contextmanager
def alone(home: Path) -> Iterator[bool]:
    """Held by a restore; False while somebody is at work."""
    with _locked(home / _LOCK, fcntl.LOCK_EX) as is_held:
        yield is_held


@contextmanager
def only_one(lock: Path) -> Iterator[bool]:
    """Held by one process of many; False for the others."""
    with _locked(lock, fcntl.LOCK_EX) as is_held:
        yield is_held


@contextmanager
def _locked(lock: Path, kind: int) -> Iterator[bool]:
    lock.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)
