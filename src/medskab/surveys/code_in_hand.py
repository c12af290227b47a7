"""The code that a browser answers with: in a cookie for half a day, and in no address after the first."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpResponse

from .models import Survey

SECONDS = 12 * 60 * 60
_SALT = "surveys.code_in_hand"


def held(request: Any, survey: Survey) -> str:
    """The code in this browser's hand; empty where it is too old, or not of this survey."""
    request.is_for_one = True
    try:
        of, code = signing.loads(request.COOKIES.get(_cookie_name(), ""), salt=_SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    return code if of == survey.pk and isinstance(code, str) else ""


def give(response: HttpResponse, survey: Survey, code: str) -> HttpResponse:
    """Let the browser hold it for this survey's pages alone; an empty code takes it away."""
    response.set_cookie(
        _cookie_name(),
        signing.dumps([survey.pk, code], salt=_SALT),
        max_age=SECONDS if code else 0,
        path=survey.get_absolute_url(),
        secure=settings.IS_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _cookie_name() -> str:
    return "__Secure-survey-code" if settings.IS_SECURE else "survey-code"
