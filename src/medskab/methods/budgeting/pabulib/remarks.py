"""Collects what was odd in a file: one remark per kind of fault, with the first line and how many more."""

from types import MappingProxyType

from medskab.methods.budgeting.election import Remark


class Remarks:
    """The remarks of one reading."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[int | None, dict[str, str | int]]] = {}
        self._count: dict[str, int] = {}

    def add(self, template: str, line: int | None = None, *, count: int = 1, **values: str | int) -> None:
        """Note a fault; faults with the same template become one remark."""
        if count:
            self._first.setdefault(template, (line, values))
            self._count[template] = self._count.get(template, 0) + count

    def collected(self) -> tuple[Remark, ...]:
        """One remark per kind, in the order in which they came up."""
        return tuple(
            Remark(template, MappingProxyType(values), line, self._count[template] - 1)
            for template, (line, values) in self._first.items()
        )
