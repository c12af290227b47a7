"""Who decides over what, and by what right."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.policy import anyone, page

from . import actions, queries, rules
from .forms import GiveForm, TakeBackForm
from .models import Mandate


def mandate_at(request: Any, *, mandate_slug: str) -> Mandate:
    """A mandate by its address."""
    found = Mandate.objects.for_area(request.area).filter(slug=mandate_slug)
    mandate = found.select_related("area", "place").first()
    if mandate is None:
        raise Http404
    return mandate


@page(anyone)
def mandates(request: Any) -> HttpResponse:
    """All rights, those that hold first."""
    moment = now()
    found = list(queries.mandates_of(request.area))
    context = {
        "in_force": [one for one in found if one.is_in_force(moment)],
        "others": [one for one in found if not one.is_in_force(moment)],
        "may_give": rules.may_hand_over(request.person, request.area),
    }
    return render(request, "mandates/list.html", context)


@page(rules.may_see, find=mandate_at)
def mandate(request: Any, mandate: Mandate) -> HttpResponse:
    """Who decided this, by what right, until when, and how one objects."""
    context = {
        "mandate": mandate,
        "is_in_force": mandate.is_in_force(now()),
        "decided": queries.decided_under(mandate, request.person),
        "may_change": rules.may_change(request.person, mandate),
    }
    return render(request, "mandates/mandate.html", context)


@page(rules.may_hand_over)
def give(request: Any) -> HttpResponse:
    """Hand a right over."""
    form = GiveForm(request.POST or None)

    def hand_over(**key: Any) -> Mandate:
        return actions.give_mandate(area=request.area, facts=form.facts, by=request.person, now=now(), **key)

    if form.carry_out(hand_over):
        return redirect(form.answer)
    return render(request, "mandates/give.html", {"form": form})


@page(rules.may_change, find=mandate_at)
def take_back(request: Any, mandate: Mandate) -> HttpResponse:
    """Take a right back; what was decided under it stays."""
    form = TakeBackForm(request.POST or None)

    def revoke(**key: Any) -> Mandate:
        return actions.revoke_mandate(
            mandate=mandate, because=form.cleaned_data["because"], by=request.person, now=now(), **key
        )

    if form.carry_out(revoke):
        return redirect(mandate)
    return render(request, "mandates/take_back.html", {"form": form, "mandate": mandate})
