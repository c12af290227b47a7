"""What became of what people said, as it hangs on the wall: nothing that is not on public pages."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Case, Count, IntegerField, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medskab.places.models import Area
from medskab.threads.queries import thread_of

from . import queries
from .calculations import protected
from .models import Input, InputState, Need, NeedState
from .printing import NOT_SHOWN, Became, Told

DAYS_BACK = 92
MOST_NEEDS = 24
_MOST_CAME = 2
_STEPS = (NeedState.OPEN, NeedState.TAKEN_UP, NeedState.DONE)


def became(area: Area, now: datetime) -> Became:
    """The last three months in numbers, and the board: what is done first."""
    since = now - timedelta(days=DAYS_BACK)
    return Became(
        numbers=_numbers(area, since),
        needs=[_told(need) for need in queries.with_voices(_furthest(area))],
        since=_day(since),
        day=_day(now),
        address=settings.SITE_ADDRESS + reverse("needs", args=[area.slug]),
        made_on=timezone.localdate(now),
    )


def _numbers(area: Area, since: datetime) -> list[tuple[str, str]]:
    """Each how many, and what became of them; what is looked at with care is in no figure."""
    states = {
        InputState.ANSWERED: _("were answered"),
        InputState.JOINED: _("became part of a need"),
        InputState.DECLINED: _("got a no, with a reason"),
        InputState.NEW: _("wait for an answer"),
    }
    counts = {state: Count("pk", filter=Q(state=state)) for state in states}
    said = Input.objects.for_area(area).filter(said_at__gt=since)
    found = said.aggregate(**{state.value: count for state, count in counts.items()})
    shown, _sum = protected([tuple(found[state.value] for state in states)])[0]
    numbers = (NOT_SHOWN if one is None else number_format(one, force_grouping=True) for one in shown)
    return list(zip(numbers, states.values(), strict=True))


def _furthest(area: Area) -> list[Need]:
    steps = [When(state=state, then=Value(step)) for step, state in enumerate(_STEPS)]
    far = Case(*steps, default=Value(0), output_field=IntegerField())
    return list(queries.on_board(area).order_by(far.desc(), "-id")[:MOST_NEEDS])


def _told(need: Need) -> Told:
    number = need.voices
    voices = ngettext("%(number)s voice", "%(number)s voices", number or 0) % {"number": number}
    return Told(
        title=need.title,
        kind=str(need.get_kind_display()),
        voices=voices if number else "",
        state=str(need.get_state_display()),
        step=_STEPS.index(NeedState(need.state)),
        came=_came(need),
    )


def _came(need: Need) -> list[str]:
    """What followed, as anybody may see it, with the month where it is known; no finer time is public."""
    dated = [month for month in thread_of(need, None) if month.begins_on]
    months = {knot.url: month.begins_on for month in dated for knot in month.knots}
    found = []
    for knot in queries.came_of(need, None)[:_MOST_CAME]:
        month = months.get(knot.url)
        when = f" · {date_format(month, 'F Y')}" if month else ""
        found.append(f"{knot.kind_name}: {knot.name}{when}")
    return found


def _day(moment: datetime) -> str:
    return date_format(timezone.localdate(moment), "DATE_FORMAT")
