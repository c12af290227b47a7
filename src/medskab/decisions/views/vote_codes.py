"""Codes on letters: typed on a page, or in the address of a QR code that forgets them at once."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from medskab.common.codes import read_code
from medskab.common.kiosk import is_kiosk
from medskab.common.policy import anyone, page
from medskab.decisions.codes_in_use import credential_of, open_polls
from medskab.decisions.forms.ballot import CodeForm
from medskab.decisions.in_hand import InHand, give
from medskab.decisions.models import Credential, CredentialStatus


def enter(request: Any, form: CodeForm) -> HttpResponse | None:
    """The way on to the ballot for a good code; None, with the reason on the form, for another."""
    if not form.is_valid():
        return None
    code = form.cleaned_data["code"]
    found = credential_of(request.area, code)
    if fault := _fault(found):
        form.add_error("code", fault)
        return None
    assert found is not None  # noqa: S101  else there was a fault
    answer = redirect("decision-vote-ballot", request.area.slug, found.poll.decision.slug)
    return give(answer, InHand(found.poll.ref, code))


def _fault(found: Credential | None) -> str:
    if found is None:
        return _("No vote here has this code. It may belong to another vote. Look at your letter again.")
    if found.status == CredentialStatus.VOIDED:
        return _("This code is no longer valid: you were given a new one. Use the newest letter.")
    if found.status == CredentialStatus.PAPER:
        return _("This code was used to vote on paper, and that vote counts.")
    return ""


@never_cache
@require_http_methods(["GET", "POST"])
@page(anyone)
def type_code(request: Any) -> HttpResponse:
    """Type the code of any vote of the area."""
    if wrong := request.GET.get("wrong") if request.method == "GET" else None:
        form = CodeForm({"code": ""})
        form.errors.clear()
        form.add_error("code", _scanned_wrong(wrong))
    else:
        form = CodeForm(request.POST or None)
    if request.method == "POST" and (answer := enter(request, form)):
        return answer
    context = {"form": form, "is_kiosk": is_kiosk(request), "running": open_polls(request.area)}
    return render(request, "decisions/vote/code.html", context)


def _scanned_wrong(wrong: str) -> str:
    if wrong == "slip":
        return _("The code could not be read. Type it from your letter.")
    return _("This code opens no vote here any more. Type the code of your newest letter.")


def _scanned(request: Any, *, code: str) -> str:
    return code


@never_cache
@require_GET
@page(anyone, find=_scanned)
def open_code(request: Any, code: str) -> HttpResponse:
    """The address in a QR code: the code moves into the browser's hand and leaves the address."""
    form = CodeForm({"code": code})
    answer = enter(request, form)
    if answer is None:
        wrong = "unknown" if _is_whole(code) else "slip"
        answer = redirect("vote-code", request.area.slug)
        answer["Location"] += f"?wrong={wrong}"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _is_whole(code: str) -> bool:
    try:
        return bool(read_code(code))
    except ValueError:
        return False
