"""What most pages here are: one form, one deed, and on to the next page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.gatherings.models import Gathering


def is_done(request: Any, form: DeedForm, action: Callable[..., Any], **given: Any) -> bool:
    """Whether the form was sent and its deed done; a refusal stands on the form."""
    if not form.is_valid():
        return False
    try:
        action(**{"by": request.person} | given, now=now(), idempotency_key=form.key)
    except CannotAct as error:
        form.add_error(None, str(error))
        return False
    return True


def form_page(request: Any, form: DeedForm, gathering: Gathering | None, back: str) -> HttpResponse:
    """A page with one form; the form itself says its title, its words and its button."""
    return render(
        request, "gatherings/form.html", {"form": form, "gathering": gathering, "back": back, **shown(form)}
    )


def shown(form: DeedForm) -> dict[str, Any]:
    """The words that a form brings along."""
    names = ("title", "lead", "button", "who_sees", "is_dangerous")
    return {name: getattr(form, name, "") for name in names}


def one_press(request: Any, action: Callable[..., Any], to: str, *where: Any, **given: Any) -> HttpResponse:
    """A button that does one thing; what went wrong is said on the page it leads back to."""
    form = DeedForm(request.POST or None)
    if not is_done(request, form, action, **given):
        for error in form.non_field_errors():
            messages.error(request, str(error))
    return redirect(to, request.area.slug, *where)


def to(name: str, gathering: Gathering, said: str | Promise = "", request: Any = None) -> HttpResponse:
    """On to another page of the meeting."""
    if said and request is not None:
        messages.success(request, str(said))
    return redirect(name, gathering.area.slug, gathering.slug)
