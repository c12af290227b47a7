"""Pages that ask before something is done: one form, one deed, and what is said when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from medskab.common.clock import now
from medskab.common.forms import DeedForm


@dataclass(frozen=True)
class Asking:
    """A page's question, its button, the deed behind the button, and what is said after it."""

    title: str | Promise
    button: str | Promise
    deed: Callable[..., Any]
    said: str | Promise
    lead: str | Promise = ""
    is_dangerous: bool = False

    def is_done(self, request: Any, form: DeedForm, **facts: Any) -> bool:
        """Do it with what was typed and say so; where it is refused, the sentence stands on the form."""
        typed = getattr(form, "facts", {}) if form.is_bound and form.is_valid() else {}
        if not form.carry_out(self.deed, **facts, **typed, by=request.person, now=now()):
            return False
        messages.success(request, str(self.said))
        return True

    def page(self, request: Any, form: DeedForm, about: Any, *, back: str = "") -> HttpResponse:
        """The question with its form; `back` where the way back is not to what it is about."""
        context = {"form": form, "asking": self, "about": about, "back": back or about.get_absolute_url()}
        return render(request, "ask.html", context)
