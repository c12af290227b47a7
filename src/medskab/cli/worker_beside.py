"""The worker process beside the site: started with it, started again when it dies, ended with it."""

import subprocess
import sys
import threading
from time import monotonic

_LONGEST_PAUSE_SECONDS = 30.0
_GRACE_SECONDS = 15.0


class WorkerBeside:
    """`with WorkerBeside(is_wanted=True): …` keeps one worker going for as long as the block lasts."""

    def __init__(self, *, is_wanted: bool) -> None:
        self._is_over = threading.Event()
        self._keeping = threading.Thread(target=self._keep, daemon=True) if is_wanted else None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "WorkerBeside":
        if self._keeping:
            self._keeping.start()
        return self

    def __exit__(self, *_unused: object) -> None:
        self._is_over.set()
        if self._keeping:
            self._keeping.join()

    def _keep(self) -> None:
        pause = 1.0
        while not self._is_over.is_set():
            began = monotonic()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "medskab.cli", "worker", "--until-parent-ends"],
                start_new_session=True,  # Ctrl-C reaches the server alone, which ends the worker
            )
            while self._process.poll() is None and not self._is_over.is_set():
                self._is_over.wait(0.5)
            # A worker that dies at once, again and again, is started less and less often.
            pause = 1.0 if monotonic() - began > 60 else min(2 * pause, _LONGEST_PAUSE_SECONDS)
            if not self._is_over.is_set():
                print("The worker has ended by itself; a new one is started.", file=sys.stderr, flush=True)
                self._is_over.wait(pause)
        self._end()

    def _end(self) -> None:
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
