"""Keys, backups, room on the disk, and the styles."""

import json
import shutil
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from .finding import Finding, good, wrong

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LEAST_FREE = 1_000_000_000
_OLDEST_BACKUP = timedelta(hours=36)


def keys() -> Iterator[Finding]:
    """Nobody but the owner reads the secrets and the data."""
    from django.conf import settings
    from django.db import connection

    home = Path(settings.HOME)
    paths = [home / "secrets.json"]
    if connection.vendor == "sqlite":
        paths.append(Path(connection.settings_dict["NAME"]))
    open_to_others = [path for path in paths if path.exists() and path.stat().st_mode & _OTHERS]
    is_home_open = bool(home.stat().st_mode & _OTHERS)
    if open_to_others and is_home_open:
        for path in open_to_others:
            yield wrong("keys", f"Others on this machine can read {path}: run `chmod 600 {path}`.")
    elif paths[0].exists() and paths[0].stat().st_mode & _OTHERS:
        yield wrong("keys", f"The secrets are open to others: run `chmod 600 {paths[0]}`.")
    else:
        yield good("keys", "Secrets and data can be read by their owner only.")


def backups() -> Iterator[Finding]:
    """How old the newest backup is."""
    from django.conf import settings

    from medskab.common.clock import now
    from medskab.tools.backup.making import NOTE

    note = Path(settings.HOME) / NOTE
    if not note.exists():
        yield wrong("backup", "There is no backup yet: run `medskab backup`, best every night.")
        return
    written = json.loads(note.read_text())
    age = now() - datetime.fromisoformat(written["made_at"])
    hours = int(age.total_seconds() // 3600)
    if not Path(written["path"]).exists():
        yield wrong("backup", f"The newest backup, {written['path']}, is gone: run `medskab backup`.")
    elif age > _OLDEST_BACKUP:
        yield wrong(
            "backup", f"The newest backup is {hours} hours old: run `medskab backup`, best every night."
        )
    else:
        yield good("backup", f"The newest backup is {hours} hours old.")


def disk() -> Iterator[Finding]:
    """Whether there is room to write."""
    from django.conf import settings

    free = shutil.disk_usage(settings.HOME).free
    sentence = f"There are {free / 1_000_000_000:.1f} GB free in {settings.HOME}"
    if free < _LEAST_FREE:
        yield wrong("disk", f"{sentence}: make room, or move MEDSKAB_HOME to a larger disk.")
    else:
        yield good("disk", f"{sentence}.")


def styles() -> Iterator[Finding]:
    """Whether styles and scripts are those of this version."""
    from medskab.cli.installation import is_static_current

    if is_static_current():
        yield good("styles", "Styles and scripts are those of this version.")
    else:
        yield wrong("styles", "Styles and scripts are of another version: restart `medskab serve`.")
