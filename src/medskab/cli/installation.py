"""Making the installation ready for a command: settings, database, tables, styles."""

import os
from hashlib import sha256
from pathlib import Path

from .errors import CommandError


def load() -> None:
    """Read the settings and load the rooms; a sentence where a setting or the home folder is wrong."""
    import django

    os.umask(0o077)  # what is written here is its owner's
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medskab.site.settings")
    try:
        django.setup()
    except ValueError as wrong:
        raise CommandError(str(wrong)) from None
    except OSError as fault:
        raise CommandError(f"The home folder cannot be used: {fault}. Set MEDSKAB_HOME to another.") from None


def require_database() -> None:
    """A sentence where the database does not answer."""
    from django.db import Error, connection

    try:
        connection.ensure_connection()
    except Error as fault:
        first = str(fault).strip().splitlines()[0] if str(fault).strip() else type(fault).__name__
        raise CommandError(f"The database does not answer: {first}.") from None


def pending_migrations() -> int:
    """How many steps the tables are behind this version."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> int:
    """Bring the tables up to this version; answers how many steps it took."""
    from django.core.management import call_command

    steps = pending_migrations()
    if steps:
        call_command("migrate", verbosity=0, interactive=False)
    return steps


def collect_static() -> bool:
    """Lay the styles and scripts ready where they have changed; answers whether they had."""
    from django.core.management import call_command

    mark = _mark_of_static()
    if not mark or _kept_mark() == mark:
        return False
    call_command("collectstatic", verbosity=0, interactive=False)
    _mark_file().write_text(mark)
    return True


def is_static_current() -> bool:
    """Whether what is served is what this version brings."""
    mark = _mark_of_static()
    return not mark or _kept_mark() == mark


def _mark_of_static() -> str:
    """A fingerprint of all files that would be collected; empty where nothing is collected (development)."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    if settings.DEBUG:
        return ""
    digest = sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            seen = os.stat(storage.path(path))
            digest.update(f"{path}:{seen.st_size}:{seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _mark_file() -> Path:
    from django.conf import settings

    return Path(settings.STATIC_ROOT) / ".collected"


def _kept_mark() -> str:
    return _mark_file().read_text() if _mark_file().exists() else ""
