"""What can go wrong on a round: protections taken out, and two deaths that are just bad luck."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from typing import Any


def _dies_once() -> None:
    mark = Path(os.environ["MEDSKAB_HOME"]) / "died"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def dies_before_taking() -> None:
    """Bad luck: the server dies with what was sent in its hands."""
    from medskab.rounds import actions

    take = actions.take_bags

    def dying(*, bags: dict[str, bytes], **given: Any) -> Any:
        if bags:
            _dies_once()
        return take(bags=bags, **given)

    actions.take_bags = dying


def dies_before_opening() -> None:
    """Bad luck: the bags are kept, the answer never leaves."""
    from medskab.rounds.views import phone

    opened = phone.open_waiting

    def dying(bags: Any, now: Any) -> None:
        if bags.exists():
            _dies_once()
        opened(bags, now)

    phone.open_waiting = dying


def each_sending_is_new() -> None:
    """A bag that is sent again is another bag."""
    from medskab.rounds import actions

    take = actions.take_bags
    actions.take_bags = lambda *, bags, **given: take(
        bags={f"{name}-{token_hex(4)}": sealed for name, sealed in bags.items()}, **given
    )


def the_clock_decides() -> None:
    """What a phone said last is judged by its clock."""
    from medskab.rounds import actions, records

    note = actions.doors.note_status

    def by_clock(*, given: dict[str, Any], **facts: Any) -> None:
        note(given={**given, "count": int(given["phone_at"].timestamp())}, **facts)

    records.note_status = by_clock


TWINS: dict[str, Callable[[], None]] = {
    twin.__name__: twin
    for twin in (dies_before_taking, dies_before_opening, each_sending_is_new, the_clock_decides)
}

# In the phone: (file, what stands there, what stands there instead).
FORGETS_BEFORE_IT_ARRIVED = (
    "outbox.js",
    "const body = JSON",
    "await arrived(home, bags.map((bag) => bag.id));\n      const body = JSON",
)
CLEARS_BEFORE_IT_IS_KEPT = ("visits.js", "const { key, area }", "this.form.clear();\n    const { key, area }")
COUNTS_THE_TRY_AFTERWARDS = ("pin-lock.js", "row.wrong += 1;", "")
# Bad luck: what was sent never gets anywhere.
NEVER_SENDS = ("outbox.js", "navigator.locks.request(", "(() => new Promise(() => {}))(")
