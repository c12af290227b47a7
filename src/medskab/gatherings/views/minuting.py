"""Minutes: written point by point, signed, published."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.common.policy import page
from medskab.gatherings import actions, queries, rules, words
from medskab.gatherings.forms import minuting as forms
from medskab.gatherings.models import AgendaItem, Gathering

from .doing import form_page, is_done, shown, to
from .finding import gathering_at, item_at


@page(rules.may_conduct, find=gathering_at)
def minutes(request: Any, gathering: Gathering) -> HttpResponse:
    """All points with their minutes so far."""
    context = {
        "gathering": gathering,
        "items": words.shown_items(queries.agenda(gathering), with_results=True),
        "minutes": queries.latest_minutes(gathering),
        "versions": list(gathering.minutes_versions.prefetch_related("signatures")),
    }
    return render(request, "gatherings/minutes.html", context)


@page(rules.may_conduct_item, find=item_at)
def item_minutes(request: Any, item: AgendaItem) -> HttpResponse:
    """One point: what was said and decided."""
    now_there = {"minutes": item.minutes, "decided": item.decided}
    form = forms.MinutesForm(request.POST or None, initial=now_there)
    given = {name: form.cleaned_data[name] for name in now_there} if form.is_valid() else {}
    if is_done(request, form, actions.write_minutes, item=item, **given):
        return to("gathering-minutes", item.gathering, _("It is saved."), request)
    context = {"form": form, "gathering": item.gathering, "back": _minutes(item.gathering), **shown(form)}
    return render(request, "gatherings/form.html", context | {"title": str(item)})


@page(rules.may_conduct, find=gathering_at)
def finish(request: Any, gathering: Gathering) -> HttpResponse:
    """Ready to be signed."""
    form = forms.FinishForm(request.POST or None)
    if is_done(request, form, actions.finish_minutes, gathering=gathering):
        return to("gathering-minutes", gathering, _("The minutes are finished."), request)
    return form_page(request, form, gathering, _minutes(gathering))


@page(rules.may_conduct, find=gathering_at)
def reopen(request: Any, gathering: Gathering) -> HttpResponse:
    """Something is wrong in them."""
    form = forms.ReopenForm(request.POST or None)
    because = form.cleaned_data["because"] if form.is_valid() else ""
    if is_done(request, form, actions.reopen_minutes, gathering=gathering, because=because):
        return to("gathering-minutes", gathering, _("The minutes can be changed."), request)
    return form_page(request, form, gathering, _minutes(gathering))


@page(rules.may_open_signing, find=gathering_at)
def sign(request: Any, gathering: Gathering) -> HttpResponse:
    """Read them, then sign."""
    version = queries.latest_minutes(gathering)
    if version is None:
        raise Http404
    version.gathering = gathering
    form = forms.SignForm(
        request.POST or None, gathering=gathering, person=request.person, initial={"sha256": version.sha256}
    )
    given = form.given if form.is_valid() else {}
    if is_done(request, form, actions.sign_minutes, version=version, **given):
        return to("gathering-sign", gathering, _("You have signed."), request)
    context = {
        "form": form,
        "gathering": gathering,
        "minutes": version,
        "when": words.when(gathering),
        "attendance": words.attendance_words(gathering),
        "items": words.shown_items(queries.agenda(gathering), with_results=True),
        "may_conduct": rules.may_conduct(request.person, gathering),
        **shown(form),
    }
    return render(request, "gatherings/sign.html", context)


@page(rules.may_conduct, find=gathering_at)
def publish(request: Any, gathering: Gathering) -> HttpResponse:
    """For everybody."""
    form = forms.PublishForm(request.POST or None)
    if is_done(request, form, actions.publish_minutes, gathering=gathering):
        return to("gathering", gathering, _("The minutes are published."), request)
    return form_page(request, form, gathering, _minutes(gathering))


def _minutes(gathering: Gathering) -> str:
    return reverse("gathering-minutes", args=[gathering.area.slug, gathering.slug])
