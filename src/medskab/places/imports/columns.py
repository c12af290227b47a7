"""Which column of a list means what: guessed from its heading, and put right by a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Field:
    """Something that a list can say of a home; `headings` as they are seen in the field."""

    name: str
    label: Any
    headings: tuple[str, ...]


FIELDS = (
    Field(
        "department",
        _("Department"),
        ("department", "afdeling", "afd", "afdelingsnavn", "afdelingsnr", "estate"),
    ),
    Field(
        "block",
        _("Block"),
        ("block", "blok", "bygning", "karré", "karre", "building", "bygningsnr", "blok nr"),
    ),
    Field("stairwell", _("Stairwell"), ("stairwell", "opgang", "opgangsnr", "entrance", "indgang")),
    Field("address", _("Address"), ("address", "adresse", "vejadresse", "street address", "boligadresse")),
    Field("street", _("Street"), ("street", "vej", "vejnavn", "gade", "gadenavn", "street name")),
    Field(
        "number",
        _("House number"),
        ("number", "house number", "husnr", "husnummer", "hus nr", "nr", "nummer"),
    ),
    Field("floor", _("Floor"), ("floor", "etage", "sal", "storey")),
    Field("door", _("Door"), ("door", "dør", "side", "dørbetegnelse", "dørnr", "sidedør", "side dør")),
    Field(
        "unit",
        _("Number of the tenancy"),
        (
            "unit",
            "lejemål",
            "lejemålsnr",
            "lejemålsnummer",
            "lejemål nr",
            "bolignr",
            "bolignummer",
            "unit number",
        ),
    ),
    Field("homes", _("Number of homes"), ("homes", "boliger", "antal boliger", "number of homes", "antal")),
)
LABELS = {field.name: field.label for field in FIELDS}
Mapping = dict[str, int]


def guessed_mapping(headings: Sequence[str]) -> Mapping:
    """For each field the first column whose heading names it; a column is used once."""
    plain = [_plain(heading) for heading in headings]
    mapping: Mapping = {}
    for field in FIELDS:
        for number, heading in enumerate(plain):
            if heading in (*field.headings, _plain(str(field.label))) and number not in mapping.values():
                mapping[field.name] = number
                break
    return mapping


def is_enough(mapping: Mapping) -> bool:
    """Whether the columns say where a home is."""
    return "address" in mapping or {"street", "number"} <= set(mapping)


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"\w+", heading.casefold()))
