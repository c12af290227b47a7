"""A project as a .qdpx file."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .project import Case, Coder, Note, Passage, Project, Text, TravellingCode

NAMESPACE = "urn:QDA-XML:project:1.0"
_ORIGIN = "Medskab"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def write_qdpx(project: Project) -> bytes:
    """The archive; the same project always gives the same bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        _put(archive, "project.qde", project_xml(project))
        for text in project.texts:
            _put(archive, f"sources/{text.guid}.txt", clean(text.words).encode())
    return stream.getvalue()


def project_xml(project: Project) -> bytes:
    """The description of the project, in the order that the schema asks for."""
    root = Element("Project", {"xmlns": NAMESPACE, "name": clean(project.name), "origin": _ORIGIN})
    _add_all(root, "Users", project.coders, _add_coder)
    if project.codes:
        _add_codes(SubElement(SubElement(root, "CodeBook"), "Codes"), project.codes, "")
    _add_all(root, "Cases", project.cases, _add_case)
    _add_all(root, "Sources", project.texts, _add_text)
    _add_all(root, "Notes", project.notes, _add_note)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _put(archive: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _FIRST_DAY_OF_ZIP)
    entry.compress_type = ZIP_DEFLATED
    archive.writestr(entry, content)


def _add_all(root: Element, name: str, rows: tuple, add: Callable[[Element, Any], None]) -> None:
    if rows:
        parent = SubElement(root, name)
        for row in rows:
            add(parent, row)


def _add_coder(parent: Element, coder: Coder) -> None:
    SubElement(parent, "User", {"guid": coder.guid, "name": clean(coder.name)})


def _add_codes(parent: Element, codes: tuple[TravellingCode, ...], above: str) -> None:
    for code in (one for one in codes if one.parent == above):
        facts = {"guid": code.guid, "name": clean(code.name), "isCodable": "true"}
        element = SubElement(parent, "Code", facts | ({"color": code.colour} if code.colour else {}))
        if code.description:
            SubElement(element, "Description").text = clean(code.description)
        _add_codes(element, codes, code.guid)


def _add_case(parent: Element, case: Case) -> None:
    element = SubElement(parent, "Case", {"guid": case.guid, "name": clean(case.name)})
    for text in case.texts:
        SubElement(element, "SourceRef", {"targetGUID": text})


def _add_text(parent: Element, text: Text) -> None:
    facts = {"guid": text.guid, "name": clean(text.name), "plainTextPath": f"internal://{text.guid}.txt"}
    element = SubElement(parent, "TextSource", facts)
    for passage in text.passages:
        _add_passage(element, passage)
    for note in text.notes:
        SubElement(element, "NoteRef", {"targetGUID": note})


def _add_passage(parent: Element, passage: Passage) -> None:
    made = {"creatingUser": passage.coder} if passage.coder else {}
    if passage.at:
        made["creationDateTime"] = passage.at.isoformat(timespec="seconds")
    facts = {"guid": passage.guid, "startPosition": str(passage.start), "endPosition": str(passage.end)}
    element = SubElement(parent, "PlainTextSelection", facts | made)
    for number, code in enumerate(passage.codes):
        coding = SubElement(element, "Coding", {"guid": _next_guid(passage.guid, number)} | made)
        SubElement(coding, "CodeRef", {"targetGUID": code})
    for note in passage.notes:
        SubElement(element, "NoteRef", {"targetGUID": note})


def _add_note(parent: Element, note: Note) -> None:
    element = SubElement(parent, "Note", {"guid": note.guid, "name": clean(note.name)})
    SubElement(element, "PlainTextContent").text = clean(note.words)


def _next_guid(guid: str, number: int) -> str:
    return str(uuid5(UUID(guid), f"coding-{number}"))


def clean(words: str) -> str:
    """Signs that no XML may hold become a mark of the same length, so that no place in the text moves."""
    return _NOT_XML.sub("\ufffd", words)
