"""Typing paper ballots: where each person is, and which papers differ."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.people.models import Person

from .models import BallotShape, PaperBatch, PaperEntry, Poll, Proposal


@dataclass(frozen=True)
class BatchRow:
    """One bundle in the list: how many have typed it, and whether they agree."""

    batch: PaperBatch
    typed_by: int
    differs_at: list[int]
    is_mine_done: bool


@dataclass(frozen=True)
class Desk:
    """Where one person is in a bundle: the paper to type now, and which of theirs differ."""

    number: int
    done: int
    papers: int
    differs_at: list[int]
    given: dict[str, Any] | None
    is_typed: bool
    is_finished: bool


class FinishForm(DeedForm):
    """Only the button."""


class PaperForm(DeedForm):
    """One paper: the numbers of the proposals as they are marked, or blank, or spoilt."""

    kind = forms.ChoiceField(
        label=_("What is on the paper?"),
        choices=[
            ("marked", _("Marks")),
            ("blank", _("Blank")),
            ("spoilt", _("Cannot be read, or not allowed")),
        ],
        widget=forms.RadioSelect,
        initial="marked",
    )
    marks = forms.CharField(
        label=_("The marks"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off", "inputmode": "text"}),
    )

    def __init__(self, *args: Any, poll: Poll, proposals: list[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.poll, self.proposals = poll, {one.number: one.project for one in proposals}
        self.fields["marks"].help_text = _HINTS[BallotShape(poll.shape)]

    def clean(self) -> dict[str, Any]:
        """Marks must be understood."""
        cleaned = super().clean() or {}
        self.choice: dict[str, Any] | None = None
        if cleaned.get("kind") == "blank":
            self.choice = {"blank": True}
        elif cleaned.get("kind") == "marked" and not self.errors:
            try:
                self.choice = _read(self.poll, self.proposals, cleaned.get("marks", ""))
            except (ValueError, KeyError):
                self.add_error("marks", _HINTS[BallotShape(self.poll.shape)])
        return cleaned


_HINTS = {
    BallotShape.APPROVAL: _("The numbers that are ticked, with spaces between: 3 7 12"),
    BallotShape.KNAPSACK: _("The numbers that are ticked, with spaces between: 3 7 12"),
    BallotShape.RANKING: _("The numbers in the order of the paper, the best first: 7 3 12"),
    BallotShape.POINTS: _("Number=points, with spaces between: 3=5 7=2"),
    BallotShape.YES_NO: _("yes or no"),
}


def rows(poll: Poll, person: Person) -> list[BatchRow]:
    """All bundles of a vote."""
    found = []
    for batch in poll.paper_batches.prefetch_related("entries"):
        done = [entry for entry in batch.entries.all() if entry.is_finished]
        mine = [entry for entry in done if entry.by_id == person.pk]
        found.append(BatchRow(batch, len(done), _differences(done), bool(mine)))
    return found


def desk_of(batch: PaperBatch, person: Person, asked: str | None = None) -> Desk:
    """The next paper to type, or the one that was asked for."""
    entries = list(batch.entries.all())
    mine = next((entry for entry in entries if entry.by_id == person.pk), None)
    typed = mine.choices if mine else []
    number = int(asked) if asked and asked.isdigit() and 1 <= int(asked) <= batch.papers else len(typed) + 1
    number = min(number, batch.papers)
    is_typed = number <= len(typed)
    return Desk(
        number=number,
        done=len(typed),
        papers=batch.papers,
        differs_at=_differences([entry for entry in entries if entry.is_finished]),
        given=typed[number - 1] if is_typed else None,
        is_typed=is_typed,
        is_finished=bool(mine and mine.is_finished),
    )


def paper_form(batch: PaperBatch, desk: Desk, sent: Any) -> PaperForm:
    """The form of the paper that is on the desk."""
    proposals = list(Proposal.objects.filter(decision_id=batch.poll.decision_id))
    return PaperForm(
        sent,
        poll=batch.poll,
        proposals=proposals,
        initial=_initial(desk, {p.project: p.number for p in proposals}),
    )


def _differences(finished: list[PaperEntry]) -> list[int]:
    if len(finished) < 2:
        return []
    first, second = finished[0].choices, finished[1].choices
    return [number for number, pair in enumerate(zip(first, second, strict=False), 1) if pair[0] != pair[1]]


def _initial(desk: Desk, numbers: dict[str, int]) -> dict[str, Any]:
    if not desk.is_typed:
        return {}
    if desk.given is None:
        return {"kind": "spoilt"}
    if desk.given.get("blank"):
        return {"kind": "blank"}
    kind, value = next(iter(desk.given.items()))
    if kind == "points":
        return {"marks": " ".join(f"{numbers[project]}={points}" for project, points in value.items())}
    return {"marks": value if kind == "answer" else " ".join(str(numbers[project]) for project in value)}


def _read(poll: Poll, projects: dict[int, str], marks: str) -> dict[str, Any]:
    if poll.shape == BallotShape.YES_NO:
        answer = {"yes": "yes", "no": "no", "ja": "yes", "nej": "no"}[marks.strip().lower()]
        return {"answer": answer}
    words = marks.replace(",", " ").split()
    if not words:
        raise ValueError(marks)
    if poll.shape == BallotShape.POINTS:
        pairs = [word.split("=") for word in words]
        return {"points": {projects[int(number)]: int(points) for number, points in pairs}}
    kind = {BallotShape.RANKING: "rank", BallotShape.KNAPSACK: "spend"}.get(
        BallotShape(poll.shape), "approve"
    )
    return {kind: [projects[int(word)] for word in words]}
