"""A meeting's wall as those in the room see it, on their phones and on the big screen."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from medskab.common.arriving import Arrival, Channel, came_by
from medskab.common.clock import now
from medskab.common.flood import Flood
from medskab.common.policy import anyone, page
from medskab.needs import actions, receipt_in_hand, receipts, walls
from medskab.needs.forms.walls import RoomForm
from medskab.needs.models import Wall
from medskab.tools.live.topics import topic_address

_SAID = Flood("said", 300)


def wall_at_code(request: Any, *, wall_code: str) -> Wall:
    """The wall that a link opens; whoever has the link may see it."""
    found = Wall.objects.for_area(request.area).filter(code=wall_code.upper()).select_related("area").first()
    if found is None:
        raise Http404
    return found


def door_of(wall: Wall) -> dict[str, str]:
    """What the code on the screen opens, and how it is read aloud."""
    address = f"{settings.SITE_ADDRESS}{wall.get_absolute_url()}"
    return {"address": address, "spoken": address.partition("://")[2]}


@page(anyone, find=wall_at_code)
def wall(request: Any, wall: Wall) -> HttpResponse:
    """What is shown, and a box to say something; `?big` for the screen in the room."""
    is_big = "big" in request.GET
    form = RoomForm(request.POST or None)
    if form.is_valid() and _take_in(request, wall, form):
        messages.success(request, _("Thank you. It is shown once whoever leads the meeting has read it."))
        return receipt_in_hand.take(redirect(wall), request.area, receipts.code_for(form.key))
    context = {
        "wall": wall,
        "form": form,
        "board": walls.board(wall),
        "is_big": is_big,
        **door_of(wall),
        "topic_address": topic_address(wall.topic),
    }
    response = render(request, "needs/wall_big.html" if is_big else "needs/wall.html", context)
    return response if is_big else came_by(response, request.area, Arrival(Channel.MEETING))


@page(anyone, find=wall_at_code)
@conditional_page
def notes(request: Any, wall: Wall) -> HttpResponse:
    """What is shown: a part of the page, for those that follow."""
    return render(request, "needs/wall_part.html", {"wall": wall, "board": walls.board(wall)})


def _take_in(request: Any, wall: Wall, form: RoomForm) -> bool:
    if _SAID.is_over(wall):
        form.add_error(None, _("Many write just now. Wait a minute and send it again."))
        return False
    _SAID.note(wall)
    facts = {"words": form.cleaned_data["words"], "code": receipts.code_for(form.key)}
    return form.carry_out(actions.say_to_wall, wall=wall, **facts, by=None, now=now())
