"""How far a meeting is, and what its makers do next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from .models import Gathering, State


@dataclass(frozen=True)
class NextStep:
    """One thing to do, and where."""

    text: str
    label: str
    href: str


def next_step(gathering: Gathering) -> NextStep | None:
    """What comes next; None where nothing does."""
    found = _steps().get(_point(gathering))
    if found is None:
        return None
    text, label, name = found
    return NextStep(text, label, reverse(name, args=[gathering.area.slug, gathering.slug]))


def way(gathering: Gathering) -> list[dict[str, str]]:
    """All steps of such a meeting, for the drawing of the way."""
    titles = {
        "draft": _("Prepare"),
        "called": _("Called"),
        "sent": _("Agenda sent"),
        "under-way": _("Held"),
        "held": _("Minutes"),
        "written": _("Signed"),
        "signed": _("Published"),
    }
    if gathering.state == State.CANCELLED:
        return []
    names = list(titles) if gathering.is_lawful else [name for name in titles if name != "written"]
    if not gathering.has_agenda:
        names = ["draft", "called"]
    here = _point(gathering)
    place = names.index(here) if here in names else len(names)
    return [
        {"title": titles[name], "state": "done" if at < place else "now" if at == place else "next"}
        for at, name in enumerate(names)
    ]


def days_of_notice(gathering: Gathering) -> list[tuple[str, str]]:
    """The last days that the law leaves, with where they come from."""
    rule, day = gathering.rule, gathering.held_on
    last = (
        (_("Call it by"), rule.last_call_day(day)),
        (_("Motions until"), rule.last_motion_day(day)),
        (_("Agenda and budget sent by"), rule.last_material_day(day)),
    )
    rows = [(name, formats.date_format(one, "DATE_FORMAT")) for name, one in last if one]
    return [*rows, (_("Basis"), str(rule.basis))]


def _point(gathering: Gathering) -> str:
    if gathering.state == State.CALLED and gathering.has_agenda:
        return "sent" if gathering.material_sent_at else "called"
    if gathering.state == State.WRITTEN and not gathering.is_lawful:
        return "signed"
    return gathering.state if gathering.has_agenda or gathering.state == State.DRAFT else ""


def _steps() -> dict[str, tuple[str, str, str]]:
    return {
        "draft": (
            _("Put the points on the agenda, then call the meeting."),
            _("Call the meeting"),
            "gathering-call",
        ),
        "called": (
            _("Answer the motions, then send the agenda out."),
            _("Send the agenda"),
            "gathering-send",
        ),
        "sent": (_("On the day, open the doors."), _("Open the doors"), "gathering-open"),
        "under-way": (_("The meeting is under way."), _("Run the meeting"), "gathering-run"),
        "held": (_("Write the minutes of each point."), _("Write the minutes"), "gathering-minutes"),
        "written": (_("The chair and one more sign."), _("Sign the minutes"), "gathering-sign"),
        "signed": (_("Let everybody read the minutes."), _("Publish the minutes"), "gathering-publish"),
    }
