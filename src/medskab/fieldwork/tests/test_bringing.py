"""It takes texts and codes of another program in, for whom somebody answers, and gives them out the same."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.fieldwork import actions, refusals, rules
from medskab.fieldwork.exchange.docx import write_docx
from medskab.fieldwork.exchange.project import Project, Text
from medskab.fieldwork.exchange.reading import read_qdpx
from medskab.fieldwork.exchange.safe_xml import read_xml
from medskab.fieldwork.exchange.writing import write_qdpx
from medskab.fieldwork.exchanging import project_of, texts_to_send
from medskab.fieldwork.models import Brought, Code, Source, Subject
from medskab.fieldwork.tests import coding_factories as coding
from medskab.fieldwork.tests import factories
from medskab.people.models import Purpose
from medskab.people.tests import factories as people

KEY = {"idempotency_key": "a"}
ANSWERED = {"is_agreed": "on", "is_nameless": "on", "language": "da"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def away(area, by):
    """A coded project of this area as a file."""
    whom = factories.subject(area, by)
    light = coding.code(area, by, "Light")
    dark = coding.code(area, by, "Dark", light)
    for title, text in (("Talk 1", factories.WORDS), ("Talk 2", f"{factories.WORDS}\n🏮 More.")):
        source = factories.interview(area, by, text, whom, title=title)
        coding.coding(source, by, dark, "The yard is dark", memo="Look again")
        coding.coding(source, by, light, "winter")
        actions.write_memo(source=source, words="On the whole", by=by, now=now())
    return write_qdpx(project_of(area, texts_to_send(area)))


@pytest.fixture
def there(db):
    """Another area that takes it in."""
    return people.area(name="Fjordparken", slug="fjordparken")


def bring(there, content):
    facts = {"area": there, "project": read_qdpx(content), "language": "da", "is_agreed": True}
    return actions.bring_project(**facts, by=people.facilitator(there, "Olga"), now=now())


def plain(content):
    """What a project says, whatever its numbers are: names of speakers and coders are new each time."""
    project = read_qdpx(content)
    names = {code.guid: code.name for code in project.codes}
    notes = {note.guid: note.words for note in project.notes}
    texts = {
        text.guid: (
            text.name,
            text.words,
            tuple(notes[one] for one in text.notes),
            sorted(
                (one.start, one.end, names[code], *(notes[note] for note in one.notes))
                for one in text.passages
                for code in one.codes
            ),
        )
        for text in project.texts
    }
    codes = sorted(
        (one.name, one.description, one.colour, names.get(one.parent, "")) for one in project.codes
    )
    cases = sorted(sorted(texts[guid][0] for guid in case.texts) for case in project.cases)
    return codes, sorted(texts.values()), cases


def test_gives_out_again_what_it_took_in(away, there):
    bring(there, away)
    assert plain(write_qdpx(project_of(there, texts_to_send(there)))) == plain(away)


def test_gives_each_speaker_a_new_name_and_only_the_leave_that_was_answered_for(away, there):
    brought = bring(there, away)
    speaker = Subject.objects.for_area(there).get()
    assert brought.texts == 2
    assert speaker.pseudonym != "Lampe"
    allowed = [purpose for purpose in Purpose if rules.may_use(speaker, purpose)]
    assert allowed == [Purpose.STORED, Purpose.ANALYSED]


def test_takes_no_text_that_nobody_answers_for(away, there):
    facts = {"area": there, "project": read_qdpx(away), "language": "da", "is_agreed": False}
    with pytest.raises(refusals.NotAllowedToKeep):
        actions.bring_project(**facts, by=people.facilitator(there, "Olga"), now=now())
    assert not Source.objects.for_area(there).exists()


def test_takes_nothing_where_a_civil_number_stands_in_one_text(area, by):
    project = Project("P", texts=(Text("a", "One", "Fine."), Text("b", "Two", "It is 010190-1234.")))
    with pytest.raises(refusals.CivilNumber):
        actions.bring_project(area=area, project=project, language="da", is_agreed=True, by=by, now=now())
    assert not Brought.objects.exists()


def test_takes_all_of_it_back_on_the_same_day_only(away, there):
    brought = bring(there, away)
    with pytest.raises(CannotAct):
        actions.undo_bringing(brought=brought, by=brought.by, now=now() + timedelta(days=1))
    actions.undo_bringing(brought=brought, by=brought.by, now=now())
    assert not texts_to_send(there)
    assert not Subject.objects.for_area(there).filter(erased_at=None).exists()
    assert not Code.objects.for_area(there).filter(retired_at=None).exists()


def send(client, there, content, **more):
    file = SimpleUploadedFile("project.qdpx", content)
    address = reverse("fieldwork-exchange", args=[there.slug])
    return client.post(address, {**KEY, "take": "texts", "file": file, **more})


def test_asks_on_its_page_for_both_answers_and_offers_to_undo(client, away, there):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client = people.sign_in(client, people.facilitator(there, "Olga"))
    assert "Texts come in only with this answer." in send(client, there, away, is_agreed="on").text
    assert not Brought.objects.exists()
    assert send(client, there, away, **ANSWERED).status_code == 302
    address = reverse("fieldwork-exchange", args=[there.slug])
    assert "Undo: erase what came with it" in client.get(address).text
    client.post(address, {"idempotency_key": "b", "undo": Brought.objects.get().pk})
    assert not texts_to_send(there)


def test_writes_passages_below_their_codes_for_a_word_processor(client, away, area, by):
    client = people.sign_in(client, by)
    address = reverse("fieldwork-exchange", args=[area.slug])
    answer = client.post(address, {**KEY, "send": "passages", "reason": "To read on paper"})
    with ZipFile(BytesIO(answer.content)) as archive:
        parts = {name: read_xml(archive.read(name)) for name in archive.namelist()}
    assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"} <= set(parts)
    found = [
        (one.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(one.itertext()))
        for one in parts["word/document.xml"].iter(f"{W}p")
    ]
    headings = [words for style, words in found if style == "Heading1"]
    assert headings == ["Dark", "Light"]
    assert found.count(("Quote", "The yard is dark")) == 2
    assert ("Source", "Talk 1 · Lampe") in found


def test_writes_signs_that_no_document_may_hold_as_a_mark():
    content = write_docx("A & B", [("<Code>", [("one\x0btwo\nthree", "x")])])
    with ZipFile(BytesIO(content)) as archive:
        body = read_xml(archive.read("word/document.xml"))
    assert "".join(body.itertext()) == "A & B<Code>one\ufffdtwothreex"
