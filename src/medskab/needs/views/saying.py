"""Saying something in half a minute, without an account."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.arriving import Arrival, arrival, came_by
from medskab.common.clock import now
from medskab.common.flood import Flood
from medskab.common.policy import anyone, page
from medskab.needs import actions, receipt_in_hand
from medskab.needs.actions.saying import BY_ONESELF
from medskab.needs.forms.saying import SayForm
from medskab.needs.incoming import kept_files
from medskab.needs.models import Channel, Input
from medskab.needs.term import days_to_answer
from medskab.places.models import Place

from .finding import block_of, place_at, place_named

SAID = Flood("said", 60)


@page(anyone)
def say(request: Any) -> HttpResponse:
    """From a page of the site; `?place=` says from which place's."""
    how = _came(request)
    return _heard(request, place_named(request) or _place_of(request, how), how.channel)


@page(anyone, find=place_at)
def say_at(request: Any, place: Place) -> HttpResponse:
    """From a code on the wall; a screen in the neighbourhood stays what it is."""
    if _came(request).channel == Channel.KIOSK:
        return _heard(request, place, Channel.KIOSK)
    return came_by(_heard(request, place, Channel.QR), request.area, Arrival(Channel.QR, place.pk))


def _came(request: Any) -> Arrival:
    """By which door; whoever speaks for themselves here came by one where people do."""
    how = arrival(request)
    return how if how.channel in {*BY_ONESELF, Channel.MEETING} else Arrival(place=how.place)


def _place_of(request: Any, how: Arrival) -> Place | None:
    """The place that the browser came by."""
    places = Place.objects.for_area(request.area).select_related("area", "parent")
    return places.filter(pk=how.place).first() if how.place else None


def _heard(request: Any, place: Place | None, channel: str) -> HttpResponse:
    here = block_of(place)
    form = SayForm(
        request.POST or None,
        request.FILES or None,
        area=request.area,
        person=request.person,
        initial={"place": here},
    )
    if form.is_bound and form.is_valid() and _take_in(request, form, channel):
        messages.success(request, _("Thank you. We have it."))
        onward = redirect("need-receipt", request.area.slug)
        return receipt_in_hand.take(onward, request.area, form.receipt_code)
    context = {"form": form, "here": here, "days": days_to_answer(request.area)}
    return render(request, "needs/say.html", context)


def _take_in(request: Any, form: SayForm, channel: str) -> Input | None:
    """The row, or None with a sentence on the form."""
    if SAID.is_over(request.area):
        form.add_error(None, _("Many write just now. Wait a minute and send it again."))
        return None
    SAID.note(request.area)
    with kept_files(form) as files:
        if form.errors:
            return None
        facts = {
            "said": form.said(channel, files.photo, files.voice),
            "code": form.receipt_code,
            "by": form.speaker(request.person),
        }
        if form.carry_out(actions.say, area=request.area, **facts, now=now()):
            files.row = form.answer
        return files.row
