"""Reading a file with buildings: by its kind, cut to the area, and no more than a phone can draw."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from medskab.places.crossing import first_crossing
from medskab.places.models import FeatureKind
from medskab.places.outline import STEPS

from .cutting import Box, cut
from .geojson import read_geojson
from .osm import read_osm
from .shapes import BadMap, Shape

MOST_BYTES = 25_000_000
MOST_SHAPES = 4_000
MOST_POINTS = 40_000
_MOST_CORNERS = 2_000  # of one shape: whether its sides cross takes time
_WIDEST = 5 * STEPS // 10  # half a degree: no neighbourhood is wider
_PROTOCOLBUFFER = b"OSMHeader"


@dataclass(frozen=True)
class ReadMap:
    """What was found: shapes within the area, and how many could not be drawn."""

    shapes: tuple[Shape, ...]
    left_out: int
    is_osm: bool


def read_map(pieces: Iterable[bytes], box: Mapping[str, float] | None) -> ReadMap:
    """The shapes of a file, GeoJSON or .osm, in a box of degrees (everywhere if there is none)."""
    bounded = _bounded(pieces)
    start = next(bounded, b"")
    while len(start) < 64 and (more := next(bounded, b"")):
        start += more
    if _PROTOCOLBUFFER in start[:64]:
        raise BadMap(_("This is a packed extract (.pbf). Export it as .osm: that is the same, unpacked."))
    is_osm = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"
    whole = _joined(start, bounded)
    shapes = read_osm(whole) if is_osm else read_geojson(b"".join(whole))
    return _sorted_out(shapes, Box.of_degrees(**box) if box else None, is_osm=is_osm)


def _bounded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST_BYTES:
            raise BadMap(_("The file is larger than 25 MB. Export only the area and what lies around it."))
        yield piece


def _joined(start: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield start
    yield from rest


def _sorted_out(shapes: Iterable[Shape | None], box: Box | None, *, is_osm: bool) -> ReadMap:
    kept: list[Shape] = []
    left_out, points, is_turned = 0, 0, False
    for shape in shapes:
        within = cut(shape, box) if shape and box else shape
        if shape and within is None:
            turned = [(up, across) for across, up in shape.points]
            is_turned = is_turned or (box is not None and box.meets(turned))
            continue
        if shape is None or within is None or not _can_be_drawn(shape):
            left_out += 1
            continue
        kept.append(within)
        points += sum(len(line) for line in within.lines)
        if len(kept) > MOST_SHAPES or points > MOST_POINTS:
            raise BadMap(_("There is more on this map than a phone can draw. Export a smaller piece."))
    if not kept:
        raise BadMap(_nothing(is_turned=is_turned, left_out=left_out))
    _check_width(kept)
    return ReadMap(tuple(kept), left_out, is_osm)


def _can_be_drawn(shape: Shape) -> bool:
    if not shape.is_area:
        return True
    corners = sum(len(line) for line in shape.lines)
    return corners <= _MOST_CORNERS and first_crossing(shape.lines) is None


def _nothing(*, is_turned: bool, left_out: int) -> str:
    if is_turned:
        return _("The file gives latitude first. GeoJSON gives longitude first: export it again.")
    if left_out:
        return _("Nothing in the file can be drawn. Its shapes are not closed, or cross themselves.")
    return _("Nothing in the file lies in this area.")


def _check_width(shapes: list[Shape]) -> None:
    across = [x for shape in shapes for x, _y in shape.points]
    up = [y for shape in shapes for _x, y in shape.points]
    if max(across) - min(across) > _WIDEST or max(up) - min(up) > _WIDEST:
        raise BadMap(
            _("The file reaches over many kilometres. Draw the area’s boundary first, or export less.")
        )


def counts(shapes: Iterable[Shape]) -> dict[str, int]:
    """How many of each kind."""
    found = dict.fromkeys(FeatureKind.values, 0)
    for shape in shapes:
        found[shape.kind] += 1
    return found
