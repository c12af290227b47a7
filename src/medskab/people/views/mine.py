"""What somebody does about themselves: say yes or no, take the data away, be forgotten."""

import json
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.people import actions, personal_data, queries
from medskab.people.forms.mine import AgeForm, AnswerForm
from medskab.people.models import Person
from medskab.people.rules import is_account, is_signed_in, may_erase
from medskab.people.upwards import open_duties

from .people import find_person
from .security import account_of


@require_GET
@page(is_account, find=account_of)
def my_things(request: HttpRequest, account: Any) -> HttpResponse:
    """To the only area where somebody takes part, else a choice."""
    persons = list(queries.persons_of(account))
    if len(persons) == 1:
        return redirect("mine", persons[0].area.slug)
    return render(request, "people/my_areas.html", {"persons": persons})


@require_POST
@page(is_signed_in)
def answer_consent(request: Any) -> HttpResponse:
    """A yes or a no, for oneself or for a child."""
    me = request.person
    wards = [child.pk for child in queries.wards_of(me, now().date())]
    form = AnswerForm(request.POST, people=Person.objects.filter(pk__in=[me.pk, *wards]))
    if form.is_valid():
        try:
            actions.answer_consent(
                person=form.cleaned_data["person"],
                answer=form.answer(said_by=me),
                by=me,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            messages.warning(request, str(error))
    return redirect("mine", request.area.slug)


@require_POST
@page(is_signed_in)
def say_age(request: Any) -> HttpResponse:
    """Once, about oneself."""
    form = AgeForm(request.POST)
    if form.is_valid():
        try:
            actions.say_age(
                person=request.person,
                band=form.cleaned_data["age_band"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            messages.warning(request, str(error))
    return redirect("mine", request.area.slug)


@require_GET
@page(is_signed_in)
def my_data(request: Any) -> HttpResponse:
    """Everything that is kept about oneself, as one file."""
    text = json.dumps(personal_data.everything_about(request.person, now()), ensure_ascii=False, indent=2)
    response = HttpResponse(text, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{request.area.slug}-my-data.json"'
    return response


@require_http_methods(["GET", "POST"])
@page(may_erase, find=find_person)
def erase(request: Any, whom: Person) -> HttpResponse:
    """What goes, what stays and why; then it is done."""
    form = DeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.erase(person=whom, by=request.person, now=now(), idempotency_key=form.key)
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return _gone(request, whom)
    context = {
        "form": form,
        "whom": whom,
        "is_me": whom == request.person,
        "duties": open_duties(whom),
        "effects": personal_data.effects_of_erasing(),
    }
    return render(request, "people/erase.html", context)


def _gone(request: Any, whom: Person) -> HttpResponse:
    if whom.pk != request.person.pk:
        messages.success(request, _("That is done: the name is gone."))
        return redirect("people", request.area.slug)
    if not queries.persons_of(request.user).exists():
        logout(request)
    messages.success(request, _("That is done: your name is gone from here."))
    return redirect(request.area)
