"""What every page's frame shows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from medskab.common.kiosk import kiosk
from medskab.places.models import Area

_WAYS = (
    ("vote-code", "key", _("Vote with your code")),
    ("needs", "say", _("What we have and what we need")),
    ("conversations", "person", _("What we think")),
    ("surveys", "eye", _("Surveys")),
    ("initiatives", "start", _("What we start")),
    ("decisions", "decide", _("What we decided")),
    ("gatherings", "calendar", _("Meetings and events")),
    ("notices", "info", _("Notices")),
    ("contacts", "phone", _("Who to call")),
    ("documents", "download", _("House rules and papers")),
    ("mandates", "good", _("We decide over …")),
    ("money", "clock", _("Our money")),
)


@dataclass(frozen=True)
class Way:
    """A part of an area that everybody may enter."""

    url: str
    picture: str
    text: str | Promise


def frame(request: HttpRequest) -> dict[str, object]:
    """The area and the person, for the header and footer, and the ways through the area."""
    area: Area | None = getattr(request, "area", None)
    ways: Callable[[], list[Way]] = partial(_ways, area) if area is not None else list
    screen = kiosk(request)
    shown = {"kiosk": screen, "is_kiosk": screen is not None}
    return {"area": area, "person": getattr(request, "person", None), "ways": ways, **shown}


def _ways(area: Area) -> list[Way]:
    return [Way(reverse(name, args=[area.slug]), picture, text) for name, picture, text in _WAYS]
