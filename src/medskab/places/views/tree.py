"""The tree of places, as staff shape it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import page
from medskab.places import actions, queries, rules
from medskab.places.forms import EndForm, PlaceForm, RenameForm
from medskab.places.models import PARENT_KINDS, Place, PlaceKind

from . import finding


@page(rules.may_shape)
def tree(request: Any) -> HttpResponse:
    """Every place, what lies in it, and how many homes."""
    day = now().date()
    context = {"tree": queries.tree(request.area, day), "size": queries.size(request.area, day)}
    return render(request, "places/tree.html", context)


@page(rules.may_shape)
def add_at_top(request: Any) -> HttpResponse:
    """A place that lies in no other."""
    return _add(request, None)


@page(rules.may_shape, find=finding.place)
def add_below(request: Any, parent: Place) -> HttpResponse:
    """A place in another."""
    return _add(request, parent)


def _add(request: Any, parent: Place | None) -> HttpResponse:
    parent_kind = PlaceKind(parent.kind) if parent else None
    kinds = [kind for kind, allowed in PARENT_KINDS.items() if parent_kind in allowed]
    form = PlaceForm(request.POST or None, kinds=kinds)
    if form.is_valid():
        try:
            place = actions.add_place(
                area=request.area,
                kind=PlaceKind(form.cleaned_data["kind"]),
                name=form.cleaned_data["name"],
                parent=parent,
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
            messages.success(request, _("“%(name)s” is added.") % {"name": place.name})
            return redirect("place-edit", request.area.slug, (parent or place).pk)
        except CannotAct as error:
            form.add_error(None, str(error))
    return render(request, "places/add.html", {"form": form, "parent": parent, "kinds": kinds})


@page(rules.may_shape, find=finding.place)
def edit(request: Any, place: Place) -> HttpResponse:
    """Rename a place; see what lies in it."""
    form = RenameForm(request.POST or None, initial={"name": place.name})
    if form.is_valid():
        try:
            actions.rename_place(
                place=place,
                name=form.cleaned_data["name"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
            messages.success(request, _("The new name is saved."))
            return redirect("place-edit", request.area.slug, place.pk)
        except CannotAct as error:
            form.add_error(None, str(error))
    branch = queries.branch_of(place, now().date())
    context = {"place": place, "form": form, "branch": branch, "above": queries.ancestors(place)}
    return render(request, "places/edit.html", context)


@page(rules.may_shape, find=finding.place)
def end(request: Any, place: Place) -> HttpResponse:
    """Say from when a place is no longer there."""
    form = EndForm(request.POST or None, initial={"on": now().date()})
    if form.is_valid():
        try:
            actions.end_place(
                place=place,
                on=form.cleaned_data["on"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
            messages.success(request, _("“%(name)s” has ended. Its past stays.") % {"name": place.name})
            return redirect("places", request.area.slug)
        except CannotAct as error:
            form.add_error(None, str(error))
    return render(request, "places/end.html", {"form": form, "place": place})
