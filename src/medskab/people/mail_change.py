"""The code that proves a new mail address: sent there, kept in the session, for nothing else."""

import secrets
import time
from typing import Any

from allauth.core.internal.cryptokit import compare_user_code
from allauth.core.ratelimit import consume
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest

from . import letters

_KEY = "new_mail"
_LASTS_SECONDS = 900
_MOST_TRIES = 3


def begin(request: HttpRequest, email: str) -> bool:
    """Send a code to the new address; no where that was asked for too often."""
    if not consume(request, action="request_login_code", key=email.lower()):
        return False
    code = f"{secrets.randbelow(10**4):04}-{secrets.randbelow(10**4):04}"
    request.session[_KEY] = {"email": email, "code": code, "at": time.time(), "tries": 0}
    letter = letters.written("people/new_mail", to=email, values={"code": code})
    mail = EmailMultiAlternatives(letter.subject, letter.body, to=[email])
    mail.attach_alternative(letter.html, "text/html")
    mail.send()
    return True


def awaited(request: HttpRequest) -> str:
    """The address whose code is awaited; empty where there is none, or it is too late."""
    state = _state(request)
    return state["email"] if state else ""


def fits(request: HttpRequest, typed: str) -> bool:
    """Whether this is the code; three wrong ones end it."""
    state = _state(request)
    if state is None:
        return False
    if compare_user_code(actual=typed, expected=state["code"]):
        return True
    state["tries"] += 1
    request.session.modified = True
    if state["tries"] >= _MOST_TRIES:
        end(request)
    return False


def end(request: HttpRequest) -> None:
    """Used, or given up."""
    request.session.pop(_KEY, None)


def _state(request: HttpRequest) -> dict[str, Any] | None:
    state = request.session.get(_KEY)
    if state and time.time() - state["at"] <= _LASTS_SECONDS:
        return state
    return None
