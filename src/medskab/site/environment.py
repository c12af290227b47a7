"""Settings read from the environment: typed, with safe defaults, and a clear sentence when one is wrong."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOST = re.compile(r"[a-z0-9.-]+(?::\d+)?", re.IGNORECASE)


class BadSetting(ValueError):
    """An environment variable cannot be used as given; the text says which and why."""


def text(name: str, default: str = "") -> str:
    """The variable as given, or the default."""
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool) -> bool:
    """Yes or no."""
    given = text(name).lower()
    if not given:
        return default
    if given in {"1", "true", "yes", "on"}:
        return True
    if given in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{name} must be yes or no, not '{given}'.")


def number(name: str, default: int, *, least: int, most: int) -> int:
    """A whole number within bounds."""
    given = text(name)
    if not given:
        return default
    if not given.lstrip("-").isdigit() or not least <= int(given) <= most:
        raise BadSetting(f"{name} must be a whole number from {least} to {most}, not '{given}'.")
    return int(given)


def names(name: str, default: tuple[str, ...]) -> list[str]:
    """Names with commas between."""
    given = [part.strip() for part in text(name).split(",") if part.strip()]
    return given or list(default)


def tiles(name: str) -> str:
    """The address of map pictures on one known host, with places for zoom, column and row."""
    given = text(name)
    parts = urlsplit(given)
    is_whole = all(place in parts.path + parts.query for place in ("{z}", "{x}", "{y}"))
    if given and (parts.scheme != "https" or not HOST.fullmatch(parts.netloc) or not is_whole):
        raise BadSetting(f"{name} must look like https://tiles.example.org/{{z}}/{{x}}/{{y}}.png.")
    return given


def folder(name: str, default: Path) -> Path:
    """A folder, absolute."""
    return Path(text(name) or default).expanduser().resolve()


def database(name: str, home: Path) -> dict[str, object]:
    """The Django database entry for an address like sqlite:///path or postgresql://user@host:5432/name."""
    given = text(name)
    if not given:
        return _sqlite(home / "medskab.sqlite3")
    parts = urlsplit(given)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme in {"postgresql", "postgres"}:
        return _postgresql(name, parts)
    raise BadSetting(f"{name} must begin with sqlite:// or postgresql://.")


def _sqlite(path: Path) -> dict[str, object]:
    # FULL loses nothing that was acknowledged in a power cut, NORMAL does; IMMEDIATE takes the write lock
    # at BEGIN, so that a transaction that reads and then writes waits instead of failing. The journal is
    # carried over by `medskab serve` alone (cli/journal.py): two doing so at once is a rare way to lose it.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; "
                "PRAGMA wal_autocheckpoint=0;"
            ),
        },
    }


def _postgresql(name: str, parts) -> dict[str, object]:
    if not parts.path.strip("/"):
        raise BadSetting(f"{name} must end with the name of the database.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
    }


def mail(name: str) -> dict[str, object]:
    """Django's mail settings for smtp://user:password@host:587 (STARTTLS) or smtps://…; else a folder."""
    given = text(name)
    if not given:
        return {"EMAIL_BACKEND": "medskab.tools.post.transports.FolderMail"}
    parts = urlsplit(given)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise BadSetting(
            f"{name} must look like smtp://user:password@host:587 or smtps://user:password@host."
        )
    is_wrapped = parts.scheme == "smtps"
    is_here = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if is_wrapped else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_wrapped,
        "EMAIL_USE_TLS": not is_wrapped and not is_here,
        "EMAIL_TIMEOUT": 10,
    }
