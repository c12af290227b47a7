"""A screen in the neighbourhood: set up by staff, used by one person after another, ended with a code."""

from typing import Any

from django.apps import apps
from django.contrib.auth import logout
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from medskab.common.arriving import Arrival, Channel, came_by
from medskab.common.kiosk import Kiosk, Tile, become_kiosk, end_kiosk, forget_person, kiosk
from medskab.common.policy import anyone, page
from medskab.needs import receipt_in_hand, rules
from medskab.needs.forms.kiosk import EndForm, SetUpForm
from medskab.places.models import Area

_MOST_TRIES, _SECONDS = 5, 60


@never_cache
@page(anyone)
def start(request: Any) -> HttpResponse:
    """What can be done here, in large tiles; staff set the screen up first."""
    screen = _here(request)
    if screen is None:
        return redirect("kiosk-set-up", request.area.slug)
    context = {"tiles": _tiles(request.area), "is_at_rest": True}
    return _as_screen(request, screen, render(request, "needs/kiosk.html", context))


@page(rules.may_sort)
def set_up(request: Any) -> HttpResponse:
    """Choose place and code; whoever does it is signed out of this browser."""
    form = SetUpForm(request.POST or None, area=request.area)
    if not form.is_valid():
        return render(request, "needs/kiosk_set_up.html", {"form": form})
    logout(request)
    response = forget_person(request, redirect("kiosk", request.area.slug))
    return become_kiosk(response, request.area, form.cleaned_data["place"], form.cleaned_data["code"])


@never_cache
@page(anyone)
def done(request: Any) -> HttpResponse:
    """Clear the screen for the next person; by GET, for a screen that nobody touches."""
    screen = _here(request)
    if screen is None:
        return redirect(request.area)
    logout(request)
    response = forget_person(request, redirect("kiosk", request.area.slug))
    return _as_screen(request, screen, receipt_in_hand.take(response, request.area, ""))


@never_cache
@page(anyone)
def end(request: Any) -> HttpResponse:
    """With the code that was chosen, the browser is somebody's own again."""
    screen = _here(request)
    if screen is None:
        return redirect(request.area)
    form = EndForm(request.POST or None)
    if form.is_valid() and _opens(request, screen, form):
        return end_kiosk(forget_person(request, redirect(request.area)))
    return render(request, "needs/kiosk_end.html", {"form": form})


def _here(request: Any) -> Kiosk | None:
    screen = kiosk(request)
    return screen if screen and screen.slug == request.area.slug else None


def _as_screen(request: Any, screen: Kiosk, response: HttpResponse) -> HttpResponse:
    return came_by(response, request.area, Arrival(Channel.KIOSK, screen.place))


def _opens(request: Any, screen: Kiosk, form: EndForm) -> bool:
    """Nobody tries all codes: after some wrong ones the screen waits a minute."""
    key = f"needs:kiosk-tries:{request.area.pk}:{screen.place}"
    cache.add(key, 0, _SECONDS)
    if cache.get(key, 0) >= _MOST_TRIES:
        form.add_error("code", _("Too many tries. Wait a minute."))
    elif not screen.opens_with(form.cleaned_data["code"]):
        cache.set(key, cache.get(key, 0) + 1, _SECONDS)
        form.add_error("code", _("This is not the code."))
    return not form.errors


def _tiles(area: Area) -> list[Tile]:
    """The rooms below and those above, which name theirs."""
    named = (
        ("say", "say", _("Say something")),
        ("conversations", "person", _("What we think")),
        ("surveys", "good", _("Surveys")),
        ("need-receipt", "clock", _("What became of what I said")),
        ("contacts", "phone", _("Who to call")),
        ("notices", "info", _("Notices")),
    )
    ours = [Tile(reverse(name, args=[area.slug]), picture, title) for name, picture, title in named]
    asked = [path for room in apps.get_app_configs() for path in getattr(room, "kiosk_tiles", ())]
    return [*(tile for path in asked for tile in import_string(path)(area)), *ours]
