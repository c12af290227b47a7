"""The one sheet of this room; words reach it as values, never as markup."""

from dataclasses import asdict
from pathlib import Path

from medskab.common.typesetting import Press, Unsettable
from medskab.common.typesetting.sheets import printable_values

from .meeting import PrintedMeeting

_PRESS = Press(Path(__file__).resolve().parent / "typ")


def sheet(meeting: PrintedMeeting) -> bytes:
    """A tagged PDF. A sign that no font has would break it, so it is left out, or a box stands there."""
    try:
        return _drawn(meeting, only_ours=False)
    except Unsettable:
        return _drawn(meeting, only_ours=True)


def _drawn(meeting: PrintedMeeting, *, only_ours: bool) -> bytes:
    said = asdict(meeting) | {"day": None}
    return _PRESS.pdf("meeting.typ", printable_values(said, only_ours=only_ours), meeting.day)
