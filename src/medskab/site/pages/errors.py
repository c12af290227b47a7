"""What a person sees when something cannot be shown."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_LONG = 15
# What is never shown again, whoever looks over the shoulder: a vote, codes, passwords, keys.
_SECRET = ("choice", "code", "password", "half_", "key", "token", "receipt")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere: nothing was done, and what was typed here is kept."""
    is_ours = request.headers.get("Origin") == settings.SITE_ADDRESS
    context = {"written": _typed(request) if is_ours else [], "again": request.path if is_ours else ""}
    return render(request, "403_csrf.html", context, status=403)


def _typed(request: HttpRequest) -> list[str]:
    """Sentences that somebody wrote; what another site sent along would not be theirs."""
    fields = ((name, str(value)) for name, value in request.POST.items())
    return [
        value
        for name, value in fields
        if len(value) > _LONG and " " in value.strip() and not any(word in name for word in _SECRET)
    ]
