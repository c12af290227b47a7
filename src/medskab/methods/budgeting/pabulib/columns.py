"""The header of a section: which column is where."""

from medskab.methods.budgeting.election import BadElection

from .rows import Row


class Columns:
    """Column names as read, with places; a name is looked up without regard to capitals."""

    def __init__(self, header: Row, section: str, needed: tuple[str, ...]) -> None:
        self.names = [cell.strip() for cell in header.cells]
        while self.names and not self.names[-1]:
            self.names.pop()
        self.section, self.line = section, header.line
        self._places: dict[str, int] = {}
        for place, name in enumerate(self.names):
            self._check(name)
            self._places[name.lower()] = place
        for name in needed:
            if name not in self._places:
                raise BadElection(
                    "The section {section} has no column {column}. Add it to the line of column names.",
                    header.line,
                    section=section,
                    column=name,
                )

    def _check(self, name: str) -> None:
        if not name:
            raise BadElection(
                "A column in {section} has no name. Give it a name or take it out.",
                self.line,
                section=self.section,
            )
        if name.lower() in self._places:
            raise BadElection(
                "The column {column} is there twice in {section}. Keep one.",
                self.line,
                section=self.section,
                column=name,
            )

    def __len__(self) -> int:
        return len(self.names)

    def place(self, *names: str) -> int | None:
        """Where the first of these columns is that exists."""
        return next((self._places[name] for name in names if name in self._places), None)

    def needed(self, name: str) -> int:
        """Where a column is that must exist."""
        return self._places[name]

    def others(self, *taken: int | None) -> dict[str, int]:
        """The columns that are not among `taken`, by name."""
        return {name: place for place, name in enumerate(self.names) if place not in taken}

    def cells(self, row: Row) -> list[str]:
        """The row's cells, one per column; refuse a row with more, which would shift what follows."""
        cells = row.cells
        if any(cell.strip() for cell in cells[len(self) :]):
            raise BadElection(
                "This line has {cells} values, but {section} has {columns} columns."
                " Put a text that holds a ; in quotation marks.",
                row.line,
                cells=len(cells),
                section=self.section,
                columns=len(self),
            )
        return cells[: len(self)] + [""] * (len(self) - len(cells))
