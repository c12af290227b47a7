"""Codes on posters: the page that one opens, and the page where they are made."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from medskab.common import codes
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.people import actions, queries
from medskab.people.actions.codes import JOIN
from medskab.people.forms.mine import TypedCodeForm
from medskab.people.forms.people import JoinCodeForm
from medskab.people.models import JoinCode
from medskab.people.rules import may_keep_people


@require_GET
@page(anyone)
def open_code(request: HttpRequest) -> HttpResponse:
    """Type a code."""
    return _opened(request, TypedCodeForm(request.GET if "code" in request.GET else None))


def _opened(request: HttpRequest, form: TypedCodeForm) -> HttpResponse:
    if form.is_valid():
        kept = codes.kept(form.cleaned_data["code"], JOIN)
        found = JoinCode.objects.filter(code_hmac=kept, ended_at=None).select_related("area").first()
        if found:
            return redirect(f"{found.area.get_absolute_url()}{found.opens}")
        form.add_error("code", _("This code opens nothing. It may have ended."))
    return render(request, "people/open_code.html", {"form": form})


def _typed(request: HttpRequest, *, code: str) -> str:
    return code


@require_GET
@page(anyone, find=_typed)
def follow_code(request: HttpRequest, code: str) -> HttpResponse:
    """The address in a QR code: the same as typing it."""
    return _opened(request, TypedCodeForm({"code": code}))


@require_http_methods(["GET", "POST"])
@page(may_keep_people)
def join_codes(request: Any) -> HttpResponse:
    """The codes of the area. A new one is shown once, when it is made."""
    form, made = JoinCodeForm(request.POST or None, area=request.area), None
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make_join_code(
                area=request.area,
                opens=form.cleaned_data["opens"],
                place=form.cleaned_data["place"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
    return render(request, "people/join_codes.html", _shown(request, form, getattr(made, "code", "")))


def _shown(request: Any, form: JoinCodeForm, code: str) -> dict[str, Any]:
    return {
        "form": form,
        "code": codes.shown(code) if code else "",
        "link": request.build_absolute_uri(reverse("follow-code", args=[code])) if code else "",
        "join_codes": queries.join_codes_of(request.area),
    }


def _find(request: Any, *, pk: int) -> JoinCode:
    found = JoinCode.objects.for_area(request.area).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _may_end(person: Any, join_code: JoinCode) -> bool:
    return may_keep_people(person, join_code.area)


@require_POST
@page(_may_end, find=_find)
def end_join_code(request: Any, join_code: JoinCode) -> HttpResponse:
    """It opens nothing any more."""
    form = DeedForm(request.POST)
    if form.is_valid():
        try:
            actions.end_join_code(join_code=join_code, by=request.person, now=now(), idempotency_key=form.key)
        except CannotAct as error:
            messages.warning(request, str(error))
    return redirect("join-codes", request.area.slug)
