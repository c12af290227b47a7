"""To other programs and back: a project file out, a codebook in."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.fieldwork import actions, rules
from medskab.fieldwork.exchange.archive import MOST_BYTES, BadProject
from medskab.fieldwork.exchange.reading import read_qdpx
from medskab.fieldwork.exchange.writing import write_qdpx
from medskab.fieldwork.exchanging import project_of, texts_to_send
from medskab.fieldwork.forms import ReasonForm


class FileForm(DeedForm):
    """A project file of another program."""

    file = forms.FileField(label=gettext_lazy("A project file (.qdpx)"), max_length=200)


@page(rules.may_work)
def exchange(request: Any) -> HttpResponse:
    """Both ways; what goes out is written down with its reason."""
    out = ReasonForm(request.POST if "send" in request.POST else None)
    taken = FileForm(*((request.POST, request.FILES) if "take" in request.POST else ()))
    if out.is_bound and out.is_valid():
        sources = texts_to_send(request.area)
        facts = {"area": request.area, "sources": sources, "reason": out.cleaned_data["reason"]}
        if out.carry_out(actions.send_out, **facts, by=request.person, now=now()):
            return _file(write_qdpx(project_of(request.area, sources)))
    if taken.is_bound and taken.is_valid() and _is_taken(request, taken):
        messages.success(request, _("The codes are in the book."))
        return redirect("fieldwork-codes", request.area.slug)
    return render(request, "fieldwork/exchange.html", {"out": out, "taken": taken})


def _is_taken(request: Any, form: FileForm) -> bool:
    try:
        project = read_qdpx(form.cleaned_data["file"].read(MOST_BYTES + 1))
    except BadProject as error:
        form.add_error("file", str(error))
        return False
    facts = {"area": request.area, "codes": project.codes[:1000]}
    return form.carry_out(actions.take_in_codes, **facts, by=request.person, now=now())


def _file(content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="fieldwork.qdpx"'
    response["Cache-Control"] = "no-store"
    return response
