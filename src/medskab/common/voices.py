"""Whose voice it is where nobody has to say who they are: one for a person, else one for a browser."""

import hmac
from hashlib import sha256
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpResponse

_SALT = "common.voices"
_SECONDS = 180 * 24 * 60 * 60
_BYTES = 16


def voice(request: Any, about: str) -> str:
    """The key of whoever asks, for this purpose only: keys for two purposes cannot be told to be of one."""
    person = getattr(request, "person", None)
    request.is_for_one = True  # the page that is made of it is theirs alone: no browser keeps it
    return voice_of_person(person, about) if person else _keyed(about, f"browser:{_browser(request)}")


def voice_of_person(person: Any, about: str) -> str:
    """The key of somebody with an account: found again when all of theirs is erased."""
    return _keyed(about, f"person:{person.pk}")


def is_new_here(request: Any) -> bool:
    """Whether this browser holds no voice yet: one that takes no cookies is another each time."""
    return getattr(request, "person", None) is None and not _held(request)


def remember(request: Any, response: HttpResponse) -> HttpResponse:
    """Let the browser keep its voice, so that coming back is not another one."""
    if getattr(request, "person", None) is None and not _held(request):
        _set(response, signing.dumps(_browser(request), salt=_SALT), _SECONDS)
    return response


def forget_voice(response: HttpResponse) -> HttpResponse:
    """Whoever uses this browser next is somebody else."""
    return _set(response, "", 0)


def _browser(request: Any) -> str:
    if held := _held(request):
        return held
    if not hasattr(request, "new_voice"):
        request.new_voice = token_hex(_BYTES)
    return request.new_voice


def _held(request: Any) -> str:
    try:
        held = signing.loads(request.COOKIES.get(_cookie_name(), ""), salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        return ""
    return held if isinstance(held, str) and len(held) == 2 * _BYTES else ""


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
    return "__Host-voice" if settings.IS_SECURE else "voice"


def _keyed(about: str, whose: str) -> str:
    return hmac.new(settings.SECRETS["codes"].encode(), f"voice:{about}:{whose}".encode(), sha256).hexdigest()
