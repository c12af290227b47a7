"""What a voter's browser holds for half an hour: the code and its receipts. The server keeps neither."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

SECONDS = 30 * 60
_SALT = "decisions.in_hand"
_MOST_RECEIPTS = 5


@dataclass(frozen=True)
class InHand:
    """The right to vote in one poll, and the latest receipts for it, newest first."""

    poll: str = ""
    code: str = ""
    receipts: tuple[str, ...] = ()

    def with_receipt(self, receipt: str) -> "InHand":
        """One more; a receipt that is there already is not there twice."""
        others = tuple(one for one in self.receipts if one != receipt)
        return replace(self, receipts=(receipt, *others)[:_MOST_RECEIPTS])

    @property
    def ending(self) -> str:
        """Enough of the code to see whose letter it is, too little to vote with."""
        return self.code[-4:]


def cookie_name() -> str:
    """Bound to this very host where the connection is safe."""
    return "__Host-vote" if settings.IS_SECURE else "vote"


def in_hand(request: HttpRequest) -> InHand:
    """What the browser brought; nothing where it is too old or not ours."""
    try:
        held: list[Any] = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=_SALT, max_age=SECONDS)
        poll, code, *receipts = map(str, held)
    except (signing.BadSignature, ValueError, TypeError):
        return InHand()
    return InHand(poll, code, tuple(receipts))


def give(response: HttpResponse, held: InHand) -> HttpResponse:
    """Let the browser hold it, out of reach of scripts and of other sites."""
    response.set_cookie(
        cookie_name(),
        signing.dumps([held.poll, held.code, *held.receipts], salt=_SALT),
        max_age=SECONDS,
        secure=settings.IS_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def take_away(response: HttpResponse) -> HttpResponse:
    """Leave nothing for whoever uses the device next."""
    response.set_cookie(
        cookie_name(), "", max_age=0, secure=settings.IS_SECURE, httponly=True, samesite="Lax"
    )
    return response
