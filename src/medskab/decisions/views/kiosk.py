"""Making a device a kiosk: used by one voter after another, and never left signed in."""

from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from medskab.common.policy import page
from medskab.decisions import rules
from medskab.decisions.in_hand import take_away

from .at_the_urn import KIOSK, is_kiosk

_YEAR = 365 * 24 * 3600


@never_cache
@require_http_methods(["GET", "POST"])
@page(rules.may_prepare)
def kiosk(request: Any) -> HttpResponse:
    """Begin or end it. Whoever makes the device a kiosk is signed out of it."""
    if request.method == "GET":
        return render(request, "decisions/vote/kiosk.html", {"is_kiosk": is_kiosk(request)})
    begins = "begin" in request.POST
    if begins:
        logout(request)
    answer = take_away(redirect("vote-code", request.area.slug))
    answer.set_cookie(
        KIOSK,
        request.area.slug if begins else "",
        max_age=_YEAR if begins else 0,
        secure=settings.IS_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer
