"""A .qdpx file as a project: what is known is read, what is left out is named."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from .archive import Archive, BadProject
from .project import Case, Coder, Note, Passage, Project, Text, TravellingCode
from .safe_xml import read_xml
from .writing import NAMESPACE

_IN = f"{{{NAMESPACE}}}"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_INTERNAL = "internal://"


def read_qdpx(content: bytes) -> Project:
    """The project, its places in texts moved along where line ends were two signs."""
    archive = Archive(content)
    root = read_xml(archive.description())
    if root.tag != f"{_IN}Project":
        raise BadProject(_("This is no project file (.qdpx)."))
    texts, left_out = [], []
    for element in root.iterfind(f"{_IN}Sources/*"):
        text = _text(archive, element) if element.tag == f"{_IN}TextSource" else None
        if text is None:
            left_out.append(element.get("name", "")[:120])
        else:
            texts.append(text)
    return Project(
        name=root.get("name", "")[:120],
        coders=tuple(
            Coder(_guid(one), one.get("name", "")[:80]) for one in root.iterfind(f"{_IN}Users/{_IN}User")
        ),
        codes=tuple(_codes(root.find(f"{_IN}CodeBook/{_IN}Codes"), "")),
        texts=tuple(texts),
        notes=tuple(_notes(archive, root)),
        cases=tuple(_cases(root)),
        left_out=tuple(left_out),
    )


def _codes(parent: Element | None, above: str) -> Iterator[TravellingCode]:
    for element in parent.iterfind(f"{_IN}Code") if parent is not None else ():
        guid, colour = _guid(element), element.get("color", "")
        description = (element.findtext(f"{_IN}Description") or "").strip()
        colour = colour.lower() if _COLOUR.fullmatch(colour) else ""
        yield TravellingCode(guid, element.get("name", "").strip()[:80], description, colour, above)
        yield from _codes(element, guid)


def _cases(root: Element) -> Iterator[Case]:
    for element in root.iterfind(f"{_IN}Cases/{_IN}Case"):
        yield Case(_guid(element), element.get("name", "")[:80], _targets(element, "SourceRef"))


def _notes(archive: Archive, root: Element) -> Iterator[Note]:
    for element in root.iterfind(f"{_IN}Notes/{_IN}Note"):
        words = _words(archive, element)
        if words is not None:
            yield Note(_guid(element), element.get("name", "")[:120], _one_line_end(words))


def _text(archive: Archive, element: Element) -> Text | None:
    raw = _words(archive, element)
    if raw is None:
        return None
    found = (_passage(one, len(raw)) for one in element.iterfind(f"{_IN}PlainTextSelection"))
    # Each "\r\n" becomes one sign: a place moves back by as many as end before it.
    pairs = [match.start() + 1 for match in re.finditer("\r\n", raw)]
    moved = (
        replace(
            one, start=one.start - bisect_left(pairs, one.start), end=one.end - bisect_left(pairs, one.end)
        )
        for one in found
        if one
    )
    passages = tuple(one for one in moved if one.start < one.end)
    name = element.get("name", "")[:120]
    return Text(_guid(element), name, _one_line_end(raw), passages, _targets(element, "NoteRef"))


def _passage(element: Element, length: int) -> Passage | None:
    try:
        start, end = int(element.get("startPosition", "")), int(element.get("endPosition", ""))
    except ValueError as error:
        raise BadProject(_("The file is damaged.")) from error
    codings = element.findall(f"{_IN}Coding")
    codes = tuple(code for one in codings for code in _targets(one, "CodeRef"))
    if not 0 <= start < end <= length or not codes:
        return None
    coder = next((one.get("creatingUser", "") for one in codings), "") or element.get("creatingUser", "")
    when = _moment(element.get("creationDateTime", ""))
    return Passage(_guid(element), start, end, codes, _plain(coder), when, _targets(element, "NoteRef"))


def _words(archive: Archive, element: Element) -> str | None:
    inside = element.findtext(f"{_IN}PlainTextContent")
    if inside is not None:
        return inside
    path = element.get("plainTextPath", "")
    if not path.startswith(_INTERNAL):
        return None
    content = archive.read("sources/" + path.removeprefix(_INTERNAL).lstrip("/"))
    try:
        return content.decode("utf-8-sig") if content is not None else None
    except UnicodeDecodeError as error:
        raise BadProject(_("A text in the file is not written in UTF-8.")) from error


def _one_line_end(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _targets(element: Element, name: str) -> tuple[str, ...]:
    return tuple(_plain(one.get("targetGUID", "")) for one in element.iterfind(f"{_IN}{name}"))


def _guid(element: Element) -> str:
    return _plain(element.get("guid", ""))


def _plain(guid: str) -> str:
    return guid.strip("{} ").lower()[:36]


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None
