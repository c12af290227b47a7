"""A whole Medskab, started as anybody would start it, for a browser to walk through."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 90


def free_port() -> int:
    """A port on this machine that nobody uses now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@dataclass
class RunningSite:
    """One installation in its own folder, served on a port of its own."""

    home: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[str] | None = None
    inside: subprocess.Popen[str] | None = None
    said: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        ours = {
            "MEDSKAB_HOME": str(self.home),
            "MEDSKAB_ADDRESS": self.address,
            "MEDSKAB_STATIC": str(self.home / "static"),
        }
        kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        return kept | ours

    def run(self, *words: str) -> str:
        """Run a `medskab` command on this installation and return what it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "medskab.cli", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, f"medskab {' '.join(words)}: {done.stdout}\n{done.stderr}"
        return done.stdout

    def ask(self, name: str, *words: str) -> Any:
        """Have a function of `inside` done by a process that knows the site's database."""
        if self.inside is None:
            self.inside = subprocess.Popen(
                [sys.executable, "-m", "tests.journeys.inside"],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self.inside.stdin
        assert self.inside.stdout
        self.inside.stdin.write(json.dumps([name, *words]) + "\n")
        self.inside.stdin.flush()
        answer = self.inside.stdout.readline()
        assert answer, f"{name} could not be done"
        return json.loads(answer)

    def start(self) -> "RunningSite":
        """Serve; returns when the first page answers."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "medskab.cli", "serve", "--port", str(self.port)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self.wait_until(self._answers)
        return self

    def stop(self) -> None:
        """Ask it to end, as a person would with Ctrl-C."""
        if self.inside:
            self.inside.communicate()
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait(20)
        if self.process and self.process.stdout:
            self.process.stdout.close()

    def printed(self, pattern: str) -> str:
        """Wait until a line on the console matches, and return the match."""
        self.wait_until(lambda: self._match(pattern))
        return self._match(pattern) or ""

    def wait_until(self, is_so) -> None:  # type: ignore[no-untyped-def]
        """Wait for something that another process does."""
        pause, end = threading.Event(), time.monotonic() + PATIENCE
        while not is_so():
            assert self.process is None or self.process.poll() is None, "The server ended:\n" + "".join(
                self.said
            )
            assert time.monotonic() < end, "Waited in vain. The server said:\n" + "".join(self.said)
            pause.wait(0.1)

    def _match(self, pattern: str) -> str | None:
        found = re.search(pattern, "".join(self.said))
        return found.group(0) if found else None

    def _answers(self) -> bool:
        try:
            with urlopen(self.address + "/language/", timeout=2):  # noqa: S310 (our own server)
                return True
        except URLError as refusal:
            return hasattr(refusal, "code")
        except OSError:
            return False

    def _listen(self) -> None:
        assert self.process
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
