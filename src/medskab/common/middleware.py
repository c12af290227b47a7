"""What holds for every request: a strict content policy, and no page without a declared rule."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

CONTENT_POLICY = (
    "default-src 'self'; img-src 'self' data:{tiles}; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; "
    "frame-ancestors {ancestors}"
)


def _policy(ancestors: str) -> str:
    policy = CONTENT_POLICY.format(ancestors=ancestors, tiles=_tiles())
    if settings.LIVE_ADDRESS in {"", settings.SITE_ADDRESS}:
        return policy
    return f"{policy}; connect-src 'self' {settings.LIVE_ADDRESS}"


def _tiles() -> str:
    """The one host of map pictures that the operator named, if any."""
    if not settings.TILES:
        return ""
    address = urlsplit(settings.TILES)
    return f" {address.scheme}://{address.netloc}"


class ContentSecurity:
    """Nothing inline, nothing from elsewhere; only a view that sets `may_be_embedded` can be framed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        embedded = getattr(response, "may_be_embedded", False)
        response.setdefault("Content-Security-Policy", _policy("*" if embedded else "'none'"))
        response.setdefault("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()")
        if _is_for_one(request):
            response.setdefault("Cache-Control", "no-store")
        return response


def _is_for_one(request: HttpRequest) -> bool:
    """Whether somebody is signed in, or the voice, code or receipt that this browser holds was asked."""
    user = getattr(request, "user", None)
    return getattr(request, "is_for_one", False) or (user is not None and user.is_authenticated)


class DenyByDefault:
    """Refuse every view that has not declared who may open it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if hasattr(view, "policy"):
            return None
        declared = settings.PAGES_OF_LIBRARIES.get(getattr(request.resolver_match, "view_name", ""), "never")
        if declared == "anyone":
            return None
        if declared == "signed in":
            return None if request.user.is_authenticated else redirect_to_login(request.get_full_path())
        raise PermissionDenied
