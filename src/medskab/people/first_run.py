"""The link with which a new site is set up: printed on the console, kept as a hash in the home folder."""

import hmac
import json
import os
import secrets
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from medskab.places.models import Area


def first_run_link() -> str | None:
    """A new link, which ends every older one; None where the site is set up already."""
    if Area.objects.exists():
        _file().unlink(missing_ok=True)
        return None
    token = secrets.token_urlsafe(24)
    _keep(sha256(token.encode()).hexdigest())
    return f"{settings.SITE_ADDRESS}{reverse('first-run-link', args=[token])}"


def is_valid(token: str) -> bool:
    """Whether this is the token of the newest link, and nobody has set the site up yet."""
    try:
        kept = json.loads(_file().read_text())["token"]
    except (OSError, ValueError, KeyError):
        return False
    return hmac.compare_digest(kept, sha256(token.encode()).hexdigest()) and not Area.objects.exists()


def use_up() -> None:
    """The site is set up: no link opens anything any more."""
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return Path(settings.HOME) / "first-run.json"


def _keep(token_hash: str) -> None:
    fresh = _file().with_suffix(f".{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump({"token": token_hash}, file)
    fresh.replace(_file())
