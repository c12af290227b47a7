"""Planning rounds, and seeing how far they came."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.rounds import actions, queries, rules
from medskab.rounds.forms import RemoveForm, RoundForm
from medskab.rounds.models import Bag, Phone, Round
from medskab.rounds.opening import open_waiting

from .finding import bag_at, phone_at, round_at

_ON_ONE_PAGE = 25


@page(rules.may_walk)
def rounds(request: Any) -> HttpResponse:
    """All rounds, the newest first."""
    shown = Paginator(queries.rounds(request.area), _ON_ONE_PAGE).get_page(request.GET.get("page"))
    return render(request, "rounds/rounds.html", {"page": shown})


@page(rules.may_walk)
def plan(request: Any) -> HttpResponse:
    """Choose stairwells and their order."""
    places = queries.stairwells(request.area, now())
    initial = {"day": timezone.localdate(now())}
    form = RoundForm(request.POST or None, area=request.area, stairwells=places, initial=initial)
    if form.is_valid():
        given = form.cleaned_data
        way = actions.Way(
            given["title"], given["day"], given["chosen"], given["conversation"], given["survey"]
        )
        if form.carry_out(actions.plan_round, area=request.area, way=way, by=request.person, now=now()):
            return redirect(form.answer)
    return render(request, "rounds/plan.html", {"form": form})


@page(rules.may_walk, find=round_at)
def progress(request: Any, round_: Round) -> HttpResponse:
    """Stairwell by stairwell, whom to come back to, and who walked."""
    moment = now()
    context = {
        "round": round_,
        "progress": queries.progress(round_, moment),
        "come_back": queries.come_back(round_, moment),
        "phones": queries.phones(round_),
        "stuck": queries.stuck(round_),
        "key": DeedForm().fields["idempotency_key"].initial(),
    }
    return render(request, "rounds/round.html", context)


@page(rules.may_walk, find=round_at)
@require_POST
def end(request: Any, round_: Round) -> HttpResponse:
    """Nobody rings any more."""
    return _pressed(request, actions.end_round, round_, _("The round has ended."), round_=round_)


@page(rules.may_walk, find=phone_at)
@require_POST
def erase_phone(request: Any, phone: Phone) -> HttpResponse:
    """A lost phone shall forget."""
    said = _("The phone forgets as soon as it has network again.")
    return _pressed(request, actions.ask_to_erase, phone.round, said, phone=phone)


@page(rules.may_walk, find=bag_at)
@require_POST
def again(request: Any, bag: Bag) -> HttpResponse:
    """Try once more to open what could not be opened."""
    answer = _pressed(request, actions.try_again, bag.round, "", bag=bag)
    open_waiting(Bag.objects.filter(pk=bag.pk), now())
    return answer


@page(rules.may_walk, find=bag_at)
def remove(request: Any, bag: Bag) -> HttpResponse:
    """Remove what nobody can open, and say why."""
    form = RemoveForm(request.POST or None)
    if form.is_valid():
        why = form.cleaned_data["why"]
        if form.carry_out(actions.remove_bag, bag=bag, why=why, by=request.person, now=now()):
            messages.success(request, _("It was removed."))
            return redirect(bag.round)
    return render(request, "rounds/remove.html", {"form": form, "bag": bag})


def _pressed(request: Any, deed: Callable[..., Any], back: Round, said: str, **facts: Any) -> HttpResponse:
    form = DeedForm(request.POST)
    if form.carry_out(deed, by=request.person, now=now(), **facts):
        if said:
            messages.success(request, said)
    else:
        for error in form.non_field_errors():
            messages.error(request, str(error))
    return redirect(back)
