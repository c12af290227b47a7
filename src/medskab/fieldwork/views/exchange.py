"""To other programs and back: a project file or a text document out, codes and texts in."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.fieldwork import actions, rules
from medskab.fieldwork.exchange.archive import MOST_BYTES, BadProject
from medskab.fieldwork.exchange.docx import write_docx
from medskab.fieldwork.exchange.reading import read_qdpx
from medskab.fieldwork.exchange.writing import write_qdpx
from medskab.fieldwork.exchanging import MOST_TEXTS, passages_by_code, project_of, texts_to_send
from medskab.fieldwork.forms import ReasonForm
from medskab.fieldwork.forms.bringing import FileForm
from medskab.fieldwork.models import Brought, Source

_MOST_CODES = 1000
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@page(rules.may_work)
def exchange(request: Any) -> HttpResponse:
    """Both ways; what goes out is written down with its reason, what came in can be taken back."""
    out = ReasonForm(request.POST if "send" in request.POST else None)
    taken = FileForm(*((request.POST, request.FILES) if "take" in request.POST else ()))
    undo = DeedForm(request.POST if "undo" in request.POST else None)
    if out.is_bound and out.is_valid():
        sources = texts_to_send(request.area)
        facts = {"area": request.area, "sources": sources, "reason": out.cleaned_data["reason"]}
        if out.carry_out(actions.send_out, **facts, by=request.person, now=now()):
            return _file(request, sources)
    if (taken.is_bound and taken.is_valid() and _is_taken(request, taken)) or _is_undone(request, undo):
        messages.success(request, _("It is done."))
        return redirect("fieldwork-exchange", request.area.slug)
    context = {"out": out, "taken": taken, "undo": undo, "plain": DeedForm(), "brought": _lately(request)}
    return render(request, "fieldwork/exchange.html", context)


def _lately(request: Any) -> list[Brought]:
    found = Brought.objects.for_area(request.area).filter(undone_at=None, at__gt=now() - timedelta(days=1))
    return list(found.select_related("by"))


def _is_taken(request: Any, form: FileForm) -> bool:
    try:
        project = read_qdpx(form.cleaned_data["file"].read(MOST_BYTES + 1))
    except BadProject as error:
        form.add_error("file", str(error))
        return False
    facts = {"area": request.area, "by": request.person, "now": now()}
    if request.POST["take"] != "texts":
        return form.carry_out(actions.take_in_codes, codes=project.codes[:_MOST_CODES], **facts)
    if len(project.texts) > MOST_TEXTS or len(project.codes) > _MOST_CODES:
        form.add_error("file", _("There is too much in the file for one time."))
        return False
    answered = {name: form.cleaned_data[name] for name in ("language", "is_agreed")}
    return form.carry_out(actions.bring_project, project=project, **answered, **facts)


def _is_undone(request: Any, form: DeedForm) -> bool:
    number = request.POST.get("undo", "")
    one = next((row for row in _lately(request) if str(row.pk) == number), None) if form.is_bound else None
    return bool(one) and form.carry_out(actions.undo_bringing, brought=one, by=request.person, now=now())


def _file(request: Any, sources: list[Source]) -> HttpResponse:
    if request.POST["send"] == "passages":
        title = _("Passages by code")
        content, kind = write_docx(title, passages_by_code(request.area, sources)), _DOCX
    else:
        content, kind = write_qdpx(project_of(request.area, sources)), "application/zip"
    name = "passages.docx" if kind == _DOCX else "fieldwork.qdpx"
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
