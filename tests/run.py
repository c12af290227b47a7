"""Runs checks and tests in order, with all that they need: `python -m tests.run check|test|test-all|trust`.

Every step is carried out, whatever came before it, and the end says in one place how each went.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests import machine, postgresql

HERE = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CORES = str(min(4, max(2, os.cpu_count() or 2)))
LONGEST = 3600
A_NIGHTS_KILLS = "100"
ROOM = 4 * 1024**3
STYLES = """
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent
npm run --silent check
"""
BROWSER_WALKS, HOUSE = "tests/journeys", "tests/house"


@dataclass(frozen=True)
class Step:
    """One command, and what it is called in the summary. Where `skipped` says why, it is not run."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    skipped: str = ""


@dataclass(frozen=True)
class Result:
    """How a step went."""

    step: Step
    code: int
    seconds: float

    @property
    def line(self) -> str:
        """One line of the summary."""
        word = "skipped" if self.step.skipped else ("failed" if self.code else "passed")
        because = f": {self.step.skipped}" if self.step.skipped else ""
        return f"  {word:<8} {self.seconds:6.1f} s  {self.step.name}{because}"


def checks() -> list[Step]:
    """Linters in check mode, types, and the rules of the house."""
    skipped = machine.why_no_node()
    if skipped and os.environ.get("CI"):
        raise machine.Missing(f"The stylesheets must be checked in CI, but {skipped}.")
    return [
        # From a cache of an earlier run the Django plugin reports faults that are none.
        Step("types (mypy)", [str(BIN / "mypy"), "--cache-dir=/dev/null"]),
        Step("python (ruff)", [str(BIN / "ruff"), "check", "."]),
        Step("python format (ruff)", [str(BIN / "ruff"), "format", "--check", "."]),
        Step("templates (djlint)", [str(BIN / "djlint"), "--lint", "--quiet", "src/medskab"]),
        Step(
            "styles (stylelint)", ["bash", "-c", "npm ci --silent && npm run --silent check"], skipped=skipped
        ),
        Step("migrations are complete", _django("makemigrations", "--check", "--dry-run")),
        Step("the house", _pytest(HOUSE)),
    ]


def suite(*options: str) -> list[Step]:
    """All tests but the house and the browser, on the embedded database."""
    apart = [f"--ignore={HOUSE}", f"--ignore={BROWSER_WALKS}"]
    return [
        Step("suite on SQLite", _pytest("src", "tests", *apart, "-n", CORES, "--dist=worksteal", *options))
    ]


def suite_on_postgresql(address: str, *options: str) -> list[Step]:
    """The tests that touch a database, once more on PostgreSQL; words are the same on both."""
    environment = {"MEDSKAB_DATABASE_URL": address}
    elsewhere = (BROWSER_WALKS, HOUSE, "tests/language", "src/medskab/methods")
    paths = ["src", "tests", *(f"--ignore={one}" for one in elsewhere)]
    command = _pytest("-p", "tests.only_database", *paths, "-n", CORES, "--dist=worksteal", *options)
    return [Step("suite on PostgreSQL", command, environment)]


def walks(*options: str) -> list[Step]:
    """The journeys in a real browser."""
    together = ("-n", "2", "--dist=loadfile")  # each builds and serves a demo of its own
    return [Step("journeys in the browser", _pytest(BROWSER_WALKS, *together, *options))]


def _pytest(*words: str) -> list[str]:
    return [sys.executable, "-m", "pytest", "-q", "--durations=5", "--durations-min=2", *words]


def _django(*words: str) -> list[str]:
    return [sys.executable, "-m", "django", *words]


def run(step: Step, *, quietly: bool) -> Result:
    """Carry out one step; quietly means that its output is shown in one piece, and only where it failed."""
    if step.skipped:
        return Result(step, 0, 0.0)
    if not quietly:
        print(f"\n== {step.name}", flush=True)
    began = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=HERE,
        env=os.environ | step.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quietly else None,
        stderr=subprocess.STDOUT if quietly else None,
        check=False,
        timeout=LONGEST,
    )
    result = Result(step, done.returncode, time.monotonic() - began)
    if quietly and result.code:
        print(f"\n== {step.name}\n{done.stdout.decode(errors='replace')}", flush=True)
    return result


def run_checks() -> list[Result]:
    """All checks, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda step: run(step, quietly=True), checks()))


def run_tests(which: str) -> Iterator[Result]:
    """The tests of one tier."""
    if which == "trust":
        long = {"MEDSKAB_TRUST_KILLS": os.environ.get("MEDSKAB_TRUST_KILLS", A_NIGHTS_KILLS)}
        steps = [Step("trust", _pytest("tests/trust"), long)]
        options: list[str] = []
    else:
        options = [] if which == "test-all" else ["-m", "not slow"]
        steps = suite(*options) + walks(*options)
    for step in steps:
        yield run(step, quietly=False)
    with postgresql.server() as address:
        again = suite_on_postgresql(address, *options)
        if which == "trust":
            long = {**long, "MEDSKAB_DATABASE_URL": address}
            again = [Step("trust on PostgreSQL", _pytest("tests/trust"), long)]
        for step in again:
            yield run(step, quietly=False)


@contextmanager
def scratch_home() -> Iterator[None]:
    """Secrets, mails and files of the run go to a folder of their own."""
    with tempfile.TemporaryDirectory(prefix="medskab-tests-", dir=_in_memory()) as folder:
        os.chmod(folder, 0o711)  # noqa: S103 (PostgreSQL's own user passes through to its cluster)
        os.environ |= {"MEDSKAB_HOME": folder, "DJANGO_SETTINGS_MODULE": "medskab.site.settings"}
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        yield


def _in_memory() -> str | None:
    """Where there is room, nothing waits for a disk: tests kill processes, but never the machine."""
    memory = Path("/dev/shm")  # noqa: S108 (the folder made in it has a name of its own)
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > ROOM else None


def main(which: str) -> int:
    """Run one tier and sum it up."""
    began = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped
    results: list[Result] = []
    try:
        with scratch_home():
            if which != "check":
                machine.prepare()
            if which != "trust":
                results += run_checks()
            if which != "check":
                results += run_tests(which)
    except machine.Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    return sum_up(results, time.monotonic() - began)


def sum_up(results: list[Result], seconds: float) -> int:
    """Say how each step went; the exit code."""
    failed = [result for result in results if result.code]
    print("\n" + "\n".join(result.line for result in results))
    whole = f"in {seconds // 60:.0f} min {seconds % 60:.0f} s"
    print(
        f"\n{len(failed)} of {len(results)} steps failed {whole}." if failed else f"\nAll is well, {whole}."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["check"], ["test"], ["test-all"], ["trust"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
