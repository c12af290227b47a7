"""What staff do on somebody's page: roles, consents said elsewhere, new keys."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.people import actions, rules
from medskab.people.forms.people import AddressForm, HeardForm, RoleForm
from medskab.people.models import AccessRenewal, Person, Role

from .people import find_person, may_keep, show_person


@require_POST
@page(may_keep, find=find_person)
def give_role(request: Any, whom: Person) -> HttpResponse:
    """From today, somebody does this here."""
    form = RoleForm(request.POST, area=request.area)
    if form.is_valid():
        try:
            actions.give_role(
                person=whom,
                kind=form.role_kind,
                place=form.cleaned_data["place"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return redirect("person", request.area.slug, whom.pk)
    return show_person(request, whom, role_form=form)


def find_role(request: Any, *, pk: int) -> Role:
    """A role of this area."""
    found = Role.objects.for_area(request.area).filter(pk=pk).select_related("person__area", "area").first()
    if found is None:
        raise Http404
    return found


def may_end(person: Person | None, role: Role) -> bool:
    """Staff, and everybody for their own."""
    return rules.may_end_role(person, role.person)


@require_POST
@page(may_end, find=find_role)
def end_role(request: Any, role: Role) -> HttpResponse:
    """From today, somebody does this here no longer."""
    form = DeedForm(request.POST)
    if form.is_valid():
        try:
            actions.end_role(role=role, by=request.person, now=now(), idempotency_key=form.key)
        except CannotAct as error:
            messages.warning(request, str(error))
    if role.person == request.person:
        return redirect("mine", request.area.slug)
    return redirect("person", request.area.slug, role.person_id)


@require_POST
@page(rules.may_write_down_consent, find=find_person)
def write_consent(request: Any, whom: Person) -> HttpResponse:
    """Somebody said yes or no on paper, by phone or face to face."""
    form = HeardForm(request.POST)
    if form.is_valid():
        try:
            answer = form.answer(whom)
            actions.answer_consent(
                person=whom, answer=answer, by=request.person, now=now(), idempotency_key=form.key
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return redirect("person", request.area.slug, whom.pk)
    return show_person(request, whom, heard_form=form)


@require_POST
@page(rules.may_renew_access, find=find_person)
def renew_access(request: Any, whom: Person) -> HttpResponse:
    """New keys for somebody who lost theirs."""
    form = AddressForm(request.POST)
    if form.is_valid():
        try:
            renewal = actions.renew_access(
                person=whom,
                email=form.cleaned_data["email"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            done = _("The letter is on its way.")
            messages.success(request, done if renewal.ended_at else _("Now a second person must agree."))
            return redirect("person", request.area.slug, whom.pk)
    return show_person(request, whom, address_form=form)


def find_renewal(request: Any, *, pk: int) -> AccessRenewal:
    """A request of this area."""
    renewals = AccessRenewal.objects.for_area(request.area).filter(pk=pk)
    found = renewals.select_related("person__area", "area").first()
    if found is None:
        raise Http404
    return found


def may_answer(person: Person | None, renewal: AccessRenewal) -> bool:
    """Staff; whether it is the second person is the action's to say."""
    return rules.may_keep_people(person, renewal.area)


@require_POST
@page(may_answer, find=find_renewal)
def answer_renewal(request: Any, renewal: AccessRenewal) -> HttpResponse:
    """Agree, or drop it."""
    form = DeedForm(request.POST)
    deed = actions.agree_to_renewal if request.POST.get("answer") == "agree" else actions.drop_renewal
    if form.is_valid():
        try:
            deed(renewal=renewal, by=request.person, now=now(), idempotency_key=form.key)
        except CannotAct as error:
            messages.warning(request, str(error))
    return redirect("people", request.area.slug)
