"""Houses, paths and green out of an OpenStreetMap extract (.osm), read piece by piece.

The file is a stranger's: no document type and so no entities, no deep nesting, no more than fits.
"""

from array import array
from collections.abc import Iterable, Iterator
from typing import NoReturn
from xml.parsers import expat

from django.utils.translation import gettext as _

from medskab.places.outline import STEPS, Point

from .rings import closed_rings
from .shapes import LONGEST_NAME, BadMap, Line, Shape, meaning

MOST_NODES = 500_000
_DEEPEST = 6
_MOST_IN_ONE = 5_000
_KEPT_TAGS = frozenset(
    {"building", "highway", "area", "natural", "landuse", "leisure", "waterway", "name", "type"}
)


def read_osm(pieces: Iterable[bytes]) -> Iterator[Shape | None]:
    """Each shape of the file; None for one that cannot be drawn."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.EntityDeclHandler = _refuse_doctype
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, UnicodeError, LookupError) as error:
        raise BadMap(_("The file is broken or no OpenStreetMap extract. Export it again as .osm.")) from error
    return reader.shapes()


def _refuse_doctype(*_given: object) -> NoReturn:
    raise BadMap(_("The file holds a document type, which a map never needs. Export it again as .osm."))


class _Reader:
    """Hears the elements of a file and keeps what may be drawn."""

    def __init__(self) -> None:
        self.depth = 0
        self.nodes: dict[int, int] = {}
        self.across, self.up = array("q"), array("q")
        self.ways: dict[int, array[int]] = {}
        self.tagged: list[tuple[dict[str, str], int]] = []
        self.relations: list[tuple[dict[str, str], list[int]]] = []
        self.number = 0
        self.refs: list[int] = []
        self.tags: dict[str, str] = {}

    def begin(self, name: str, given: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST or (self.depth == 1 and name != "osm"):
            raise BadMap(_("The file is no OpenStreetMap extract. Export it again as .osm."))
        try:
            self._hear(name, given)
        except (KeyError, ValueError, OverflowError) as error:
            raise BadMap(
                _("Something in the file has no number or no place. Export it again as .osm.")
            ) from error

    def _hear(self, name: str, given: dict[str, str]) -> None:
        if name == "node":
            self._node(given)
        elif name in {"way", "relation"}:
            self.number, self.refs, self.tags = int(given["id"]), [], {}
        elif name == "nd" or (name == "member" and given.get("type") == "way"):
            if len(self.refs) <= _MOST_IN_ONE:
                self.refs.append(int(given["ref"]))
        elif name == "tag" and given["k"] in _KEPT_TAGS:
            self.tags[given["k"]] = given["v"][:LONGEST_NAME]

    def _node(self, given: dict[str, str]) -> None:
        if "lat" not in given:  # one that was deleted stands in some extracts without a place
            return
        across, up = float(given["lon"]), float(given["lat"])
        if not (-180 <= across <= 180 and -90 <= up <= 90):
            raise ValueError
        if len(self.nodes) >= MOST_NODES:
            raise BadMap(_("The extract is too large. Export only the area and what lies around it."))
        self.nodes[int(given["id"])] = len(self.across)
        self.across.append(round(across * STEPS))
        self.up.append(round(up * STEPS))

    def end(self, name: str) -> None:
        self.depth -= 1
        if name == "way":
            self.ways[self.number] = array("q", self.refs)
            if meaning(self.tags):
                self.tagged.append((self.tags, self.number))
        elif name == "relation" and self.tags.get("type") == "multipolygon" and meaning(self.tags):
            self.relations.append((self.tags, self.refs))

    def shapes(self) -> Iterator[Shape | None]:
        for tags, number in self.tagged:
            yield self._way(tags, number)
        for tags, members in self.relations:
            yield self._relation(tags, members)

    def _way(self, tags: dict[str, str], number: int) -> Shape | None:
        what, line = meaning(tags), self._line(number)
        if what is None or len(line) < 2 or len(line) > _MOST_IN_ONE:
            return None
        is_closed = line[0] == line[-1] and len(line) > 3
        if what.is_area and not is_closed:
            return None
        return Shape(what.kind, tags.get("name", ""), (line,), what.is_area)

    def _relation(self, tags: dict[str, str], members: list[int]) -> Shape | None:
        what = meaning(tags)
        ways = [self._line(member) for member in members]
        if what is None or not ways or len(members) > _MOST_IN_ONE or any(len(way) < 2 for way in ways):
            return None
        rings = closed_rings(ways)
        if not rings or any(len(ring) < 4 for ring in rings):
            return None
        return Shape(what.kind, tags.get("name", ""), tuple(rings), True)

    def _line(self, number: int) -> Line:
        """The corners of a way; none where the extract was cut through it."""
        refs = self.ways.get(number, ())
        if any(ref not in self.nodes for ref in refs):
            return ()
        points = [self._point(self.nodes[ref]) for ref in refs]
        return tuple(point for at, point in enumerate(points) if at == 0 or point != points[at - 1])

    def _point(self, at: int) -> Point:
        return self.across[at], self.up[at]
