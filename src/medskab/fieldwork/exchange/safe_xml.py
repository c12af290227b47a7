"""XML from outside, without what makes XML dangerous: no document type, so no entities, and bounded."""

from typing import Any, NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from django.utils.translation import gettext as _

from .archive import BadProject

MOST_ELEMENTS = 500_000
MOST_DEPTH = 64


def read_xml(content: bytes) -> Element:
    """The tree; names as {namespace}name."""
    builder, counted = TreeBuilder(), _Counted()
    parser = ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.StartElementHandler = lambda name, facts: counted.begin(builder, name, facts)
    parser.EndElementHandler = lambda name: counted.end(builder, name)
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(content, True)
    except (ExpatError, LookupError, ValueError) as error:
        raise BadProject(_("The file is damaged.")) from error
    return builder.close()


class _Counted:
    def __init__(self) -> None:
        self.elements = self.depth = 0

    def begin(self, builder: TreeBuilder, name: str, facts: dict[str, str]) -> None:
        self.elements, self.depth = self.elements + 1, self.depth + 1
        if self.elements > MOST_ELEMENTS or self.depth > MOST_DEPTH:
            raise BadProject(_("The file is too large when it is unpacked."))
        builder.start(_full(name), {_full(key): value for key, value in facts.items()})

    def end(self, builder: TreeBuilder, name: str) -> None:
        self.depth -= 1
        builder.end(_full(name))


def _full(name: str) -> str:
    return "{" + name if "}" in name else name


def _refuse(*_facts: Any) -> NoReturn:
    raise BadProject(_("The file holds parts that are not allowed."))
