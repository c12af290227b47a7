"""Running the meeting, on a phone."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.common.policy import page
from medskab.gatherings import actions, door_tries, queries, rules, words
from medskab.gatherings.forms import conducting as forms
from medskab.gatherings.models import AgendaItem, Gathering

from .doing import form_page, is_done, shown, to
from .finding import gathering_at, item_at


@page(rules.may_conduct, find=gathering_at)
def run(request: Any, gathering: Gathering) -> HttpResponse:
    """The code on the wall, the homes in the room, and the points one by one."""
    context = {
        "gathering": gathering,
        "attendance": words.attendance_words(gathering),
        "items": words.shown_items(queries.agenda(gathering), with_results=True),
    }
    return render(request, "gatherings/run.html", context)


@page(rules.may_conduct, find=gathering_at)
def open_doors(request: Any, gathering: Gathering) -> HttpResponse:
    """The meeting begins."""
    form = forms.OpenForm(request.POST or None)
    if is_done(request, form, actions.open_doors, gathering=gathering):
        return to("gathering-run", gathering)
    return form_page(request, form, gathering, _back("gathering-work", gathering))


@page(rules.may_conduct, find=gathering_at)
def close(request: Any, gathering: Gathering) -> HttpResponse:
    """The meeting is over."""
    form = forms.CloseForm(request.POST or None)
    if is_done(request, form, actions.close_meeting, gathering=gathering):
        return to("gathering-minutes", gathering, _("The meeting has ended."), request)
    return form_page(request, form, gathering, _back("gathering-run", gathering))


@page(rules.may_conduct, find=gathering_at)
def desk(request: Any, gathering: Gathering) -> HttpResponse:
    """Homes come in, one after the other."""
    form = forms.DeskForm(request.POST or None)
    given = _home(gathering, form) | {"code": ""}
    if is_done(request, form, actions.check_in, gathering=gathering, **given):
        return to("gathering-desk", gathering, _("Checked in."), request)
    return _desk_page(request, form, gathering)


@page(rules.may_conduct, find=gathering_at)
def take_back(request: Any, gathering: Gathering) -> HttpResponse:
    """The wrong home was checked in."""
    form = forms.TakeBackForm(request.POST or None)
    given = {}
    if form.is_valid():
        home = queries.home_called(gathering, form.cleaned_data["home"])
        given = {"home": home, "because": form.cleaned_data["because"]}
    if is_done(request, form, actions.take_back_check_in, gathering=gathering, **given):
        return to("gathering-desk", gathering, _("It is taken back."), request)
    return _desk_page(request, form, gathering)


@page(rules.may_see, find=gathering_at)
def check_in(request: Any, gathering: Gathering) -> HttpResponse:
    """A home checks itself in with the code on the wall."""
    form = forms.CheckInForm(request.POST or None)
    given = _home(gathering, form) | {"code": form.cleaned_data.get("code", "") if form.is_valid() else ""}
    if form.is_valid() and door_tries.are_too_many(gathering):
        form.add_error(None, _("Too many went wrong. Wait a minute, or ask at the desk."))
    # By nobody: that somebody is signed in must not tie a person to a home.
    if is_done(request, form, actions.check_in, gathering=gathering, by=None, **given):
        return to("gathering", gathering, _("Your home is checked in. Take a seat."), request)
    if form.errors:
        door_tries.note(gathering)
    return form_page(request, form, gathering, gathering.get_absolute_url())


@page(rules.may_conduct, find=gathering_at)
def chair(request: Any, gathering: Gathering) -> HttpResponse:
    """Whom the meeting chose to lead it."""
    now_there = {name: getattr(gathering, name) for name in ("chair_name", "keeper_name", "chair")}
    form = forms.ChairForm(request.POST or None, area=gathering.area, initial=now_there)
    given = {name: form.cleaned_data[name] for name in now_there} if form.is_valid() else {}
    if is_done(request, form, actions.elect_chair, gathering=gathering, **given):
        return to("gathering-run", gathering, _("It is written down."), request)
    return form_page(request, form, gathering, _back("gathering-run", gathering))


@page(rules.may_conduct_item, find=item_at)
def vote(request: Any, item: AgendaItem) -> HttpResponse:
    """How the homes voted on a point."""
    form = forms.VoteForm(request.POST or None, item=item, is_correction=item.votes.exists())
    given = {"numbers": form.numbers, "because": form.reason} if form.is_valid() else {}
    if is_done(request, form, actions.record_vote, item=item, **given):
        return to("gathering-run", item.gathering, _("The vote is saved."), request)
    return _on_point(request, form, item, "gatherings/vote.html")


@page(rules.may_conduct_item, find=item_at)
def election(request: Any, item: AgendaItem) -> HttpResponse:
    """Who stood, and who was elected."""
    form = forms.ElectionForm(request.POST or None, item=item, is_correction=item.elections.exists())
    given: dict[str, Any] = {}
    if form.is_valid():
        given = {"frame": form.frame, "candidates": form.standings, "because": form.reason}
    if is_done(request, form, actions.record_election, item=item, **given):
        return to("gathering-run", item.gathering, _("The election is saved."), request)
    return _on_point(request, form, item, "gatherings/election.html")


def _home(gathering: Gathering, form: forms.DeskForm) -> dict[str, Any]:
    if not form.is_valid():
        return {}
    home = queries.home_called(gathering, form.cleaned_data["home"])
    return {"home": home, "votes": form.cleaned_data["votes"]}


def _desk_page(request: Any, form: Any, gathering: Gathering) -> HttpResponse:
    context = {
        "form": form,
        "gathering": gathering,
        "homes": queries.homes_of(gathering),
        "attendance": words.attendance_words(gathering),
        **shown(form),
    }
    return render(request, "gatherings/desk.html", context)


def _on_point(request: Any, form: Any, item: AgendaItem, template: str) -> HttpResponse:
    gathering = item.gathering
    context = {
        "form": form,
        "item": item,
        "gathering": gathering,
        "attendance": words.attendance_words(gathering),
        "ballot": words.ballot_sentence(item),
        "back": _back("gathering-run", gathering),
        **shown(form),
    }
    return render(request, template, context)


def _back(name: str, gathering: Gathering) -> str:
    return reverse(name, args=[gathering.area.slug, gathering.slug])
