"""The kinds of doors: who may come in, and in which state of a decision."""

from dataclasses import dataclass

from tests.trust.cast import ANONYMOUS, EVERYBODY, STAFF, WITH_A_PLACE

DRAFT, READ, IMPORTED, COUNTED, PUBLISHED, WITHDRAWN = (
    "draft",
    "read",
    "imported",
    "counted",
    "published",
    "withdrawn",
)
STATES = (READ, IMPORTED, COUNTED, PUBLISHED, WITHDRAWN)
PUBLIC = frozenset({PUBLISHED, WITHDRAWN})

ALL = frozenset(EVERYBODY)
FACILITATORS = frozenset({"facilitator"})
SIGNED_IN = ALL - {ANONYMOUS}
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Door:
    """Who may come in, for a thing in a state; `kept_by` is asked where the thing is not public yet."""

    by: frozenset[str]
    kept_by: frozenset[str] | None = None

    def opens_to(self, who: str, state: str) -> bool:
        """Whether this person may come in."""
        if self.kept_by is not None and state not in PUBLIC:
            return who in self.kept_by
        return who in self.by


ANYONE = Door(ALL)
OF_STAFF = Door(STAFF)
OF_FACILITATORS = Door(FACILITATORS)
PUBLISHED_TO_ALL = Door(ALL, kept_by=STAFF)
ONLY_PUBLISHED = Door(ALL, kept_by=NOBODY)
OF_ACCOUNTS = Door(SIGNED_IN)
INSIDERS = Door(WITH_A_PLACE)
OF_WHO_CARRIES_OUT = Door(STAFF | {"board member", "officer"})
OF_BOARD = Door(STAFF | {"board member"})
