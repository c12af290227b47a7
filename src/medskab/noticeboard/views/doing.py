"""What the pages of those who keep the board share: one form, one deed, and back to the board."""

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


@dataclass(frozen=True)
class Doing:
    """What a page says: its question, its button, what is said when it is done, and where it leads."""

    title: str | Promise
    button: str | Promise
    said: str | Promise
    back: str
    lead: str | Promise = ""
    is_dangerous: bool = False


def carried_out(
    request: Any, form: DeedForm, doing: Doing, deed: Callable[..., Any], **facts: Any
) -> HttpResponse:
    """Do it and go back to the board, or show the form with what is wrong."""
    written = getattr(form, "facts", {}) if form.is_bound and form.is_valid() else {}
    if form.carry_out(deed, **facts, **written, by=request.person, now=now()):
        messages.success(request, str(doing.said))
        return redirect(doing.back, request.area.slug)
    address = reverse(doing.back, args=[request.area.slug])
    return render(request, "noticeboard/form.html", {"form": form, "doing": doing, "back": address})
