"""Where papers lie: PDF files under names that say nothing, in the folder that every backup carries."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct

MOST_BYTES = 10 * 1024 * 1024
_NAME = re.compile(r"documents/[0-9a-f]{2}/[0-9a-f]{40}\.pdf")
# Where the specification lets readers look for the end mark.
_TAIL = 1024


class NoPaper(CannotAct):
    text = _("This is no PDF file. Save the paper as PDF and send it again.")


class PaperTooBig(CannotAct):
    text = _("The paper is too big. It can be 10 MB at most.")


def keep(content: bytes) -> str:
    """Keep a paper if it is one by what stands in it; its name comes back."""
    if len(content) > MOST_BYTES:
        raise PaperTooBig
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-_TAIL:]:
        raise NoPaper
    name = secrets.token_hex(20)
    kept_as = f"documents/{name[:2]}/{name}.pdf"
    _write(path_of(kept_as), content)
    return kept_as


def path_of(kept_as: str) -> Path:
    """Where a kept paper lies; only names that were made here are names."""
    if not _NAME.fullmatch(kept_as):
        raise ValueError("This is no name of a kept paper.")
    return Path(settings.MEDIA_ROOT) / kept_as


def drop(kept_as: str) -> None:
    """Delete a paper whose row did not come about."""
    path_of(kept_as).unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
