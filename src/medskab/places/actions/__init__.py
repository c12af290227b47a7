"""Everything that changes places, outlines and homes."""

from medskab.places.maps.reading import read_map
from medskab.places.outline import read_outline

from .boundaries import BoundaryFacts, add_boundary, end_boundary
from .carrying_out import carry_out_list, take_back_list
from .description import describe_area
from .lists import ask_to_carry_out, drop_list, forget_drafts, map_columns, upload_list
from .map_files import MapSource, drop_map, take_back_map, take_in_map, upload_map
from .tree import add_place, end_place, rename_place

__all__ = [
    "BoundaryFacts",
    "MapSource",
    "add_boundary",
    "add_place",
    "ask_to_carry_out",
    "carry_out_list",
    "describe_area",
    "drop_list",
    "drop_map",
    "end_boundary",
    "end_place",
    "forget_drafts",
    "map_columns",
    "read_map",
    "read_outline",
    "rename_place",
    "take_back_list",
    "take_back_map",
    "take_in_map",
    "upload_list",
    "upload_map",
]
