"""The door that every purchase passes: decisions by hand, thresholds, either-or, ceilings."""

from copy import copy
from fractions import Fraction

from .election import Election
from .limits import Limits
from .outcome import Reason, ReasonCode
from .rule import BadRule


class Gate:
    """Which projects may still be funded under the limits, and why the others may not.

    `shut` holds a reason for each project that is out for good; `by_hand` are funded before the count.
    """

    def __init__(self, election: Election, limits: Limits, named: list[int], backers: list[int]) -> None:
        self.election = election
        self.limits = limits
        self.backers = backers
        self.places = {project.id: at for at, project in enumerate(election.projects)}
        self.funded: list[int] = []
        self.spent = 0
        self.shut: dict[int, Reason] = {}
        self.left = dict(limits.ceilings)
        self._check_names()
        self.rivals = self._rivals()
        self.by_hand = self._decide_by_hand()
        self._shut_small(named)
        self._shut_full()

    def fresh(self) -> "Gate":
        """Return a copy in the same state, for one more count."""
        again = copy(self)
        again.funded, again.shut, again.left = list(self.funded), dict(self.shut), dict(self.left)
        return again

    @property
    def money(self) -> int:
        """What is left of the budget."""
        return self.election.budget - self.spent

    def is_open(self, at: int) -> bool:
        """Whether the limits still let this project in."""
        return at not in self.shut

    def fund(self, at: int) -> None:
        """Take one project in; shut out what can no longer join it."""
        self.spent += self.election.projects[at].cost
        self.funded.append(at)
        if not self.rivals and not self.left:
            return
        for rival in self.rivals.get(at, ()):
            if rival not in self.shut and rival not in self.funded:
                because = (self.election.projects[at].id,)
                self.shut[rival] = self.reason(rival, ReasonCode.INCOMPATIBLE, because=because)
        for category in self._limited(at):
            self.left[category] -= self.election.projects[at].cost
        self._shut_full()

    def reason(
        self, at: int, code: ReasonCode, money: Fraction | int | None = None, **more: object
    ) -> Reason:
        """Put a reason into numbers; where the money given does not suffice, the shortfall follows."""
        project = self.election.projects[at]
        held = None if money is None else Fraction(money)
        short = None if held is None or held >= project.cost else project.cost - held
        return Reason(project.id, code, project.cost, self.backers[at], held, short, **more)  # type: ignore[arg-type]

    def _limited(self, at: int) -> list[str]:
        return [name for name in dict.fromkeys(self.election.projects[at].categories) if name in self.left]

    def _check_names(self) -> None:
        named = [name for group in self.limits.incompatible for name in group]
        named += [override.project for override in self.limits.overrides]
        for name in named:
            if name not in self.places:
                raise BadRule(f"The limits name project {name}, which is not in the election.")
        known = {category for project in self.election.projects for category in project.categories}
        for category in self.limits.ceilings:
            if category not in known:
                raise BadRule(f"The limits name category {category}, in which there is no project.")

    def _rivals(self) -> dict[int, list[int]]:
        rivals: dict[int, list[int]] = {}
        for group in self.limits.incompatible:
            for name in group:
                others = [self.places[other] for other in group if other != name]
                rivals.setdefault(self.places[name], []).extend(others)
        return rivals

    def _decide_by_hand(self) -> list[int]:
        for override in self.limits.overrides:
            if not override.funded:
                at = self.places[override.project]
                note, by = override.reason, override.by
                self.shut[at] = self.reason(at, ReasonCode.OVERRIDE, note=note, by=by)
        chosen = [self.places[override.project] for override in self.limits.overrides if override.funded]
        for at in chosen:
            if at in self.shut:
                name, other = self.election.projects[at].id, self.shut[at].because[0]
                raise BadRule(f"Projects {name} and {other} are funded by hand but exclude each other.")
            self.fund(at)
        if self.spent > self.election.budget:
            raise BadRule("What is funded by hand costs more than the whole budget.")
        if over := [category for category, left in self.left.items() if left < 0]:
            raise BadRule(f"What is funded by hand breaks the ceiling of category {over[0]}.")
        return chosen

    def _shut_small(self, named: list[int]) -> None:
        needed = self.limits.votes_needed(self.election.ballots.count)
        for at, votes in enumerate(named):
            if votes < needed and at not in self.shut and at not in self.funded:
                self.shut[at] = self.reason(at, ReasonCode.TOO_FEW_VOTES, needed=needed)

    def _shut_full(self) -> None:
        if not self.left:
            return
        for at, project in enumerate(self.election.projects):
            if at in self.shut or at in self.funded:
                continue
            for category in self._limited(at):
                if project.cost > self.left[category]:
                    self.shut[at] = self._full(at, category)
                    break

    def _full(self, at: int, category: str) -> Reason:
        projects = self.election.projects
        inside = tuple(projects[won].id for won in self.funded if category in projects[won].categories)
        code, left = ReasonCode.CATEGORY_FULL, self.left[category]
        return self.reason(at, code, left, because=inside, category=category)
