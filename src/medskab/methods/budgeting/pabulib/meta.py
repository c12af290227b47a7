"""The META section: keys and values, and what must be among them."""

from medskab.methods.budgeting.election import BadElection, BallotKind

from .remarks import Remarks
from .rows import Row

_DECIDES = {"budget", "vote_type", "currency_unit", "default_score"}


class Meta:
    """Keys and values as read, with the line of each."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._known: dict[str, tuple[str, int]] = {}

    def add(self, row: Row, remarks: Remarks) -> None:
        """Take in one line of the section."""
        key, value = row.cells[0].strip(), ";".join(row.cells[1:]).strip("; \t")
        if (key.lower(), value.lower()) == ("key", "value"):
            return
        if key.lower() in self._known:
            self._repeat(key, value, row.line, remarks)
            return
        self.values[key] = value
        self._known[key.lower()] = (value, row.line)

    def _repeat(self, key: str, value: str, line: int, remarks: Remarks) -> None:
        before, first = self._known[key.lower()]
        if value == before:
            return
        if key.lower() in _DECIDES:
            raise BadElection(
                "META gives {key} here and on line {first}, with different values. Keep one.",
                line,
                key=key,
                first=first,
            )
        remarks.add("META gives the key {key} twice; the first value was kept.", line, key=key)

    def get(self, key: str) -> tuple[str, int | None]:
        """Value and line of a key; an empty text where it is not given."""
        return self._known.get(key, ("", None))

    def needed(self, key: str) -> tuple[str, int | None]:
        """Value and line of a key without which nothing can be counted."""
        value, line = self.get(key)
        if not value:
            raise BadElection("META does not say {key}. Add a line with {key}; and its value.", line, key=key)
        return value, line

    def kind(self) -> BallotKind:
        """How people voted."""
        value, line = self.needed("vote_type")
        try:
            return BallotKind(value.lower())
        except ValueError:
            raise BadElection(
                "The vote_type “{value}” is not known. Use one of: {known}.",
                line,
                value=value,
                known=", ".join(BallotKind),
            ) from None
