"""Speakers: consent first, then who they are; asking again, and erasing."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common import codes
from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.fieldwork import actions, consenting, pseudonyms, queries, rules
from medskab.fieldwork.forms import ConsentForm, ReceiptForm, SpeakerForm
from medskab.fieldwork.models import Subject
from medskab.people.models import Purpose

from .finding import subject_at


@page(rules.may_work)
def new(request: Any) -> HttpResponse:
    """Somebody says yes, in their own language, and gets a receipt."""
    begin = {"pseudonym": pseudonyms.proposed(queries.taken_pseudonyms(request.area))}
    form = SpeakerForm(request.POST or None, language=_language(request), initial=begin)
    if form.is_bound and form.is_valid():
        who = {"area": request.area, "facts": form.facts, "asked": form.asked}
        if form.carry_out(
            actions.enter_subject, **who, code=form.cleaned_data["code"], by=request.person, now=now()
        ):
            context = {"subject": form.answer, "code": codes.shown(form.cleaned_data["code"])}
            return _unkept(render(request, "fieldwork/receipt.html", context))
    return render(request, "fieldwork/consent.html", _asking(form, _("A new speaker")))


@page(rules.may_work, find=subject_at)
def subject(request: Any, whom: Subject) -> HttpResponse:
    """What a speaker allows, and what there is of them."""
    context = {
        "subject": whom,
        "allowed": queries.allowed(whom),
        "sources": queries.sources(request.area).filter(subject=whom)[:200],
    }
    return render(request, "fieldwork/subject.html", context)


@page(rules.may_work, find=subject_at)
def ask(request: Any, whom: Subject) -> HttpResponse:
    """Ask again: what is not a yes now is a no from now on."""
    begin = {"purposes": [purpose for purpose, is_allowed in queries.allowed(whom) if is_allowed]}
    form = ConsentForm(request.POST or None, language=_language(request), initial=begin)
    asked = form.asked if form.is_bound and form.is_valid() else None
    if form.carry_out(actions.agree, subject=whom, asked=asked, by=request.person, now=now()):
        messages.success(request, _("It is written down."))
        return redirect("fieldwork", request.area.slug)
    return render(request, "fieldwork/consent.html", _asking(form, _("Ask again")))


@page(rules.may_work, find=subject_at)
def erase(request: Any, whom: Subject) -> HttpResponse:
    """Everything of one speaker, for good."""
    form = DeedForm(request.POST or None)
    if form.carry_out(actions.erase_subject, subject=whom, by=request.person, now=now()):
        messages.success(request, _("It is erased."))
        return redirect("fieldwork", request.area.slug)
    context = {
        "form": form,
        "question": _("Erase everything this speaker said?"),
        "consequence": _("The key is destroyed, also where a backup is restored. Nobody can read it again."),
        "yes": _("Yes, erase it"),
        "back": whom.get_absolute_url(),
        "is_dangerous": True,
    }
    return render(request, "confirm.html", context)


@page(anyone)
def mine(request: Any) -> HttpResponse:
    """For whoever holds a receipt: what was agreed, and taking it back. The code stands in no address."""
    form = ReceiptForm(request.POST or None)
    whom = None
    if form.is_bound and form.is_valid():
        code = _read(form.cleaned_data["code"])
        purpose = request.POST.get("take-back", "")
        if purpose in Purpose.values:
            facts = {"area": request.area, "code": code, "purpose": purpose}
            form.carry_out(actions.take_back, **facts, by=None, now=now())
        whom = queries.by_receipt(request.area, code)
        if whom is None and purpose == Purpose.STORED and not form.errors:
            messages.success(request, _("Everything you said is erased."))
            return redirect("fieldwork-mine", request.area.slug)
        if whom is None and not form.errors:
            form.add_error("code", _("We find nothing under this code. Look at it again."))
    return _unkept(render(request, "fieldwork/mine.html", _shown(request, form, whom)))


def _shown(request: Any, form: ReceiptForm, whom: Subject | None) -> dict[str, Any]:
    if whom is None:
        return {"form": form, "subject": None}
    sentences = consenting.languages()["en" if request.LANGUAGE_CODE == "en" else "da"].purposes
    allowed = [(purpose, sentences[purpose], given) for purpose, given in queries.allowed(whom)]
    code = form.cleaned_data["code"]
    return {
        "form": ReceiptForm(initial={"code": code}),
        "subject": whom,
        "allowed": allowed,
        "code": code,
        "waiting": queries.quotes_that_wait(whom),
        "read": queries.readings_of(whom),
    }


def _asking(form: ConsentForm, title: str) -> dict[str, Any]:
    return {"form": form, "title": title, "languages": consenting.languages().values(), "texts": form.texts}


def _language(request: Any) -> str:
    asked = request.GET.get("language", "da")
    return asked if asked in consenting.languages() else "da"


def _read(typed: str) -> str:
    try:
        return codes.read_code(typed)
    except codes.NotACode:
        return ""


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
