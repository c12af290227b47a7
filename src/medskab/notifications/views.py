"""The list of news, the choices, and the link that stops the mails."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.people.models import Person
from medskab.people.rules import is_signed_in

from . import actions, queries
from .forms import ChoiceForm
from .kinds import kinds
from .unsubscribing import person_of

_ON_A_PAGE = 50


@require_GET
@page(is_signed_in)
def news(request: Any) -> HttpResponse:
    """What happened, newest first."""
    paginator = Paginator(queries.news_of(request.person), _ON_A_PAGE)
    context = {
        "page": paginator.get_page(request.GET.get("page")),
        "unseen": queries.unseen_count(request.person),
        "subscription": queries.subscription_of(request.person),
    }
    return render(request, "notifications/news.html", context)


@require_POST
@page(is_signed_in)
def mark_seen(request: Any) -> HttpResponse:
    """All of it has been looked at."""
    form = DeedForm(request.POST)
    if form.is_valid():
        actions.mark_seen(person=request.person, by=request.person, now=now(), idempotency_key=form.key)
    return redirect("news", request.area.slug)


@require_http_methods(["GET", "POST"])
@page(is_signed_in)
def choices(request: Any) -> HttpResponse:
    """How news comes to the reader."""
    me = request.person
    given = queries.subscription_of(me)
    initial = {"rhythm": given.rhythm, "wanted": [kind for kind in kinds() if kind not in given.muted]}
    if given.pk:
        initial["mail_language"] = given.mail_language
    form = ChoiceForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_news(person=me, choice=form.choice(), by=me, now=now(), idempotency_key=form.key)
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("That is how it will be."))
            return redirect("news", request.area.slug)
    return render(request, "notifications/choices.html", {"form": form})


def _find(request: Any, *, token: str) -> Person:
    found = person_of(token, request.area)
    if found is None:
        raise Http404
    return found


@csrf_exempt  # a mail program sends it without a page; what it may do stands in the signed link alone
@require_http_methods(["GET", "POST"])
@page(anyone, find=_find)
def stop(request: Any, whose: Person) -> HttpResponse:
    """The link in a mail: ask, then stop. Looking at the page alone stops nothing."""
    form = DeedForm(request.POST or None)
    is_done = request.POST.get("List-Unsubscribe") == "One-Click" or (form.is_bound and form.is_valid())
    if is_done:
        actions.stop_mails(person=whose, by=None, now=now())
    return render(request, "notifications/stop.html", {"form": form, "is_done": is_done})
