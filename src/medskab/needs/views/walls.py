"""Whoever leads a meeting: puts up a wall, writes down what is said, ticks what the room may see."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.needs import actions, rules, walls
from medskab.needs.forms.walls import LedForm, TickForm, WallForm
from medskab.needs.models import Wall
from medskab.tools.live.topics import topic_address

from .wall import door_of

_ON_ONE_PAGE = 30
_BY_TICKS = {"show": actions.show_on_wall, "down": actions.take_off_wall}


def wall_at(request: Any, *, pk: int) -> Wall:
    """A wall by its number."""
    found = Wall.objects.for_area(request.area).filter(pk=pk).select_related("area", "gathering").first()
    if found is None:
        raise Http404
    return found


@page(rules.may_sort)
def all_walls(request: Any) -> HttpResponse:
    """All walls, the latest first."""
    found = Paginator(walls.walls(request.area), _ON_ONE_PAGE)
    return render(request, "needs/walls.html", {"page": found.get_page(request.GET.get("page"))})


@page(rules.may_sort)
def new(request: Any) -> HttpResponse:
    """Put one up."""
    form = WallForm(request.POST or None, area=request.area)
    if form.is_valid() and form.carry_out(
        actions.begin_wall, area=request.area, **form.facts, by=request.person, now=now()
    ):
        return redirect("need-wall", request.area.slug, form.answer.pk)
    return render(request, "needs/wall_new.html", {"form": form})


@page(rules.may_sort, find=wall_at)
def wall(request: Any, wall: Wall) -> HttpResponse:
    """Write down, tick, take down; words that were being written stay where a tick is given."""
    step = request.POST.get("step", "")
    if step in _BY_TICKS:
        return _ticked(request, wall, TickForm(request.POST), _BY_TICKS[step])
    form = LedForm(request.POST or None)
    if form.is_valid() and _written(request, wall, form):
        return redirect("need-wall", request.area.slug, wall.pk)
    return _shown(request, wall, form)


@page(rules.may_sort, find=wall_at)
@conditional_page
def notes(request: Any, wall: Wall) -> HttpResponse:
    """What waits and what hangs: a part of the page, for whoever leads the meeting."""
    return render(request, "needs/wall_led_part.html", _hanging(wall))


@page(rules.may_sort, find=wall_at)
def close(request: Any, wall: Wall) -> HttpResponse:
    """The meeting is over."""
    form = DeedForm(request.POST or None)
    if form.carry_out(actions.close_wall, wall=wall, by=request.person, now=now()):
        messages.success(request, _("The wall is closed."))
        return redirect("need-wall", request.area.slug, wall.pk)
    context = {
        "form": form,
        "question": _("Close the wall?"),
        "consequence": _("Nothing more comes in. What is shown can still be read."),
        "yes": _("Yes, close it"),
        "back": reverse("need-wall", args=[request.area.slug, wall.pk]),
    }
    return render(request, "confirm.html", context)


def _written(request: Any, wall: Wall, form: LedForm) -> bool:
    facts = {"all_said": form.all_said, "is_shown": form.cleaned_data["is_shown"], "secret": form.key}
    return form.carry_out(actions.write_on_wall, wall=wall, **facts, by=request.person, now=now())


def _ticked(request: Any, wall: Wall, ticks: TickForm, deed: Any) -> HttpResponse:
    done = ticks.carry_out(deed, wall=wall, notes=ticks.ticked, by=request.person, now=now())
    if not done:
        for sentence in ticks.non_field_errors():
            messages.error(request, str(sentence))
    written = {name: request.POST.get(name, "") for name in ("notes", "kind", "is_shown")}
    if not written["notes"].strip():
        return redirect("need-wall", request.area.slug, wall.pk)
    return _shown(request, wall, LedForm(initial=written))


def _hanging(wall: Wall) -> dict[str, Any]:
    return {"wall": wall, "waiting": walls.not_shown(wall), "hanging": walls.shown(wall)}


def _shown(request: Any, wall: Wall, form: LedForm) -> HttpResponse:
    links = {**door_of(wall), "topic_address": topic_address(wall.topic_of_staff)}
    return render(request, "needs/wall_led.html", {"form": form, **links, **_hanging(wall)})
