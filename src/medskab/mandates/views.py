"""Who decides over what, and by what right."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.common.asking import Asking
from medskab.common.clock import now
from medskab.common.policy import anyone, page

from . import actions, queries, rules
from .forms import ExtendForm, GiveForm, TakeBackForm
from .models import Mandate

EXTEND = Asking(
    _("Let the right hold longer"),
    _("Let it hold longer"),
    actions.extend_mandate,
    _("It holds longer now."),
)
TAKE_BACK = Asking(
    _("Take the right back"),
    _("Take the right back"),
    actions.revoke_mandate,
    _("It is taken back."),
    _("Nothing new can be decided under it. What was decided stays."),
    is_dangerous=True,
)


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
        "steps": mandate.steps.all(),
        "may_change": rules.may_change(request.person, mandate) and not _is_over(mandate),
    }
    return render(request, "mandates/mandate.html", context)


def _is_over(mandate: Mandate) -> bool:
    return mandate.revoked_at is not None or mandate.ends_on < timezone.localdate(now())


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
def extend(request: Any, mandate: Mandate) -> HttpResponse:
    """Let a right hold longer."""
    form = ExtendForm(request.POST or None)
    if EXTEND.is_done(request, form, mandate=mandate):
        return redirect(mandate)
    return EXTEND.page(request, form, mandate)


@page(rules.may_change, find=mandate_at)
def take_back(request: Any, mandate: Mandate) -> HttpResponse:
    """Take a right back; what was decided under it stays."""
    form = TakeBackForm(request.POST or None)
    if TAKE_BACK.is_done(request, form, mandate=mandate):
        return redirect(mandate)
    return TAKE_BACK.page(request, form, mandate)
