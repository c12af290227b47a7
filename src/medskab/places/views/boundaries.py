"""The versions of boundaries, with the map."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import page
from medskab.places import actions, queries, rules
from medskab.places.forms import BoundaryForm, EndForm
from medskab.places.map_drawing import drawn_map
from medskab.places.models import Boundary

from . import finding


@page(rules.may_shape)
def boundaries(request: Any) -> HttpResponse:
    """The map of today, and every version there is."""
    versions = list(queries.boundary_versions(request.area))
    context = {
        "map": drawn_map(queries.boundaries(request.area, now().date())),
        "versions": versions,
        "is_mixed": queries.is_name_shared_by_two_boundaries(request.area),
    }
    return render(request, "places/boundaries.html", context)


@page(rules.may_shape)
def add(request: Any) -> HttpResponse:
    """A new version, beside the others."""
    day = now().date()
    start = {"valid_from": day, "name": request.area.name}
    form = BoundaryForm(
        request.POST or None, request.FILES or None, area=request.area, day=day, initial=start
    )
    if form.is_valid():
        try:
            actions.add_boundary(
                area=request.area,
                facts=form.facts,
                outline=form.cleaned_data["outline"],
                place=form.cleaned_data["place"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
            messages.success(request, _("The boundary is added."))
            return redirect("boundaries", request.area.slug)
        except CannotAct as error:
            form.add_error(None, str(error))
    return render(request, "places/boundary_add.html", {"form": form})


@page(rules.may_shape, find=finding.boundary)
def end(request: Any, boundary: Boundary) -> HttpResponse:
    """Say from when a version no longer holds."""
    form = EndForm(request.POST or None, initial={"on": now().date()})
    if form.is_valid():
        try:
            actions.end_boundary(
                boundary=boundary,
                on=form.cleaned_data["on"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
            messages.success(request, _("The boundary has ended. Figures from before keep it."))
            return redirect("boundaries", request.area.slug)
        except CannotAct as error:
            form.add_error(None, str(error))
    return render(request, "places/boundary_end.html", {"form": form, "boundary": boundary})
