"""Staff print what hangs on walls and lies on tables."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.needs import printing, prints, rules, slip_codes
from medskab.needs.became import became
from medskab.needs.forms.prints import BecameForm, PostersForm, SlipsForm
from medskab.needs.prints import MOST_WALLS, SAY, Door
from medskab.needs.term import days_to_answer

from .finding import block_of


@require_GET
@page(rules.may_sort)
def posters(request: Any) -> HttpResponse:
    """What can be printed, and how."""
    return _page(request)


@require_GET
@page(rules.may_sort)
def posters_file(request: Any) -> HttpResponse:
    """A poster for each stairwell, as one file."""
    form = PostersForm(request.GET, area=request.area)
    if not form.is_valid():
        return _page(request, posters=form)
    given, today = form.cleaned_data, timezone.localdate(now())
    walls = prints.walls(request.area, given["place"], today)
    if not 0 < len(walls) <= MOST_WALLS:
        form.add_error("place", _("There are none, or too many for one file. Choose a smaller part."))
        return _page(request, posters=form)
    door = form.door_asked
    asked = printing.Posters(
        kind=door.kind,
        title=door.title,
        languages=printing.beside_danish(given["languages"]),
        walls=prints.on_walls(request.area, door, walls),
        size=given["size"],
        made_on=today,
    )
    return _pdf(printing.posters(request.area, asked), "posters.pdf")


@require_GET
@page(rules.may_sort)
def slips_file(request: Any) -> HttpResponse:
    """New slips each time: no code is printed twice, and none is kept."""
    form, area = SlipsForm(request.GET, area=request.area), request.area
    if not form.is_valid():
        return _page(request, slips=form)
    given = form.cleaned_data
    place = block_of(given["place"])
    codes = [slip_codes.new_code(area) for _one in range(given["sheets"] * printing.ON_A_SHEET)]
    asked = printing.Slips(
        codes=codes,
        place=place.name if place else "",
        say=prints.address(Door(SAY), area, place),
        receipt=prints.receipt_address(area),
        days=days_to_answer(area),
        made_on=timezone.localdate(now()),
    )
    with translation.override(given["language"]):
        return _pdf(printing.slips(area, asked), "slips.pdf")


@require_GET
@page(rules.may_sort)
def became_file(request: Any) -> HttpResponse:
    """What became of what was said, for the wall: only what everybody may read."""
    form = BecameForm(request.GET)
    if not form.is_valid():
        return _page(request, became=form)
    with translation.override(form.cleaned_data["language"]):
        return _pdf(printing.wall_sheet(request.area, became(request.area, now())), "what-became-of-it.pdf")


def _page(request: Any, **sent: Any) -> HttpResponse:
    """The forms; the one that was sent with what is wrong in it."""
    language = {"language": settings.LANGUAGE_CODE}
    context = {
        "posters": PostersForm(area=request.area, auto_id="posters_%s"),
        "slips": SlipsForm(area=request.area, auto_id="slips_%s", initial=language),
        "became": BecameForm(auto_id="became_%s", initial=language),
        "wrong": next(iter(sent.values()), None),
        **sent,
    }
    return render(request, "needs/prints.html", context)


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
