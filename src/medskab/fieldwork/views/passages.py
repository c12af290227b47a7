"""The passages of a code across texts, read for a reason."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from medskab.common.deed import CannotAct
from medskab.common.policy import page
from medskab.fieldwork import rules
from medskab.fieldwork.coded_passages import InText, opened, rows_of
from medskab.fieldwork.forms.coding import PassagesForm
from medskab.fieldwork.models import Code

from . import sitting
from .codebook import code_at


@page(rules.may_work, find=code_at)
def passages(request: Any, one: Code) -> HttpResponse:
    """How many there are; their words once a reason is given, each text counted as read."""
    form = PassagesForm(request.POST or None)
    rows = rows_of(one, request.person)
    found = _opened(request, form, rows) if form.is_bound and form.is_valid() else None
    number = sum(map(len, rows.values()))
    context = {"code": one, "form": form, "found": found, "texts": len(rows), "number": number}
    response = render(request, "fieldwork/passages.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _opened(request: Any, form: PassagesForm, rows: Any) -> list[InText] | None:
    try:
        sitting.open_for(request, rows, form.cleaned_data["reason"])
    except CannotAct as error:
        form.add_error(None, str(error))
        return None
    return opened(rows, form.cleaned_data["words"])
