"""What stands on the ground, from a file: upload, look, take in, drop, take back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.places import actions, ground, queries, rules
from medskab.places.area_drawing import drawn_area
from medskab.places.map_forms import MapForm
from medskab.places.models import MapFile

from . import finding

_SHOWN = 20


@page(rules.may_shape)
def upload(request: Any) -> HttpResponse:
    """The map as it is, a file to choose, and what was brought in before."""
    day = now().date()
    box = ground.box_around(ground.outlines(request.area, day))
    form = MapForm(request.POST or None, request.FILES or None, box=box)
    if form.is_valid():
        facts = {"given": form.given, "found": form.cleaned_data["file"], "by": request.person}
        if form.carry_out(actions.upload_map, area=request.area, **facts, now=now()):
            return redirect(form.answer)
    context = {
        "form": form,
        "has_box": box is not None,
        "drawing": drawn_area(ground.ground_of(request.area, day)),
        "files": queries.map_files(request.area)[:_SHOWN],
    }
    return render(request, "places/map_files.html", context)


@page(rules.may_shape, find=finding.map_file)
def look(request: Any, kept: MapFile) -> HttpResponse:
    """What is in a file, drawn."""
    under = ground.ground_with(request.area, now().date(), kept)
    context = {"file": kept, "drawing": drawn_area(under), "counts": queries.map_counts(kept)}
    return render(request, "places/map_file.html", context)


@require_POST
@page(rules.may_shape, find=finding.map_file)
def take_in(request: Any, kept: MapFile) -> HttpResponse:
    """From now on it is on every map."""
    _do(request, actions.take_in_map, kept, _("It is on the maps now."))
    return redirect(kept)


@require_POST
@page(rules.may_shape, find=finding.map_file)
def drop(request: Any, kept: MapFile) -> HttpResponse:
    """Forget it."""
    is_done = _do(request, actions.drop_map, kept, _("The file is forgotten. No map was changed."))
    return redirect("map-files", request.area.slug) if is_done else redirect(kept)


@require_POST
@page(rules.may_shape, find=finding.map_file)
def take_back(request: Any, kept: MapFile) -> HttpResponse:
    """Go back to the one before."""
    _do(request, actions.take_back_map, kept, _("It is taken back. The maps are as they were before."))
    return redirect(kept)


def _do(request: Any, deed: Any, kept: MapFile, said: str) -> bool:
    form = DeedForm(request.POST)
    key = form.key if form.is_valid() else ""
    try:
        deed(map_file=kept, by=request.person, now=now(), idempotency_key=key)
    except CannotAct as error:
        messages.error(request, str(error))
        return False
    messages.success(request, said)
    return True
