"""What `medskab check` looks at: each check gives findings, each finding says what to do."""

from .clock import clocks
from .databases import database
from .files import backups, disk, keys, styles
from .finding import Finding, Level
from .work import mail, worker

CHECKS = (database, keys, clocks, worker, mail, backups, disk, styles)

__all__ = ["CHECKS", "Finding", "Level"]
