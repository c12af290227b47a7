"""Who to call: the list, and keeping it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.noticeboard import actions, queries, rules
from medskab.noticeboard.forms import ContactForm, as_written
from medskab.noticeboard.models import Contact

from .doing import Doing, carried_out
from .finding import contact_at

NEW = Doing(_("Put somebody on the list"), _("Put on the list"), _("It is on the list."), "contacts")
CHANGE = Doing(_("Change the entry"), _("Keep the changes"), _("The entry is changed."), "contacts")
REMOVE = Doing(
    _("Take this off the list?"),
    _("Take it off"),
    _("It is off the list."),
    "contacts",
    lead=_("The name and the number are deleted."),
    is_dangerous=True,
)


@page(anyone)
def contacts(request: Any) -> HttpResponse:
    """Who to call about what."""
    may_post = rules.may_post(request.person, request.area)
    context = {"contacts": queries.contacts(request.area), "may_post": may_post}
    return render(request, "noticeboard/contacts.html", context)


@page(rules.may_post)
def new(request: Any) -> HttpResponse:
    """Put somebody on the list."""
    form = ContactForm(request.POST or None)
    return carried_out(request, form, NEW, actions.add_contact, area=request.area)


@page(rules.may_change, find=contact_at)
def change(request: Any, contact: Contact) -> HttpResponse:
    """Another number, other hours."""
    form = ContactForm(request.POST or None, initial=as_written(contact, ContactForm))
    return carried_out(request, form, CHANGE, actions.change_contact, contact=contact)


@page(rules.may_change, find=contact_at)
def remove(request: Any, contact: Contact) -> HttpResponse:
    """Off the list."""
    form = DeedForm(request.POST or None)
    return carried_out(request, form, REMOVE, actions.remove_contact, contact=contact)
