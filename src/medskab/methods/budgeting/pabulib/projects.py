"""The PROJECTS section: rows into projects, and the money of the whole file into one smallest coin."""

import math
from dataclasses import dataclass
from types import MappingProxyType

from medskab.methods.budgeting.election import BadElection, Project

from .amounts import MOST_DECIMALS, Amount, may_be_thousands, parse_amount
from .columns import Columns
from .meta import Meta
from .remarks import Remarks
from .rows import Row

_MOST_COINS = 10**18


@dataclass(frozen=True, slots=True)
class Priced:
    """A row whose cost is read but not yet in the smallest coin."""

    row: Row
    cells: list[str]
    cost: Amount


def read_costs(found: list[Row], columns: Columns, remarks: Remarks) -> list[Priced]:
    """Each project's cost, checked; refuse ids that are missing or there twice."""
    id_place, cost_place = columns.needed("project_id"), columns.needed("cost")
    lines: dict[str, int] = {}
    priced = []
    for row in found:
        cells = columns.cells(row)
        _check_id(cells[id_place].strip(), row.line, lines)
        cost = read_amount(cells[cost_place], "cost", row.line, remarks)
        priced.append(Priced(row, cells, cost))
    return priced


def _check_id(project: str, line: int, lines: dict[str, int]) -> None:
    if not project:
        raise BadElection("This project has no project_id. Give it one.", line)
    if "," in project:
        raise BadElection(
            "The project_id {project} holds a comma, which separates projects in a vote. Use another id.",
            line,
            project=project,
        )
    if project in lines:
        raise BadElection(
            "The project_id {project} is here and on line {first}. Give each project an id of its own.",
            line,
            project=project,
            first=lines[project],
        )
    lines[project] = line


def read_amount(text: str, what: str, line: int | None, remarks: Remarks) -> Amount:
    """One amount of money, zero or more."""
    amount = parse_amount(text)
    if amount is None:
        raise BadElection(
            "The {what} “{text}” is not a number that can be taken exactly."
            " Write it with digits only, such as 12000 or 12000.50, with at most {decimals} decimals.",
            line,
            what=what,
            text=text.strip()[:40],
            decimals=MOST_DECIMALS,
        )
    if amount.digits < 0:
        raise BadElection("The {what} is negative. Give a {what} of zero or more.", line, what=what)
    if may_be_thousands(text):
        remarks.add(
            "The {what} “{text}” was read with three decimals."
            " If it means thousands, write it without the sign.",
            line,
            what=what,
            text=text.strip(),
        )
    return amount


def currency_unit(meta: Meta, budget: Amount, priced: list[Priced]) -> int:
    """How many of the smallest coin make one currency unit: as META says, else as the decimals need."""
    unit = int(10 ** max([budget.decimals, *(project.cost.decimals for project in priced)]))
    text, line = meta.get("currency_unit")
    if text:
        stated = parse_amount(text)
        if stated is None or stated.decimals or str(stated.digits).strip("0") != "1":
            raise BadElection(
                "The currency_unit “{text}” must be 1, 10, 100 or another power of ten.", line, text=text[:40]
            )
        if stated.digits < unit:
            raise BadElection(
                "An amount has more decimals than a currency_unit of {unit} allows. Correct one of the two.",
                line,
                unit=stated.digits,
            )
        unit = stated.digits
    for amount, place in [(budget, None), *((project.cost, project.row.line) for project in priced)]:
        if amount.times(unit) > _MOST_COINS:
            raise BadElection("An amount is too large to be counted. Check it.", place)
    return unit


def make_projects(priced: list[Priced], columns: Columns, unit: int, remarks: Remarks) -> tuple[Project, ...]:
    """The projects, with every column that has no field of its own kept as read."""
    return tuple(_Maker(columns, unit, remarks).project(project) for project in priced)


class _Maker:
    def __init__(self, columns: Columns, unit: int, remarks: Remarks) -> None:
        self._unit, self._remarks = unit, remarks
        self._places = {
            "id": columns.place("project_id"),
            "cost": columns.place("cost"),
            "name": columns.place("name"),
            "category": columns.place("category", "categories"),
            "target": columns.place("target", "targets"),
            "latitude": columns.place("latitude"),
            "longitude": columns.place("longitude"),
            "selected": columns.place("selected"),
        }
        self._others = columns.others(*self._places.values())

    def project(self, priced: Priced) -> Project:
        texts = {
            name: "" if place is None else priced.cells[place].strip() for name, place in self._places.items()
        }
        extra = {name: priced.cells[place] for name, place in self._others.items()}
        return Project(
            id=texts["id"],
            cost=priced.cost.times(self._unit),
            name=texts["name"],
            categories=_listed(texts["category"]),
            targets=_listed(texts["target"]),
            latitude=self._degrees("latitude", texts["latitude"], 90, priced, extra),
            longitude=self._degrees("longitude", texts["longitude"], 180, priced, extra),
            selected=self._selected(texts["selected"], priced, extra),
            extra=MappingProxyType(extra),
        )

    def _degrees(
        self, name: str, text: str, most: int, priced: Priced, extra: dict[str, str]
    ) -> float | None:
        try:
            degrees = float(text.replace(",", "."))
        except ValueError:
            degrees = math.nan
        if -most <= degrees <= most:
            return degrees
        if text:
            extra[name] = text
            self._remarks.add(
                "The {name} “{text}” is not in degrees; the project is left off the map.",
                priced.row.line,
                name=name,
                text=text[:40],
            )
        return None

    def _selected(self, text: str, priced: Priced, extra: dict[str, str]) -> int | None:
        if text.isascii() and text.isdigit() and len(text) < 10:
            return int(text)
        if text:
            extra["selected"] = text
            self._remarks.add(
                "The column selected holds “{text}”, not a number.", priced.row.line, text=text[:40]
            )
        return None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
