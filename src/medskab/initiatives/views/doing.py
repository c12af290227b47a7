"""What most pages here share: they ask, do one thing, and lead back to the initiative."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from medskab.common.asking import Asking
from medskab.common.forms import DeedForm
from medskab.common.policy import Rule, page
from medskab.initiatives import rules
from medskab.initiatives.models import Initiative

from .finding import initiative_at

View = Callable[..., HttpResponse]
MakeForm = Callable[[Any, Initiative], DeedForm]


def just_press(request: Any, _initiative: Initiative) -> DeedForm:
    """A form with nothing but its button."""
    return DeedForm(request.POST or None)


def asks(rule: Rule, asking: Asking, form: MakeForm = just_press) -> View:
    """The page of a question about an initiative, for those whom the rule lets in."""

    @page(rule, find=initiative_at)
    def view(request: Any, initiative: Initiative) -> HttpResponse:
        filled = form(request, initiative)
        if asking.is_done(request, filled, initiative=initiative):
            return redirect(_after(request, initiative))
        return asking.page(request, filled, initiative)

    return view


def _after(request: Any, initiative: Initiative) -> str:
    """Where a deed leads: the initiative, or one's own list when it is out of sight by now."""
    initiative.refresh_from_db()
    if rules.may_see(request.person, initiative):
        return initiative.get_absolute_url()
    return reverse("initiatives-mine", args=[request.area.slug])
