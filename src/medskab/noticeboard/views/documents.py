"""Papers: the shelf, one paper, and keeping them."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.noticeboard import actions, queries, rules, shelf
from medskab.noticeboard.forms import DocumentForm, DocumentWordsForm, as_written
from medskab.noticeboard.models import Document

from .doing import Doing, carried_out
from .finding import document_at

NEW = Doing(_("Lay out a paper"), _("Lay it out"), _("Everybody can take the paper now."), "documents")
CHANGE = Doing(_("Change what it is called"), _("Keep the changes"), _("It is changed."), "documents")
TAKE_DOWN = Doing(
    _("Does this paper hold no more?"),
    _("Take it down"),
    _("The paper is in the archive."),
    "documents",
    lead=_("It stays in the archive, where everybody can still read it."),
    is_dangerous=True,
)


@page(anyone)
def documents(request: Any) -> HttpResponse:
    """The papers that hold here."""
    may_post = rules.may_post(request.person, request.area)
    context = {"documents": queries.documents(request.area), "may_post": may_post}
    return render(request, "noticeboard/documents.html", context)


@page(anyone, find=document_at)
def file(request: Any, document: Document) -> HttpResponse:
    """The paper itself: to keep, never to be opened as a page of this site."""
    try:
        content = shelf.path_of(document.kept_as).read_bytes()
    except FileNotFoundError:
        raise Http404 from None
    name = f"{slugify(document.title) or document.kind}.pdf"
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@page(rules.may_post)
def new(request: Any) -> HttpResponse:
    """Lay a paper out."""
    form = DocumentForm(request.POST or None, request.FILES or None)
    return carried_out(request, form, NEW, actions.add_document, area=request.area)


@page(rules.may_change, find=document_at)
def change(request: Any, document: Document) -> HttpResponse:
    """Another title or kind."""
    form = DocumentWordsForm(request.POST or None, initial=as_written(document, DocumentWordsForm))
    return carried_out(request, form, CHANGE, actions.change_document, document=document)


@page(rules.may_change, find=document_at)
def take_down(request: Any, document: Document) -> HttpResponse:
    """Into the archive."""
    form = DeedForm(request.POST or None)
    return carried_out(request, form, TAKE_DOWN, actions.take_down_document, document=document)
