"""Papers: only PDF, under names that say nothing, handed out to be kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from medskab.common.clock import now
from medskab.noticeboard import actions, queries, refusals, shelf
from medskab.noticeboard.models import Document, DocumentKind
from medskab.people.tests import factories as people

from . import factories


def kept_files(settings):
    return list((settings.MEDIA_ROOT / "documents").rglob("*.pdf"))


def test_hands_a_paper_out_as_something_to_keep(client, area, bo):
    document = factories.document(area, bo)
    answer = client.get(document.get_absolute_url())
    assert answer.content == factories.PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="house-rules.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "house" not in document.kept_as.removeprefix("documents/")


def test_refuses_what_is_no_pdf_or_too_big(area, bo, settings, monkeypatch):
    for content in (b"", b"<html>%PDF-%%EOF", b"%PDF-1.7 cut off", b"GIF89a%PDF-1.7 %%EOF"):
        with pytest.raises(shelf.NoPaper):
            actions.add_document(
                area=area, title="x", kind=DocumentKind.OTHER, content=content, by=bo, now=now()
            )
    monkeypatch.setattr(shelf, "MOST_BYTES", len(factories.PDF) - 1)
    with pytest.raises(shelf.PaperTooBig):
        factories.document(area, bo)
    assert not kept_files(settings)


def test_leaves_no_file_where_the_row_does_not_come_about(area, bo, settings, monkeypatch):
    def broken(*_given, **_named):
        raise RuntimeError

    monkeypatch.setattr("medskab.noticeboard.actions.documents.record", broken)
    with pytest.raises(RuntimeError):
        factories.document(area, bo)
    assert not Document.objects.exists()
    assert not kept_files(settings)


def test_refuses_those_who_keep_no_shelf(area, bo, strangers, settings):
    document = factories.document(area, bo)
    for who in strangers:
        with pytest.raises(refusals.NotYoursToPost):
            factories.document(area, who)
        with pytest.raises(refusals.NotYoursToPost):
            actions.take_down_document(document=document, by=who, now=now())
        with pytest.raises(refusals.NotYoursToPost):
            actions.change_document(document=document, title="x", kind="other", by=who, now=now())
    assert len(kept_files(settings)) == 1


def test_renames_and_takes_down_into_the_archive(client, area, bo, freja):
    document = factories.document(area, bo)
    actions.change_document(document=document, title="New rules", kind="other", by=freja, now=now())
    actions.take_down_document(document=document, by=bo, now=now())
    with pytest.raises(refusals.TakenDown):
        actions.take_down_document(document=document, by=bo, now=now())
    assert not queries.documents(area).exists()
    assert "New rules" in client.get(reverse("notices-archive", args=[area.slug])).text
    assert client.get(document.get_absolute_url()).status_code == 200


def test_answers_not_found_where_the_file_is_gone(client, area, bo):
    document = factories.document(area, bo)
    shelf.drop(document.kept_as)
    assert client.get(document.get_absolute_url()).status_code == 404


def test_takes_no_name_that_was_not_made_here():
    for name in ("../settings.py", "documents/aa/../../x.pdf", "documents/aa/x.pdf", "/etc/passwd"):
        with pytest.raises(ValueError, match="no name"):
            shelf.path_of(name)


def test_lays_a_paper_out_through_the_page(client, area, bo):
    people.sign_in(client, bo)
    address = reverse("document-new", args=[area.slug])
    sent = {"title": "Statutes", "kind": "statutes", "idempotency_key": "one"}
    wrong = client.post(address, {**sent, "file": SimpleUploadedFile("a.pdf", b"no paper at all")})
    assert "no PDF file" in wrong.text
    right = client.post(address, {**sent, "file": SimpleUploadedFile("a.exe", factories.PDF)})
    assert right.status_code == 302
    assert "Statutes" in client.get(reverse("documents", args=[area.slug])).text
