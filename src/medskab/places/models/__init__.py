"""Where things happen: areas, in each the tree from municipality to stairwell, its outlines, its homes."""

from .area import RESERVED_SLUGS, Area, AreaQuerySet, AreaRow, AreaRowQuerySet
from .boundary import Boundary
from .dwelling import Dwelling
from .dwelling_list import DwellingList, ListState
from .kept import KeptRow, KeptRowQuerySet
from .map_file import FeatureKind, MapFeature, MapFile, MapFileState
from .place import PARENT_KINDS, Place, PlaceKind

__all__ = [
    "PARENT_KINDS",
    "RESERVED_SLUGS",
    "Area",
    "AreaQuerySet",
    "AreaRow",
    "AreaRowQuerySet",
    "Boundary",
    "Dwelling",
    "DwellingList",
    "FeatureKind",
    "KeptRow",
    "KeptRowQuerySet",
    "ListState",
    "MapFeature",
    "MapFile",
    "MapFileState",
    "Place",
    "PlaceKind",
]
