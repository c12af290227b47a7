"""Everything before the first ballot: META, the rows of PROJECTS, and the header of VOTES."""

from dataclasses import dataclass

from medskab.methods.budgeting.election import BadElection

from .columns import Columns
from .meta import Meta
from .remarks import Remarks
from .rows import SECTIONS, Row, rows, section_of


@dataclass(frozen=True, slots=True)
class Head:
    """The rows before the ballots; these begin at byte `after`, on line `line`."""

    meta: Meta
    columns: Columns
    projects: list[Row]
    votes: Row
    after: int
    line: int


def read_head(data: bytes, remarks: Remarks) -> Head:
    """Read up to the column names of VOTES; refuse sections that are missing, twice, or in another order."""
    meta, columns = Meta(), None
    projects: list[Row] = []
    opened: list[str] = []
    for row in rows(data, 0, 1, remarks):
        if section := section_of(row.cells):
            _open(section, opened, row.line)
        elif not opened:
            raise BadElection(
                "A .pb file begins with a line that says META. Put it before this line.", row.line
            )
        elif opened[-1] == "META":
            meta.add(row, remarks)
        elif opened[-1] == "VOTES":
            if columns is None:
                raise BadElection(
                    "The section PROJECTS has no line of column names. Add one, such as project_id;cost."
                )
            return Head(meta, columns, projects, row, row.end, data.count(b"\n", 0, row.end) + 1)
        elif columns is None:
            columns = Columns(row, "PROJECTS", ("project_id", "cost"))
        else:
            projects.append(row)
    if "VOTES" not in opened:
        raise BadElection("The section {section} is missing. Add it.", section=SECTIONS[len(opened)])
    raise BadElection("The section VOTES has no line of column names. Add one, such as voter_id;vote.")


def _open(section: str, opened: list[str], line: int) -> None:
    if section in opened:
        raise BadElection("The section {section} is there a second time. Keep one.", line, section=section)
    expected = SECTIONS[len(opened)]
    if section != expected:
        raise BadElection(
            "The section {section} begins here, but {expected} must come first."
            " Put META, PROJECTS and VOTES in that order.",
            line,
            section=section,
            expected=expected,
        )
    opened.append(section)
