"""What the harness starts: the command `medskab` itself, with a protection taken out where a twin is named.

python -m tests.trust.entry [--twin=NAME+NAME] worker
python -m tests.trust.entry call tests.trust.tasks.start_jobs 5
"""

import sys
from datetime import timedelta


def main(words: list[str]) -> int:
    """Set the installation up, take out what the twin names, and run."""
    from medskab.cli import installation
    from medskab.cli import main as medskab

    chosen = words[:1] if words[0].startswith("--twin=") else []
    twin = words.pop(0).removeprefix("--twin=") if words[0].startswith("--twin=") else ""
    installation.load()
    _be_quick(chosen)
    for name in filter(None, twin.split("+")):
        from tests.trust.twins import TWINS

        TWINS[name]()
    if words[0] != "call":
        return medskab(words)
    from django.utils.module_loading import import_string

    answer = import_string(words[1])(*words[2:])
    if answer is not None:
        print(answer)
    return 0


def _be_quick(chosen: list[str]) -> None:
    """A dead worker is noticed after a second instead of a minute, also in what a server starts."""
    from medskab.cli import together
    from medskab.tools.jobs import actions, worker

    together.COMMAND = (sys.executable, "-m", "tests.trust.entry", *chosen)
    actions.LEASE = timedelta(seconds=1)
    worker.BEAT_EVERY_SECONDS = 0.2
    worker.LOOK_EVERY_SECONDS = 0.05


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
