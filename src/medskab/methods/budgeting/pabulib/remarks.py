"""Collects what was odd in a file: one remark per kind of fault, with the first line and how many more."""

from types import MappingProxyType

from medskab.methods.budgeting.election import Remark


class Remarks:
    """The remarks of one reading."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str | int], tuple[int | None, dict[str, str | int]]] = {}
        self._count: dict[tuple[str, str | int], int] = {}

    def add(self, template: str, line: int | None = None, *, count: int = 1, **values: str | int) -> None:
        """Note a fault; faults of one template, and one `key` if they name it, become one remark."""
        if count:
            kind = template, values.get("key", "")
            self._first.setdefault(kind, (line, values))
            self._count[kind] = self._count.get(kind, 0) + count

    def collected(self) -> tuple[Remark, ...]:
        """One remark per kind, in the order in which they came up."""
        return tuple(
            Remark(kind[0], MappingProxyType(values), line, self._count[kind] - 1)
            for kind, (line, values) in self._first.items()
        )
