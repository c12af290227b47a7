"""`medskab check`: look at the installation itself, and say what to do."""

import argparse
import json

from . import installation

HELP = "Check the installation: database, keys, clock, worker, mail, backups, disk, styles."
_SIGNS = {"good": "ok   ", "advice": "note ", "wrong": "WRONG"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to write it (default: %(default)s)"
    )


def run(args: argparse.Namespace) -> int:
    """Exit code 0 where nothing is wrong, else 1."""
    installation.load()
    installation.require_database()
    from .checks import CHECKS, Level

    findings = [finding for check in CHECKS for finding in check()]
    is_fine = all(finding.level != Level.WRONG for finding in findings)
    if args.format == "json":
        entries = [vars(finding) for finding in findings]
        print(json.dumps({"is_fine": is_fine, "findings": entries}, indent=1))
    else:
        for finding in findings:
            print(f"{_SIGNS[finding.level]}  {finding.about}: {finding.sentence}")
    return 0 if is_fine else 1
