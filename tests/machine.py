"""What the tests need of the machine beyond Python, and how it gets there on Debian."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests import postgresql


def _has(*commands: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(command) for command in commands)


# Debian package: whether what it brings is here already.
NEEDED: dict[str, Callable[[], bool]] = {
    "postgresql": lambda: postgresql.programs() is not None,
    "chromium": _has("chromium", "chromium-browser", "google-chrome"),
    "poppler-utils": _has("pdftotext"),
    "gettext": _has("xgettext"),
    "fonts-noto-core": lambda: Path("/usr/share/fonts/truetype/noto").is_dir() or not _has("apt-get")(),
}


class Missing(Exception):
    """Something has to be installed by hand first; the text says what."""


def prepare() -> None:
    """Install what is missing where that is allowed, else say exactly what to install."""
    missing = [package for package, is_here in NEEDED.items() if not is_here()]
    if not missing:
        return
    command = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Missing(f"The tests need more of this machine. On Debian or Ubuntu: sudo {command}")
    print(f"Installing {', '.join(missing)} …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in ("apt-get update -q", command):
        done = subprocess.run(
            step.split(),
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Missing(f"`{step}` failed:\n{done.stderr.strip()}")


def why_no_node() -> str:
    """Why the stylesheets cannot be checked here; empty where they can."""
    if not (shutil.which("node") and shutil.which("npm")):
        return "node and npm are not installed"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    is_new_enough = int(version.lstrip("v").split(".")[0]) >= 20
    return "" if is_new_enough else f"node {version} is older than 20"
