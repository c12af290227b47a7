"""What is noted when somebody signs in: on which device, and whether with a second factor."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from medskab.common.clock import now

from .models import Account

_SECOND_FACTOR = "second_factor_of"
_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES)
_BROWSERS = (
    ("Firefox", "Firefox"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad")),
    *(("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")),
)


def used_second_factor(request: HttpRequest) -> bool:
    """Whether this browser has shown a second factor (or a passkey, which is two in one)."""
    return request.user.is_authenticated and request.session.get(_SECOND_FACTOR) == request.user.pk


def note_second_factor(request: HttpRequest, account: Account) -> None:
    """From now on this browser counts as having shown it, for this account only."""
    request.session[_SECOND_FACTOR] = account.pk


def forget_second_factor(request: HttpRequest) -> None:
    """The account has none any more."""
    request.session.pop(_SECOND_FACTOR, None)


def has_second_factor(account: Account) -> bool:
    """Whether one is set up. Recovery codes alone are none."""
    factors = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return Authenticator.objects.filter(user=account, type__in=factors).exists()


def device_of(user_agent: str) -> str:
    """ "Firefox, Android": enough to know one's own phone again, not enough to follow anybody."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    return ", ".join(part for part in (browser, system) if part)


def connect() -> None:
    """Called once, when the room starts."""
    from allauth.mfa import signals  # noqa: PLC0415  needs the models

    user_logged_in.connect(_signed_in)
    signals.authenticator_used.connect(_shown)
    signals.authenticator_added.connect(_added)
    signals.authenticator_removed.connect(_removed)


def _signed_in(sender: object, request: HttpRequest, **_: Any) -> None:
    moment = now()
    request.session["begun_at"] = moment.isoformat()
    request.session["seen_on"] = moment.date().isoformat()
    request.session["device"] = device_of(request.META.get("HTTP_USER_AGENT", ""))


def _shown(sender: object, request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    if authenticator.type in _FACTORS and has_second_factor(user):
        note_second_factor(request, user)


def _added(sender: object, request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    _shown(sender, request, user, authenticator)
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        # It was tried out while it was set up: the spare codes are shown without asking for it once more.
        record_authentication(request, user, "mfa", type=authenticator.type, reauthenticated=True)


def _removed(sender: object, request: HttpRequest, user: Account, **_: Any) -> None:
    if not has_second_factor(user):
        forget_second_factor(request)
