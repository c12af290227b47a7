"""Where a page listens: the topic's name is signed, so that nobody can try names."""

from django.conf import settings
from django.core import signing

_SALT = "tools.live"


def topic_address(key: str) -> str:
    """The address to listen at; empty where live news is not served, and the page asks now and then."""
    if not settings.LIVE_ADDRESS:
        return ""
    return f"{settings.LIVE_ADDRESS}/live/{signing.Signer(salt=_SALT).sign(key)}/"


def topic_of(path: str) -> str | None:
    """The topic that is listened to at this path; None where we never gave it out."""
    signed = path.removeprefix("/live/").removesuffix("/")
    if path != f"/live/{signed}/":
        return None
    try:
        return signing.Signer(salt=_SALT).unsign(signed)
    except signing.BadSignature:
        return None
