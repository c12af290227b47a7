"""PostgreSQL: by its own tools, which must be installed beside Medskab."""

import os
import subprocess
from pathlib import Path

from django.db import connection

from .databases import CannotCopy

# Everything of ours, in the transaction that also brings in the copy: it is there whole, or nothing changed.
_EMPTY = """
DO $$ DECLARE thing record; BEGIN
  FOR thing IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE 'DROP TABLE public.' || quote_ident(thing.tablename) || ' CASCADE';
  END LOOP;
  FOR thing IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE 'DROP FUNCTION ' || thing.name || ' CASCADE';
  END LOOP;
END $$;
"""


class PostgreSQL:
    """The database server."""

    file_name = "database.pgdump"

    def take_out(self, target: Path) -> None:
        """A dump of one moment; the rows of sessions stay behind."""
        target.touch(0o600)
        leave = "--exclude-table-data=public.django_session"
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", leave, f"--file={target}")

    def verify(self, copy: Path) -> None:
        """Let PostgreSQL read the whole dump."""
        _run("pg_restore", f"--file={os.devnull}", str(copy))

    def put_in(self, copy: Path, kept: Path) -> None:
        """Drop and load in one transaction."""
        self.take_out(kept / self.file_name)
        script = kept / "restore.sql"
        script.touch(0o600)
        script.write_text(_EMPTY)
        _run("pg_restore", "--no-owner", "--no-privileges", f"--file={kept / 'load.sql'}", str(copy))
        connection.close()
        try:
            once = ("--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--no-psqlrc")
            _run("psql", *once, f"--file={script}", f"--file={kept / 'load.sql'}")
        finally:
            script.unlink()
            (kept / "load.sql").unlink()


def _run(program: str, *arguments: str) -> None:
    try:
        done = subprocess.run(
            [program, *arguments], env=_environment(), capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise CannotCopy(
            f"{program} is needed and not installed. It comes with PostgreSQL's client package."
        ) from None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise CannotCopy(f"{program} did not succeed: {last}")


def _environment() -> dict[str, str]:
    entry = connection.settings_dict
    given = {
        "PGDATABASE": entry["NAME"],
        "PGUSER": entry["USER"],
        "PGPASSWORD": entry["PASSWORD"],
        "PGHOST": entry["HOST"],
        "PGPORT": str(entry["PORT"]),
    }
    return os.environ | {name: value for name, value in given.items() if value}
