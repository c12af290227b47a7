"""A web server or a worker that kills itself (-9) at the n-th moment after it was armed.

python -m tests.trust.decision_process worker
python -m tests.trust.decision_process web 8123

A moment is a row written, or a transaction about to be kept or just kept. The number stands in a file of
the home folder, so that it holds whichever process of the server gets the request. The environment names a
twin: a protection taken out, by its name here or by its path.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from secrets import token_hex
from threading import Lock, current_thread
from types import SimpleNamespace
from typing import Any

TWIN = "TRUST_TWIN"
_WRITES = ("INSERT", "UPDATE", "DELETE")
_one_at_a_time = Lock()


def armed_file(home: Path, kind: str) -> Path:
    """Where it stands how many moments a kind of process has left."""
    return home / f"moments-of-{kind}"


def be_mortal(kind: str) -> None:
    """From now on the armed file decides when this process dies; a named twin is in force."""
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.signals import connection_created
    from django.utils.module_loading import import_string

    armed = armed_file(Path(os.environ["MEDSKAB_HOME"]), kind)
    keep = BaseDatabaseWrapper.commit

    def commit(self: BaseDatabaseWrapper) -> None:
        _moment(armed)
        keep(self)
        _moment(armed)

    def watched(*given: Any) -> Any:
        return _watched(armed, *given)

    def watch(connection: BaseDatabaseWrapper, **_unused: object) -> None:
        if watched not in connection.execute_wrappers:  # it stays when a connection is made anew
            connection.execute_wrappers.append(watched)

    BaseDatabaseWrapper.commit = commit
    connection_created.connect(watch, weak=False)
    if twin := os.environ.get(TWIN):
        (TWINS.get(twin) or import_string(twin))()


def _watched(armed: Path, execute: Callable, sql: str, *rest: Any) -> Any:
    answer = execute(sql, *rest)
    if sql.lstrip().startswith(_WRITES):
        _moment(armed)
    return answer


def _moment(armed: Path) -> None:
    if "_beat" in current_thread().name:
        return  # the heartbeat beside a job: its moments would hide those of the work itself
    with _one_at_a_time:
        if not armed.exists():
            return
        left = int(armed.read_text()) - 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        armed.write_text(str(left))


def deeds_by_halves() -> None:
    """A deed's rows are kept one by one."""
    from medskab.common import deed

    deed.transaction = SimpleNamespace(atomic=lambda durable: nullcontext())


def forms_forgotten() -> None:
    """A form that comes again is carried out again."""
    from medskab.common import deed

    run = deed._run

    def forgetful(function: Callable, args: tuple, kwargs: dict, receipt: Any = None) -> Any:
        if receipt is not None:
            receipt.key += f":{token_hex(4)}"
        return run(function, args, kwargs, receipt)

    deed._run = forgetful


def effect_beside_the_mark() -> None:
    """A job's effect is written row by row, and the job is marked done afterwards."""
    from tests.trust.twins import TWINS as OF_WORKERS

    OF_WORKERS["effect_beside_the_mark"]()


TWINS = {twin.__name__: twin for twin in (deeds_by_halves, forms_forgotten, effect_beside_the_mark)}


def main(kind: str, port: str = "") -> int:
    """The real worker or web server; the processes that the server starts load `decision_web` instead."""
    from medskab.cli import installation

    installation.load()
    if kind == "worker":
        from tests.trust.entry import main as enter

        be_mortal("worker")
        return enter(["worker"])
    import granian
    from django.urls import get_resolver

    from medskab.cli.web import serve_pages

    assert get_resolver().url_patterns  # loaded once for all that this server starts
    real = granian.Granian
    granian.Granian = lambda _target, **settings: real("tests.trust.decision_web:application", **settings)
    serve_pages("127.0.0.1", int(port), 1)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
