"""The real cases: public files that tests and benchmarks read where they are, and never copy.

`MEDSKAB_CASES` names their folder; without it, a folder `shared/data` beside the project is used. Where they
are absent, a test that needs them is skipped, visibly; with `MEDSKAB_CASES_REQUIRED=1` it fails.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"


def cases_folder(part: str) -> Path:
    """The folder of one family of cases (`pb`, `opinions`, `series`); skips or fails where it is absent."""
    folder = Path(os.environ.get("MEDSKAB_CASES") or _BESIDE) / part
    if not folder.is_dir():
        absent = f"The real cases are not here: set MEDSKAB_CASES to the folder that holds “{part}”."
        if os.environ.get("MEDSKAB_CASES_REQUIRED") == "1":
            pytest.fail(absent)
        pytest.skip(absent)
    return folder


def pb_files() -> list[Path]:
    """All real participatory-budget elections."""
    return sorted(cases_folder("pb").glob("*.pb"))


def pb_file(name: str) -> Path:
    """One real election by its file name."""
    return cases_folder("pb") / name


def pb_expected() -> list[dict[str, Any]]:
    """What is known about each election: voters, projects, budget, and the winners per rule."""
    expected: list[dict[str, Any]] = json.loads((cases_folder("pb") / "expected.json").read_text("utf-8"))
    return expected
