"""Passphrases: from a file, or typed at a terminal without being shown."""

import sys
from getpass import getpass
from pathlib import Path

from .errors import CommandError

SHORTEST = 12


def read_passphrase(path: Path) -> str:
    """The first line of a file."""
    try:
        words = path.read_text("utf-8").split("\n", 1)[0].strip()
    except (OSError, UnicodeError):
        raise CommandError(f"The passphrase cannot be read from {path}.") from None
    return _long_enough(words)


def ask() -> str:
    """Typed once, to open something."""
    if not sys.stdin.isatty():
        raise CommandError(
            "Nobody can type the passphrase here. Give it with --passphrase-file.", exit_code=2
        )
    return getpass("Passphrase: ")


def ask_twice() -> str:
    """Typed twice, to close something."""
    words = _long_enough(ask())
    if getpass("The same again: ") != words:
        raise CommandError("The two are not the same. Nothing was done.")
    return words


def _long_enough(words: str) -> str:
    if len(words) < SHORTEST:
        raise CommandError(f"The passphrase must have at least {SHORTEST} characters; four words are good.")
    return words
