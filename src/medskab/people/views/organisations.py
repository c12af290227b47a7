"""Organisations and who speaks for them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.people import actions, queries, rules
from medskab.people.forms.people import MemberForm, OrganisationForm
from medskab.people.models import Membership, Organisation, Person


@require_http_methods(["GET", "POST"])
@page(rules.may_keep_people)
def organisations(request: Any) -> HttpResponse:
    """All of them, and adding one."""
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_organisation(
                area=request.area,
                name=form.cleaned_data["name"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return redirect("organisations", request.area.slug)
    return _show(request, form)


def _find(request: Any, *, pk: int) -> Organisation:
    found = Organisation.objects.for_area(request.area).filter(pk=pk, ended_on=None).first()
    if found is None:
        raise Http404
    return found


def _may_keep(person: Person | None, organisation: Organisation) -> bool:
    return rules.may_keep_people(person, organisation.area)


@require_POST
@page(_may_keep, find=_find)
def join_organisation(request: Any, organisation: Organisation) -> HttpResponse:
    """Somebody belongs to it."""
    form = MemberForm(request.POST, area=request.area)
    if form.is_valid():
        try:
            actions.join_organisation(
                organisation=organisation,
                person=form.cleaned_data["person"],
                is_contact=form.cleaned_data["is_contact"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            messages.warning(request, str(error))
    return redirect("organisations", request.area.slug)


def _find_membership(request: Any, *, pk: int) -> Membership:
    memberships = Membership.objects.for_area(request.area).filter(pk=pk)
    found = memberships.select_related("person__area").first()
    if found is None:
        raise Http404
    return found


def _may_end(person: Person | None, membership: Membership) -> bool:
    return rules.may_end_role(person, membership.person)


@require_POST
@page(_may_end, find=_find_membership)
def leave_organisation(request: Any, membership: Membership) -> HttpResponse:
    """Somebody belongs to it no longer."""
    form = DeedForm(request.POST)
    if form.is_valid():
        try:
            actions.leave_organisation(
                membership=membership, by=request.person, now=now(), idempotency_key=form.key
            )
        except CannotAct as error:
            messages.warning(request, str(error))
    if membership.person == request.person and not rules.may_keep_people(request.person, request.area):
        return redirect("mine", request.area.slug)
    return redirect("organisations", request.area.slug)


def _show(request: Any, form: OrganisationForm) -> HttpResponse:
    context = {
        "form": form,
        "organisations": queries.organisations_of(request.area),
        "member_form": MemberForm(area=request.area),
        "everybody": list(queries.people_named(request.area)),
    }
    return render(request, "people/organisations.html", context)
