"""The work page, and the deeds until the meeting is held."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.common.policy import page
from medskab.gatherings import actions, queries, rules, words
from medskab.gatherings.forms import preparing as forms
from medskab.gatherings.models import AgendaItem, Gathering
from medskab.gatherings.next_steps import days_of_notice, next_step, way

from .doing import form_page, is_done, one_press, shown, to
from .finding import gathering_at, item_at


@page(rules.may_prepare)
def new(request: Any) -> HttpResponse:
    """Begin to prepare a meeting."""
    form = forms.GatheringForm(request.POST or None, area=request.area)
    given = form.words if form.is_valid() else {}
    if form.is_valid() and (made := _drafted(request, form, given)):
        return redirect("gathering-work", request.area.slug, made.slug)
    return form_page(request, form, None, reverse("gatherings", args=[request.area.slug]))


def _drafted(request: Any, form: forms.GatheringForm, given: dict[str, Any]) -> Gathering | None:
    made: list[Gathering] = []

    def drafting(**kept: Any) -> None:
        made.append(actions.draft(area=request.area, words=given, **kept))

    return made[0] if is_done(request, form, drafting) else None


@page(rules.may_conduct, find=gathering_at)
def work(request: Any, gathering: Gathering) -> HttpResponse:
    """How far the meeting is, and what comes next."""
    motions = gathering.motions.select_related("gathering__area")
    context = {
        "gathering": gathering,
        "nature": words.nature(gathering),
        "when": words.when(gathering),
        "steps": way(gathering),
        "next": next_step(gathering),
        "days": days_of_notice(gathering),
        "items": queries.agenda(gathering),
        "motions": motions,
        "takes_motions": gathering.takes_motions,
    }
    return render(request, "gatherings/work.html", context)


@page(rules.may_conduct, find=gathering_at)
def edit(request: Any, gathering: Gathering) -> HttpResponse:
    """Change a draft."""
    form = forms.GatheringForm.of(gathering, request.POST or None)
    given = form.words if form.is_valid() else {}
    if is_done(request, form, actions.edit, gathering=gathering, words=given):
        return to("gathering-work", gathering, _("It is saved."), request)
    return form_page(request, form, gathering, _work(gathering))


@page(rules.may_conduct, find=gathering_at)
def item_new(request: Any, gathering: Gathering) -> HttpResponse:
    """Another point."""
    form = forms.ItemForm(request.POST or None)
    given = form.words if form.is_valid() else {}
    if is_done(request, form, actions.add_item, gathering=gathering, words=given):
        return to("gathering-work", gathering, _("The point is on the agenda."), request)
    return form_page(request, form, gathering, _work(gathering))


@page(rules.may_conduct_item, find=item_at)
def item_edit(request: Any, item: AgendaItem) -> HttpResponse:
    """Change a point."""
    form = forms.ItemForm.of(item, request.POST or None)
    given = form.words if form.is_valid() else {}
    if is_done(request, form, actions.edit_item, item=item, words=given):
        return to("gathering-work", item.gathering, _("It is saved."), request)
    return form_page(request, form, item.gathering, _work(item.gathering))


@page(rules.may_conduct_item, find=item_at)
def item_move(request: Any, item: AgendaItem) -> HttpResponse:
    """One place up or down."""
    is_up = request.POST.get("to") == "up"
    return one_press(
        request, actions.move_item, "gathering-work", item.gathering.slug, item=item, is_up=is_up
    )


@page(rules.may_conduct_item, find=item_at)
def item_remove(request: Any, item: AgendaItem) -> HttpResponse:
    """Off the agenda."""
    form = forms.RemoveItemForm(request.POST or None)
    if is_done(request, form, actions.remove_item, item=item):
        return to("gathering-work", item.gathering, _("The point is taken off."), request)
    return form_page(request, form, item.gathering, _work(item.gathering))


@page(rules.may_conduct, find=gathering_at)
def call(request: Any, gathering: Gathering) -> HttpResponse:
    """Tell all residents; too late for the law, it offers the beboermøde."""
    form = forms.CallForm(request.POST or None)
    if is_done(request, form, actions.call, gathering=gathering):
        return to("gathering-work", gathering, _("The meeting is called."), request)
    context = {"form": form, "gathering": gathering, "back": _work(gathering), **shown(form)}
    if form.errors and gathering.is_lawful:
        ways = (
            (_("Choose a later day"), "gathering-edit"),
            (_("Call it as a beboermøde"), "gathering-call-informal"),
        )
        context["instead"] = [(words, reverse(name, args=_at(gathering))) for words, name in ways]
    return render(request, "gatherings/form.html", context)


@page(rules.may_conduct, find=gathering_at)
def call_informal(request: Any, gathering: Gathering) -> HttpResponse:
    """The same points at a meeting that decides nothing."""
    form = forms.CallInformalForm(request.POST or None)
    if is_done(request, form, actions.call_as_informal, gathering=gathering):
        return to("gathering-work", gathering, _("The meeting is called."), request)
    return form_page(request, form, gathering, _work(gathering))


@page(rules.may_conduct, find=gathering_at)
def send(request: Any, gathering: Gathering) -> HttpResponse:
    """The agenda for good."""
    form = forms.SendForm(request.POST or None)
    if is_done(request, form, actions.send_agenda, gathering=gathering):
        return to("gathering-work", gathering, _("The agenda is sent."), request)
    return form_page(request, form, gathering, _work(gathering))


@page(rules.may_conduct, find=gathering_at)
def move(request: Any, gathering: Gathering) -> HttpResponse:
    """Another time or place."""
    here = {name: getattr(gathering, name) for name in ("begins_at", "ends_at", "where")}
    form = forms.MoveForm(request.POST or None, initial=here)
    given = {"to": form.to, "because": form.cleaned_data["because"]} if form.is_valid() else {}
    if is_done(request, form, actions.move, gathering=gathering, **given):
        return to("gathering-work", gathering, _("The meeting is moved."), request)
    return form_page(request, form, gathering, _work(gathering))


@page(rules.may_conduct, find=gathering_at)
def cancel(request: Any, gathering: Gathering) -> HttpResponse:
    """It will not be held."""
    form = forms.CancelForm(request.POST or None)
    because = form.cleaned_data["because"] if form.is_valid() else ""
    if is_done(request, form, actions.cancel, gathering=gathering, because=because):
        return to("gathering-work", gathering, _("The meeting is cancelled."), request)
    return form_page(request, form, gathering, _work(gathering))


def _at(gathering: Gathering) -> list[str]:
    return [gathering.area.slug, gathering.slug]


def _work(gathering: Gathering) -> str:
    return reverse("gathering-work", args=_at(gathering))
