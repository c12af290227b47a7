"""Who takes part here: the list, inviting, and one person's page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import page
from medskab.people import actions, queries
from medskab.people.forms.people import AddressForm, HeardForm, InviteForm, RoleForm
from medskab.people.models import Person
from medskab.people.rules import may_keep_people
from medskab.people.upwards import open_duties


def find_person(request: Any, *, pk: int) -> Person:
    """Somebody of this area who is still here."""
    people = Person.objects.for_area(request.area).filter(pk=pk, erased_at=None)
    found = people.select_related("area", "account", "guardian").first()
    if found is None:
        raise Http404
    return found


def may_keep(person: Person | None, whom: Person) -> bool:
    """Staff of the person's area."""
    return may_keep_people(person, whom.area)


@require_GET
@page(may_keep_people)
def people(request: Any) -> HttpResponse:
    """Everybody, with what they do."""
    context = {
        "people": queries.people_of(request.area, now().date()),
        "renewals": queries.open_renewals(request.area),
    }
    return render(request, "people/people.html", context)


@require_http_methods(["GET", "POST"])
@page(may_keep_people)
def invite(request: Any) -> HttpResponse:
    """Let somebody in."""
    form = InviteForm(request.POST or None, area=request.area)
    if request.method == "POST" and form.is_valid():
        try:
            person = actions.invite(
                area=request.area,
                invitation=form.invitation(),
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The letter is on its way."))
            return redirect("person", request.area.slug, person.pk)
    return render(request, "people/invite.html", {"form": form})


@require_GET
@page(may_keep, find=find_person)
def person(request: Any, whom: Person) -> HttpResponse:
    """What somebody does here, what they agreed to, and how to help them in again."""
    return show_person(request, whom)


def show_person(request: Any, whom: Person, **forms: Any) -> HttpResponse:
    """The page, with a form that has something to say where one was refused."""
    context = {
        "whom": whom,
        "roles": queries.roles_of(whom, now().date()),
        "duties": open_duties(whom),
        "consents": queries.consent_states(whom, now()),
        "role_form": RoleForm(area=request.area),
        "address_form": AddressForm(initial={"email": whom.account.email if whom.account else ""}),
        "heard_form": HeardForm(),
        "is_me": whom == request.person,
    }
    return render(request, "people/person.html", context | forms)
