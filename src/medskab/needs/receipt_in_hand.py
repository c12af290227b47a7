"""The receipt that a browser holds for a while: in a cookie, in no address, no log and no table."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from medskab.places.models import Area

SECONDS = 900


def cookie_name() -> str:
    """Sent over an encrypted line only, where there is one."""
    return "__Secure-receipt" if settings.IS_SECURE else "receipt"


def held(request: Any) -> str:
    """The code in the browser's hand, as it came."""
    request.is_for_one = True
    return request.COOKIES.get(cookie_name(), "")


def take(response: HttpResponse, area: Area, code: str) -> HttpResponse:
    """Put the code into the browser's hand, for the receipt's page only."""
    response.set_cookie(
        cookie_name(),
        code,
        max_age=SECONDS if code else 0,
        path=reverse("need-receipt", args=[area.slug]),
        secure=settings.IS_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
