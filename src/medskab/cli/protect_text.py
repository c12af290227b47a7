"""A protected table as text for people: the table, what is hidden and why, and what was not checked."""

from collections.abc import Iterator

from medskab.methods.disclosure.tables import Because, HiddenCell, ProtectedTable

_MOST_LISTED = 20
_TOTAL, _HIDDEN = "Total", "*"


def protect_text(table: ProtectedTable, *, has_area: bool) -> Iterator[str]:
    """The lines of the report."""
    yield from _drawn(table)
    yield ""
    yield from _summary(table)
    yield from _ranges(table)
    yield ""
    yield "Not checked: what other published tables would give away together with this one."
    if not has_area:
        yield "Not checked: whether the area has 100 residents and 50 households (--residents, --households)."


def _drawn(table: ProtectedTable) -> Iterator[str]:
    head = ["", *(_shown(column) for column in table.columns)]
    lines = [
        [_shown(row), *(_HIDDEN if number is None else f"{number:,}" for number in numbers)]
        for row, numbers in zip(table.rows, table.shown, strict=True)
    ]
    widths = [max(map(len, column)) for column in zip(head, *lines, strict=True)]
    for cells in (head, *lines):
        first, *rest = (
            cell.ljust(width) if number == 0 else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        yield "  ".join([first, *rest]).rstrip()


def _summary(table: ProtectedTable) -> Iterator[str]:
    small = sum(cell.because is Because.SMALL for cell in table.hidden)
    if not table.hidden:
        yield f"Nothing needs to be hidden: no count lies between 1 and {table.threshold - 1}."
        return
    extra = len(table.hidden) - small
    counts = "count is" if small == 1 else "counts are"
    others = "other is" if extra == 1 else "others are"
    yield f"{_HIDDEN} {small:,} {counts} below {table.threshold} and hidden; {extra:,} {others} hidden"
    yield "  so that they cannot be worked out. Publish all of them with the same mark."


def _ranges(table: ProtectedTable) -> Iterator[str]:
    if not table.hidden:
        return
    yield ""
    yield "What a reader can work out about them, tightest first"
    by_room = sorted(table.hidden, key=lambda cell: (cell.high is None, (cell.high or 0) - cell.low))
    for cell in by_room[:_MOST_LISTED]:
        yield f"  {_place(table, cell)}: {_range(cell)}"
    if (more := len(by_room) - _MOST_LISTED) > 0:
        yield f"  and {more:,} more, with as much room or more"


def _range(cell: HiddenCell) -> str:
    return f"{cell.low:,} or more" if cell.high is None else f"{cell.low:,} to {cell.high:,}"


def _place(table: ProtectedTable, cell: HiddenCell) -> str:
    return f"{_shown(table.rows[cell.row])} / {_shown(table.columns[cell.column])}"


def _shown(label: str | None) -> str:
    """The label without characters that could steer a terminal."""
    if label is None:
        return _TOTAL
    return "".join(letter if letter.isprintable() else " " for letter in label)
