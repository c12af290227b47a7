"""Passages as a text document: headings and paragraphs, nothing else, so that any word processor reads it."""

from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from .writing import clean

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = (
    ("Title", "Title", '<w:b/><w:sz w:val="40"/>', ""),
    ("Heading1", "heading 1", '<w:b/><w:sz w:val="30"/>', '<w:keepNext/><w:outlineLvl w:val="0"/>'),
    ("Quote", "Quote", "", '<w:ind w:left="400"/>'),
    ("Source", "Source", '<w:color w:val="555555"/><w:sz w:val="18"/>', ""),
)


def write_docx(title: str, sections: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> bytes:
    """Below each heading its passages, each with where it stands."""
    paragraphs = [_paragraph("Title", title)]
    for heading, passages in sections:
        paragraphs.append(_paragraph("Heading1", heading))
        for words, where in passages:
            paragraphs += [_paragraph("Quote", words), _paragraph("Source", where)]
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in _parts("".join(paragraphs)).items():
            archive.writestr(name, f"{_XML}\n{content}")
    return stream.getvalue()


def _parts(body: str) -> dict[str, str]:
    styles = "".join(_style(*one) for one in _STYLES)
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
        "_rels/.rels": _leading("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _leading("styles", "styles.xml"),
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }


def _leading(kind: str, target: str) -> str:
    one = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{one}</Relationships>'


def _style(number: str, name: str, run: str, paragraph: str) -> str:
    looks = f'<w:name w:val="{name}"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>'
    return f'<w:style w:type="paragraph" w:styleId="{number}">{looks}</w:style>'


def _paragraph(style: str, words: str) -> str:
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(words).splitlines()]
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{"<w:br/>".join(lines)}</w:r></w:p>'
