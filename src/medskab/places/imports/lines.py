"""Lines of a list as homes; what is wrong with a line is said with its number and what to do."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from medskab.common.names import clean_name, validate_single_script

from .columns import LABELS

MOST_HOMES = 500
_LENGTHS = {
    "department": 120,
    "block": 120,
    "stairwell": 120,
    "address": 120,
    "floor": 20,
    "door": 20,
    "unit": 40,
}
_INSIDE = re.compile(
    r"^(?P<address>.*\d\s*[a-zæøå]?)\s*,\s*(?P<floor>st|stuen?|kl|kld|kælder|-?\d{1,2})\b\.?[\s,]*(?P<door>[\w-]*)\.?$",
    re.IGNORECASE,
)
_HOUSE_NUMBER = re.compile(r"\s*\d+\s*[a-zæøå]?$", re.IGNORECASE)
_TOWN = re.compile(r",\s*\d{4}\s+[^\d,]+$")
_FLOORS = {
    "stuen": "st",
    "stue": "st",
    "0": "st",
    "kælder": "kl",
    "kld": "kl",
    "ground": "st",
    "basement": "kl",
}
_FORMULA = re.compile(r"^(?:[=@+]|-(?!\d+$))")


@dataclass(frozen=True)
class HomeLine:
    """A home as a line of the list tells it."""

    line: int
    department: str
    block: str
    stairwell: str
    address: str
    floor: str
    door: str
    unit: str
    homes: int

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it this home and no other."""
        return self.address.casefold(), self.floor, self.door

    @property
    def path(self) -> tuple[str, str, str]:
        """The places it lies in, for comparison."""
        return self.department.casefold(), self.block.casefold(), self.stairwell.casefold()


@dataclass(frozen=True)
class LineError:
    """What is wrong with a line, and what to do."""

    line: int
    sentence: str


class _Wrong(Exception):
    """This line cannot be understood."""


def read_lines(
    lines: Iterable[tuple[int, list[str]]], mapping: Mapping[str, int], area_name: str
) -> tuple[list[HomeLine], list[LineError]]:
    """Every line as a home, or as an error; two lines about one home are an error of the second."""
    homes: list[HomeLine] = []
    errors: list[LineError] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in lines:
        try:
            home = _home(number, {field: cells[column] for field, column in mapping.items()}, area_name)
            _check_once(home, seen)
        except _Wrong as wrong:
            errors.append(LineError(number, str(wrong)))
        else:
            homes.append(home)
    return homes, errors


def _home(line: int, cells: dict[str, str], area_name: str) -> HomeLine:
    given = {field: _clean(field, cell) for field, cell in cells.items()}
    address, floor, door = _address(given)
    street = _HOUSE_NUMBER.sub("", address) or address
    home = HomeLine(
        line=line,
        department=_required(given, "department", area_name),
        block=_required(given, "block", street),
        stairwell=_required(given, "stairwell", address),
        address=address,
        floor=floor,
        door=door,
        unit=given.get("unit", ""),
        homes=_homes(given.get("homes", "")),
    )
    for field, most in _LENGTHS.items():
        if len(getattr(home, field)) > most:
            raise _Wrong(
                _("“%(field)s” is longer than %(most)s signs.") % {"field": LABELS[field], "most": most}
            )
    return home


def _clean(field: str, cell: str) -> str:
    # An apostrophe in front is how a text that looks like a formula is written in a list.
    text = clean_name(cell).removeprefix("'").strip()
    if _FORMULA.match(text):
        raise _Wrong(
            _("“%(text)s” in “%(field)s” looks like a formula. Write the value itself.")
            % {"text": text[:30], "field": LABELS[field]}
        )
    try:
        validate_single_script(text)
    except ValidationError as error:
        raise _Wrong(f"{LABELS[field]}: {error.messages[0]}") from error
    return text


def _address(given: dict[str, str]) -> tuple[str, str, str]:
    address = given.get("address") or f"{given.get('street', '')} {given.get('number', '')}".strip()
    address = _TOWN.sub("", address)
    floor, door = given.get("floor", ""), given.get("door", "")
    if not floor and not door and (inside := _INSIDE.match(address)):
        address, floor, door = inside["address"], inside["floor"], inside["door"]
    address = address.strip(" ,")
    if not address:
        raise _Wrong(_("The address is missing."))
    floor = floor.casefold().rstrip(". ")
    return address, _FLOORS.get(floor, floor), door.casefold().rstrip(". ")


def _required(given: dict[str, str], field: str, otherwise: str) -> str:
    if field not in given:
        return otherwise
    if not given[field]:
        raise _Wrong(_("“%(field)s” is empty. Fill it in.") % {"field": LABELS[field]})
    return given[field]


def _homes(text: str) -> int:
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= MOST_HOMES):
        raise _Wrong(
            _("“%(text)s” is no number of homes. Write a whole number from 1 to %(most)s.")
            % {"text": text[:20], "most": MOST_HOMES}
        )
    return int(text)


def _check_once(home: HomeLine, seen: dict[tuple[str, ...], int]) -> None:
    keys: list[tuple[str, ...]] = [home.key]
    if home.unit:
        keys.append(("unit", home.unit))
    for key in keys:
        if (first := seen.setdefault(key, home.line)) != home.line:
            raise _Wrong(_("This is the same home as line %(first)s. Delete one of them.") % {"first": first})
