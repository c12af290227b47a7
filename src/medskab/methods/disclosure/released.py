"""Cells as they were published, with the people that each one counts."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ReleasedCell:
    """One published cell: its table and name, who it counts, and the count (None: hidden, not zero).

    `counted` maps a dimension ("place", "age", "period") to the codes that are counted together; a
    dimension that is not named counts everybody. Codes must be the finest ones: a department is the set
    of its blocks, a half-year the set of its months.
    """

    table: str
    cell: str
    counted: Mapping[str, frozenset[str]]
    count: int | None

    def __post_init__(self) -> None:
        if self.count is not None and self.count < 0:
            raise ValueError(f"{self.table}, {self.cell}: a count cannot be negative.")
        if not all(self.counted.values()):
            raise ValueError(f"{self.table}, {self.cell}: a dimension without codes counts nobody.")
