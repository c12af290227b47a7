"""What most pages here share: one form, one deed, and back to the initiative."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.initiatives import rules
from medskab.initiatives.models import Initiative


@dataclass(frozen=True)
class Doing:
    """What a page says: its question, its button, and what is said when it is done."""

    title: str | Promise
    button: str | Promise
    said: str | Promise
    lead: str | Promise = ""
    is_dangerous: bool = False


@dataclass(frozen=True)
class Deed:
    """A page's words, and the action behind its button."""

    doing: Doing
    action: Callable[..., Any]


def carried_out(request: Any, form: DeedForm, deed: Deed, initiative: Initiative) -> HttpResponse:
    """Do it and go back, or show the form with what is wrong."""
    written = getattr(form, "facts", {}) if form.is_bound and form.is_valid() else {}
    if form.carry_out(deed.action, initiative=initiative, **written, by=request.person, now=now()):
        messages.success(request, str(deed.doing.said))
        return redirect(after(request, initiative))
    return shown(request, form, deed.doing, initiative)


def shown(request: Any, form: DeedForm, doing: Doing, initiative: Initiative) -> HttpResponse:
    """The page with its form."""
    context = {"form": form, "doing": doing, "initiative": initiative}
    return render(request, "initiatives/form.html", context)


def after(request: Any, initiative: Initiative) -> str:
    """Where a deed leads: the initiative, or one's own list when it is out of sight by now."""
    initiative.refresh_from_db()
    if rules.may_see(request.person, initiative):
        return initiative.get_absolute_url()
    return reverse("initiatives-mine", args=[request.area.slug])
