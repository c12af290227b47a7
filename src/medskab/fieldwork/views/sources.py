"""Sources: the list, beginning one, opening one for a reason, writing it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.common.typed import whole_number
from medskab.fieldwork import actions, envelopes, queries, refusals, rules
from medskab.fieldwork.forms import NoteForm, ReasonForm, SourceFactsForm, WritingForm
from medskab.fieldwork.models import Source, Subject
from medskab.fieldwork.sealed import text_of
from medskab.fieldwork.transcript import segments

from .finding import source_at, subject_at

_ON_ONE_PAGE = 30


@page(rules.may_work)
def listed(request: Any) -> HttpResponse:
    """What there is, without a word of it."""
    found = Paginator(queries.sources(request.area), _ON_ONE_PAGE)
    context = {
        "page": found.get_page(request.GET.get("page")),
        "subjects": queries.subjects(request.area)[:100],
    }
    return render(request, "fieldwork/list.html", context)


@page(rules.may_work, find=subject_at)
def new_interview(request: Any, whom: Subject) -> HttpResponse:
    """An interview with somebody who agreed; its text and its recording come next."""
    form = SourceFactsForm(request.POST or None, area=request.area)
    title = _("A new interview")
    return _begun(request, form, title, whom)


@page(rules.may_work)
def new_note(request: Any) -> HttpResponse:
    """A field note, in one go."""
    form = NoteForm(request.POST or None, area=request.area)
    return _begun(request, form, _("A new field note"), None)


@page(rules.may_work, find=source_at)
def source(request: Any, one: Source) -> HttpResponse:
    """What it is; its text only for a reason, and only in the answer to it."""
    form = ReasonForm(request.POST or None)
    context = {"source": one, "form": form}
    if form.is_bound and form.is_valid():
        try:
            text = text_of(one, by=request.person, reason=form.cleaned_data["reason"], now=now())
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            if "write" in request.POST:
                return _editor(request, one, _writing(one, text), bool(one.draft))
            context |= {"is_open": True, "turns": segments(text)}
    return _unkept(render(request, "fieldwork/source.html", context))


@page(rules.may_work, find=source_at)
def write(request: Any, one: Source) -> HttpResponse:
    """Save the text; where another window saved meanwhile, both texts are shown."""
    if request.method != "POST":
        return redirect(one)
    form = WritingForm(request.POST)
    version = request.POST.get("version", "0")
    if form.is_valid():
        words = {"text": form.cleaned_data["text"], "version": form.cleaned_data["version"]}
        if form.carry_out(actions.write_source, source=one, **words, by=request.person, now=now()):
            if "ready" in request.POST:
                actions.finish_source(source=one, by=request.person, now=now())
            messages.success(request, _("The text is saved."))
            return redirect(one)
    if version != str(one.version) and not form.must_ask:
        return _both(request, one, form)
    return _editor(request, one, form)


@page(rules.may_work, find=source_at)
def draft(request: Any, one: Source) -> HttpResponse:
    """What is being typed, every few seconds, sealed."""
    text = request.POST.get("text", "")
    version, number = (whole_number(request.POST.get(name)) for name in ("version", "number"))
    if version is None or number is None:
        return JsonResponse({"said": ""}, status=400)
    try:
        kept = actions.keep_draft(
            source=one, text=text, version=version, number=number, by=request.person, now=now()
        )
    except CannotAct as error:
        status = 409 if isinstance(error, refusals.ChangedMeanwhile) else 422
        return JsonResponse({"said": str(error)}, status=status)
    return JsonResponse({"number": kept.draft_number, "said": _("Kept.")})


@page(rules.may_work, find=source_at)
def erase(request: Any, one: Source) -> HttpResponse:
    """One source, for good."""
    form = DeedForm(request.POST or None)
    if form.carry_out(actions.erase_source, source=one, by=request.person, now=now()):
        messages.success(request, _("It is erased."))
        return redirect("fieldwork", request.area.slug)
    context = {
        "form": form,
        "question": _("Erase this text?"),
        "consequence": _("Text and recording are deleted for good."),
        "yes": _("Yes, erase it"),
        "back": one.get_absolute_url(),
        "is_dangerous": True,
    }
    return render(request, "confirm.html", context)


def _begun(request: Any, form: SourceFactsForm, title: str, whom: Subject | None) -> HttpResponse:
    if form.is_bound and form.is_valid():
        facts = {"area": request.area, "subject": whom, "facts": form.facts}
        if form.carry_out(actions.new_source, **facts, by=request.person, now=now()):
            return redirect(form.answer)
    context = {"form": form, "title": title, "subject": whom}
    return render(request, "fieldwork/new.html", context)


def _writing(one: Source, text: str) -> WritingForm:
    return WritingForm(initial={"text": envelopes.open_draft(one) or text, "version": one.version})


def _both(request: Any, one: Source, form: WritingForm) -> HttpResponse:
    theirs = text_of(one, by=request.person, reason=_("Saved in two windows"), now=now())
    form.answer_for({"version": [str(one.version)]})
    return _editor(request, one, form, theirs=theirs)


def _editor(
    request: Any, one: Source, form: WritingForm, is_draft: bool = False, theirs: str = ""
) -> HttpResponse:
    context = {"source": one, "form": form, "is_draft": is_draft, "theirs": theirs}
    return _unkept(render(request, "fieldwork/write.html", context))


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
