"""The secrets of one installation: made at first start, kept in one file that only its owner may read."""

import json
import os
import secrets
from pathlib import Path

NAMES = ("signing", "codes", "vault", "bags-1")


def load_or_make(home: Path) -> dict[str, str]:
    """The secrets by name; missing ones are made and written in one step."""
    path = home / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = [name for name in NAMES if name not in known]
    if not missing:
        return known
    return _added(path, known, missing)


def renew(home: Path, family: str) -> str:
    """Another secret of a family that counts its secrets ("bags-1"); the name of the new one.

    The older ones stay: what was sealed by them still opens. Processes take it up when they start again.
    """
    known = load_or_make(home)
    newest = max(int(name.rpartition("-")[2]) for name in known if name.startswith(f"{family}-"))
    name = f"{family}-{newest + 1}"
    _added(home / "secrets.json", known, [name])
    return name


def _added(path: Path, known: dict[str, str], names: list[str]) -> dict[str, str]:
    home = path.parent
    known |= {name: secrets.token_urlsafe(48) for name in names}
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_suffix(f".{os.getpid()}.new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(known, file)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():  # secrets are added to, never replaced
        fresh.replace(path)
        return known
    try:
        os.link(fresh, path)  # fails where another process was first: then its secrets hold
    except FileExistsError:
        known = json.loads(path.read_text())
    finally:
        fresh.unlink()
    return known
