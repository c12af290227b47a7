"""A list as a person sees it before it is carried out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medskab.places.models import DwellingList

from .columns import is_enough
from .comparison import Comparison, compared
from .lines import HomeLine, LineError, read_lines

SHOWN = 12
ERRORS_SHOWN = 100


@dataclass(frozen=True)
class Preview:
    """What would happen; errors, or missing columns, mean that nothing can."""

    comparison: Comparison
    homes: Sequence[HomeLine]
    errors: Sequence[LineError]
    are_columns_enough: bool

    @property
    def first_errors(self) -> Sequence[LineError]:
        """As many errors as a page holds."""
        return self.errors[:ERRORS_SHOWN]

    @property
    def more_errors(self) -> int:
        """How many further errors there are."""
        return max(len(self.errors) - ERRORS_SHOWN, 0)

    @property
    def examples(self) -> Sequence[HomeLine]:
        """A few homes as they were understood, new ones first."""
        return (self.comparison.new or self.homes)[:SHOWN]

    @property
    def can_be_carried_out(self) -> bool:
        """Whether there is something to do and nothing in the way."""
        return self.are_columns_enough and not self.errors and not self.comparison.is_empty


def preview(kept: DwellingList, day: date) -> Preview:
    """Read the lines by the chosen columns, and compare them with what is there."""
    if not is_enough(kept.mapping):
        return Preview(Comparison(), (), (), False)
    homes, errors = read_lines(kept.lines, kept.mapping, kept.area.name)
    return Preview(compared(kept.area, homes, day), homes, errors, True)
