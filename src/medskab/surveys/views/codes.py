"""Codes for homes: made and printed once by staff, typed or scanned by a neighbour."""

import csv
import io
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from medskab.common.clock import now
from medskab.common.flood import Flood
from medskab.common.policy import page
from medskab.surveys import actions, code_in_hand, rules
from medskab.surveys.codes import codes_for, shown, voice_of_code
from medskab.surveys.forms.codes import CodeForm, MakeCodesForm
from medskab.surveys.models import Survey
from medskab.surveys.printing import PrintedSlips, slips

from .finding import survey_at

_WRONG = Flood("wrong-code", 300)


@never_cache
@page(rules.may_build, find=survey_at)
def make(request: Any, survey: Survey) -> HttpResponse:
    """So many codes, shown once: on this page, as a table and as slips to cut out."""
    form = MakeCodesForm(request.POST or None, initial={"count": survey.invited})
    made: list[str] = []
    if form.is_bound and form.is_valid():
        fresh = codes_for(form.key, form.cleaned_data["count"])
        facts = {"survey": survey, "made": fresh, "by": request.person, "now": now()}
        if form.carry_out(actions.make_codes, **facts):
            made = [code for code in fresh if voice_of_code(survey, code)]
    if made and request.POST.get("as") == "csv":
        return _file(_table(request, survey, made), "text/csv; charset=utf-8", f"codes-{survey.slug}.csv")
    if made and request.POST.get("as") == "pdf":
        return _file(_slips(request, survey, made), "application/pdf", f"codes-{survey.slug}.pdf")
    context = {"form": form, "survey": survey, "made": [shown(code) for code in made]}
    return render(request, "surveys/codes.html", context | {"before": survey.codes.count()})


@never_cache
@page(rules.may_read, find=survey_at)
def type_code(request: Any, survey: Survey) -> HttpResponse:
    """Type the code of the slip."""
    form = CodeForm(request.POST or None)
    if form.is_valid() and (answer := _enter(survey, form)):
        return answer
    is_wrong = "wrong" in request.GET and not form.is_bound
    return render(request, "surveys/code.html", {"form": form, "survey": survey, "is_wrong": is_wrong})


@never_cache
@require_GET
@page(
    lambda person, found: rules.may_read(person, found[0]),
    find=lambda request, *, code, **url: (survey_at(request, **url), code),
)
def open_code(request: Any, found: tuple[Survey, str]) -> HttpResponse:
    """The address in the slip's QR code: the code moves into the browser's hand and leaves the address."""
    survey, code = found
    answer = _enter(survey, CodeForm({"code": code}))
    if answer is None:
        answer = redirect(reverse("survey-code", args=[request.area.slug, survey.slug]) + "?wrong=yes")
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _enter(survey: Survey, form: CodeForm) -> HttpResponse | None:
    if not form.is_valid():
        return None
    if _WRONG.is_over(survey):
        form.add_error(None, _("Many wrong codes come just now. Wait a minute and send it again."))
        return None
    code = form.cleaned_data["code"]
    if not voice_of_code(survey, code):
        _WRONG.note(survey)
        form.add_error("code", _("This survey does not know this code. Look at it again."))
        return None
    is_open = survey.takes_answers(now())
    address = redirect("survey-answer" if is_open else "survey", survey.area.slug, survey.slug)
    return code_in_hand.give(address, survey, code)


def _address(request: Any, survey: Survey, code: str) -> str:
    return str(
        request.build_absolute_uri(reverse("survey-code-open", args=[request.area.slug, survey.slug, code]))
    )


def _table(request: Any, survey: Survey, made: list[str]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Code"), _("Address")])
    writer.writerows([shown(code), _address(request, survey, code)] for code in made)
    return out.getvalue().encode("utf-8-sig")


def _slips(request: Any, survey: Survey, made: list[str]) -> bytes:
    return slips(
        PrintedSlips(
            area=survey.area.name,
            title=survey.title,
            language=get_language() or "da",
            is_right_to_left=get_language_bidi(),
            address=request.build_absolute_uri(reverse("survey-code", args=[request.area.slug, survey.slug])),
            made_on=now().date(),
            codes=tuple((shown(code), _address(request, survey, code)) for code in made),
        )
    )


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
