"""Files of every kind as sheets, without the people in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from medskab.common.tables.reading import read_sheet
from medskab.common.tables.sheet import BadFile
from medskab.places.imports.personal import without_people

TEXT = "Afdeling;Adresse;Etage\nEngparken;Ærøvej 4;2\n\n;;\nEngparken;Ærøvej 6;st\n"
LINES = ((2, ("Engparken", "Ærøvej 4", "2")), (5, ("Engparken", "Ærøvej 6", "st")))


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def archive(**parts):
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "cp1252"),
        ("latin-1", "cp1252"),
    ],
)
def test_reads_every_encoding_that_offices_write(codec, encoding):
    sheet = read_sheet(TEXT.encode(codec))
    assert (sheet.headings, sheet.lines, sheet.encoding) == (
        ("Afdeling", "Adresse", "Etage"),
        LINES,
        encoding,
    )


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_finds_the_delimiter(sign):
    assert read_sheet(TEXT.replace(";", sign).encode()).lines == LINES


def test_is_not_misled_by_commas_in_an_address():
    sheet = read_sheet(b"Adresse;Boliger\nEngvej 4, 2. tv, 5000 Odense;1\nEngvej 4, 2. th, 5000 Odense;1\n")
    assert len(sheet.headings) == 2


def test_counts_lines_as_an_editor_does():
    sheet = read_sheet(b'A;B\n"two\nlines";x\nlast;y\n')
    assert [number for number, _cells in sheet.lines] == [2, 4]


def test_reads_a_workbook_by_its_content():
    sheet = read_sheet(
        workbook(["Adresse", "Etage", "Boliger"], ["Engvej 4", 2, 1.0], [], ["Engvej 6", None, True])
    )
    assert sheet.lines == ((2, ("Engvej 4", "2", "1")), (4, ("Engvej 6", "", "true")))
    assert sheet.encoding == "xlsx"


def test_does_not_run_a_formula():
    sheet = read_sheet(workbook(["Adresse", "Etage"], ["Engvej 4", "=1+1"], ["Engvej 6", "2"]))
    assert sheet.lines[0][1] == ("Engvej 4", "")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"Adresse\n", "headings and at least one line"),
        (b"x" * 10_000_001, "10 MB"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel"),
        (b"%PDF-1.7", "no list"),
        (b"<html>", "no list"),
        (b"a\0\0\0b\0\0\0" * 40, "no text"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"\n".join([b"a;b"] * 30_003), "30,000 lines"),
        (b";".join([b"a"] * 61) + b"\n" + b";".join([b"a"] * 61), "60 columns"),
        (b'A;B\nx;"y\x00"\n', "no text"),
    ],
)
def test_says_what_is_wrong_with_a_file(content, sentence):
    with pytest.raises(BadFile, match=sentence):
        read_sheet(content)


def test_refuses_an_archive_that_would_fill_the_memory():
    with pytest.raises(BadFile, match="far too large"):
        read_sheet(archive(**{"xl__workbook.xml": b"0" * 9_000_000}))


def test_refuses_a_workbook_that_grows_by_itself():
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    with pytest.raises(BadFile, match="never writes"):
        read_sheet(archive(xl__workbook=b"", **{"xl__workbook.xml": bomb}))


def test_refuses_other_archives():
    with pytest.raises(BadFile, match="no Excel workbook"):
        read_sheet(archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"))
    with pytest.raises(BadFile, match="damaged"):
        read_sheet(archive(**{"xl__workbook.xml": b"<workbook/>"}))


def test_reads_only_as_many_lines_as_a_list_may_have():
    rows = (f'<row r="{number}"><c t="inlineStr"><is><t>x</t></is></c></row>' for number in (1, 1_048_576))
    book = workbook(["Adresse"], ["Engvej 4"])
    stream = BytesIO()
    with ZipFile(BytesIO(book)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", "".join(rows).encode() + b"</sheetData>")
            after.writestr(part.filename, content)
    assert read_sheet(stream.getvalue()).headings == ("Adresse",)


def left_behind(content):
    sheet, dropped = without_people(read_sheet(content.encode()))
    return list(sheet.headings), dropped


@pytest.mark.parametrize(
    "heading",
    [
        "Navn",
        "Lejer",
        "Lejers navn",
        "CPR-nr.",
        "E-mail",
        "Mobil nr.",
        "Fødselsdato",
        "Name",
        "Tenant",
        "Phone number",
    ],
)
def test_leaves_columns_about_people_behind(heading):
    assert left_behind(f"Adresse;{heading}\nEngvej 4;x\n") == (["Adresse"], [heading])


@pytest.mark.parametrize("heading", ["Vejnavn", "Afdelingens navn", "Navn på vej", "Opgang", "Lejemålsnr."])
def test_keeps_columns_about_places(heading):
    assert left_behind(f"Adresse;{heading}\nEngvej 4;x\n") == (["Adresse", heading], [])


@pytest.mark.parametrize("value", ["010190-1234", "3112991234", "amira@example.org"])
def test_recognises_people_by_what_stands_in_the_column(value):
    assert left_behind(f"Adresse;Felt 3\nEngvej 4;{value}\nEngvej 6;\n") == (["Adresse"], ["Felt 3"])


def test_keeps_no_word_about_people():
    sheet, _dropped = without_people(read_sheet(b"Adresse;Navn\nEngvej 4;Amira Hansen\n"))
    assert "Amira" not in repr(sheet)
