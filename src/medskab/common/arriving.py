"""By which door somebody came in: a code on a wall, a screen in the community house, a meeting."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import models
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

_SALT = "common.arriving"
_SECONDS = 12 * 60 * 60


class Channel(models.TextChoices):
    """How something came in. All count the same."""

    WEB = "web", _("Web")
    QR = "qr", _("QR code")
    DOORSTEP = "doorstep", _("At the door")
    KIOSK = "kiosk", _("Screen in the neighbourhood")
    PAPER = "paper", _("Paper")
    SMS = "sms", _("Text message")
    PHONE = "phone", _("Telephone")
    MEETING = "meeting", _("Meeting")


@dataclass(frozen=True)
class Arrival:
    """The door, and the place that it stands at (the number of a `places.Place`; none for the web)."""

    channel: str = Channel.WEB
    place: int | None = None


def arrival(request: Any) -> Arrival:
    """By which door this browser came into the area asked for; the web where nothing else is known."""
    try:
        area, channel, place = signing.loads(
            request.COOKIES.get(_cookie_name(), ""), salt=_SALT, max_age=_SECONDS
        )
        is_here = area == request.area.pk and channel in Channel.values
    except (signing.BadSignature, ValueError, TypeError):
        return Arrival()
    return Arrival(channel, place) if is_here else Arrival()


def came_by(response: HttpResponse, area: Any, how: Arrival) -> HttpResponse:
    """Let the browser remember for half a day by which door it came."""
    value = signing.dumps([area.pk, how.channel, how.place], salt=_SALT)
    return _set(response, value, _SECONDS)


def forget_arrival(response: HttpResponse) -> HttpResponse:
    """The browser is anybody's again."""
    return _set(response, "", 0)


def _set(response: HttpResponse, value: str, seconds: int) -> HttpResponse:
    response.set_cookie(
        _cookie_name(),
        value,
        max_age=seconds,
        secure=settings.IS_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _cookie_name() -> str:
    return "__Host-arrival" if settings.IS_SECURE else "arrival"
