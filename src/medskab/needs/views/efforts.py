"""What was tried here before: everybody reads and searches it, staff write it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.needs import actions, rules
from medskab.needs.effort import Effort
from medskab.needs.forms.efforts import EffortForm, StrikeForm, as_written
from medskab.needs.searching import MOST_SIGNS, efforts

_ON_ONE_PAGE = 20


def effort_at(request: Any, *, pk: int) -> Effort:
    """An effort by its number."""
    found = Effort.objects.for_area(request.area).filter(pk=pk).select_related("area").first()
    if found is None:
        raise Http404
    return found


@page(anyone)
def register(request: Any) -> HttpResponse:
    """All of it, or what holds the words that somebody looks for."""
    typed = request.GET.get("words", "")[:MOST_SIGNS]
    found = Paginator(efforts(request.area, typed), _ON_ONE_PAGE)
    context = {
        "page": found.get_page(request.GET.get("page")),
        "typed": typed,
        "query": f"{urlencode({'words': typed})}&",
        "most": MOST_SIGNS,
        "may_sort": rules.may_sort(request.person, request.area),
    }
    return render(request, "needs/efforts.html", context)


@page(anyone, find=effort_at)
def effort(request: Any, effort: Effort) -> HttpResponse:
    """What is known of it; once it is struck, staff alone read it."""
    may_sort = rules.may_sort(request.person, effort)
    told = [
        (_("What was done"), effort.about),
        (_("What was meant to come of it"), effort.intended),
        (_("What was seen to come of it"), effort.seen_effect),
        (_("What remained"), effort.remained),
        (_("How we know"), effort.source),
    ]
    may_read = may_sort or not effort.struck_at
    context = {"effort": effort, "told": told, "may_sort": may_sort, "may_read": may_read}
    return render(request, "needs/effort.html", context)


@page(rules.may_sort)
def new(request: Any) -> HttpResponse:
    """Write one down."""
    form = EffortForm(request.POST or None)
    if _written(request, form, actions.write_effort, area=request.area):
        messages.success(request, _("It is on the register."))
        return redirect(form.answer)
    asked = {"title": _("Write down what was tried"), "button": _("Put it on the register")}
    return _asked(request, form, asked, reverse("efforts", args=[request.area.slug]))


@page(rules.may_sort, find=effort_at)
def change(request: Any, effort: Effort) -> HttpResponse:
    """Write more of it, or put it right."""
    form = EffortForm(request.POST or None, initial=as_written(effort))
    if _written(request, form, actions.change_effort, effort=effort):
        messages.success(request, _("It is changed."))
        return redirect(effort)
    asked = {"title": effort.title, "button": _("Keep the changes")}
    return _asked(request, form, asked, effort.get_absolute_url())


@page(rules.may_sort, find=effort_at)
def strike(request: Any, effort: Effort) -> HttpResponse:
    """Take it off the register, with a reason."""
    form = StrikeForm(request.POST or None)
    if form.is_bound and form.is_valid():
        because = form.cleaned_data["because"]
        if form.carry_out(
            actions.strike_effort, effort=effort, because=because, by=request.person, now=now()
        ):
            messages.success(request, _("It is struck from the register."))
            return redirect(effort)
    asked = {
        "title": _("Strike it from the register?"),
        "button": _("Strike it"),
        "lead": _("It is found no more. Its page stays and says why."),
        "is_dangerous": True,
    }
    return _asked(request, form, asked, effort.get_absolute_url())


def _written(request: Any, form: EffortForm, deed: Any, **about: Any) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    return form.carry_out(deed, **about, tried=form.tried, by=request.person, now=now())


def _asked(request: Any, form: Any, asked: dict[str, Any], back: str) -> HttpResponse:
    return render(request, "needs/effort_form.html", {"form": form, "back": back, **asked})
