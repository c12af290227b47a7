"""A browser that is a screen in the neighbourhood: used by one person after another."""

import hmac
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpResponse
from django.utils.functional import Promise

from medskab.common import codes

_SALT = "common.kiosk"
_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Kiosk:
    """Where the screen stands, and what is kept of the code that ends it."""

    slug: str
    place: int
    lock: str

    def opens_with(self, code: str) -> bool:
        """Whether it is the code that was chosen when the screen was set up."""
        return hmac.compare_digest(self.lock, _kept(code, self.slug))


@dataclass(frozen=True)
class Tile:
    """Something that can be done there; rooms above name theirs as `kiosk_tiles` of their AppConfig."""

    url: str
    picture: str
    title: str | Promise
    text: str | Promise = ""


def kiosk(request: Any) -> Kiosk | None:
    """The screen that this browser is; None for everybody's own."""
    try:
        slug, place, lock = signing.loads(request.COOKIES.get(_cookie_name(), ""), salt=_SALT, max_age=_YEAR)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Kiosk(slug, place, lock)


def is_kiosk(request: Any) -> bool:
    """Whether this browser is used by one person after another."""
    return kiosk(request) is not None


def become_kiosk(response: HttpResponse, area: Any, place: Any, code: str) -> HttpResponse:
    """Make the browser a screen of this place until somebody types the code."""
    return _set(response, signing.dumps([area.slug, place.pk, _kept(code, area.slug)], salt=_SALT), _YEAR)


def end_kiosk(response: HttpResponse) -> HttpResponse:
    """The browser is somebody's own again."""
    return _set(response, "", 0)


def forget_person(request: Any, response: HttpResponse) -> HttpResponse:
    """Leave nothing of whoever stood here: no voice, receipt, vote or language, no page to go back to."""
    for name in request.COOKIES:
        if name != _cookie_name():
            response.delete_cookie(name, samesite="Lax")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _kept(code: str, slug: str) -> str:
    return codes.kept(code, f"kiosk:{slug}")


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
    return "__Host-kiosk" if settings.IS_SECURE else "kiosk"
