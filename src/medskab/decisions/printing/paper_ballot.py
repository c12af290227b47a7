"""The ballot on paper, and the slip that is filled in when somebody gets one."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from .paper import Paper, printed

_LONGEST_NAME = 130


@dataclass(frozen=True, kw_only=True)
class PaperProposal:
    """A line of the ballot."""

    number: str
    name: str
    cost: str = ""


@dataclass(frozen=True, kw_only=True)
class PaperBallot(Paper):
    """What is on every ballot of a poll; nothing on it tells one paper from another.

    `least` and `most` are how many may be chosen, 0 where there is no such rule; `points` and `budget` are
    needed for the shapes that share them out. `hand_in` is where the box stands.
    """

    shape: Literal["approval", "points", "ranking", "knapsack", "yes-no"]
    question: str
    proposals: tuple[PaperProposal, ...]
    until: str
    hand_in: str
    least: int = 0
    most: int = 0
    points: int = 0
    budget: str = ""


@dataclass(frozen=True, kw_only=True)
class CheckIn(Paper):
    """The slip on which two people note that a code was taken in for a ballot."""

    place: str


def paper_ballot(ballot: PaperBallot) -> bytes:
    """A4, one or two pages for up to 30 proposals; the second is the back."""
    return printed(
        "paper_ballot.typ", ballot, _ballot_words(ballot), {"how": _how(ballot)}, longest_name=_LONGEST_NAME
    )


def check_in_slip(slip: CheckIn) -> bytes:
    """Four slips on a sheet of A4, to be cut apart. They stay out of the box with the ballots."""
    return printed("check_in_slip.typ", slip, _slip_words(), {}, longest_name=_LONGEST_NAME)


def _how(ballot: PaperBallot) -> list[str]:
    first = {
        "approval": _("Put a cross at each proposal that you want."),
        "points": _("You have %(points)s points. Write at the proposals how you share them out."),
        "ranking": _("Write 1 at the proposal that you want most, 2 at the next, and so on."),
        "knapsack": _("You have %(budget)s to spend. Put a cross at what you would spend them on."),
        "yes-no": _("Put one cross on each line: yes or no."),
    }[ballot.shape] % {"points": ballot.points, "budget": ballot.budget}
    return [" ".join(filter(None, (first, _bounds(ballot))))]


def _bounds(ballot: PaperBallot) -> str:
    if ballot.shape == "yes-no":
        return ""
    numbers = {"least": ballot.least, "most": ballot.most}
    if ballot.least > 1 and ballot.most:
        return _("Choose at least %(least)s and at most %(most)s.") % numbers
    return _("Choose at most %(most)s.") % numbers if ballot.most else ""


def _ballot_words(ballot: PaperBallot) -> dict[str, str]:
    return {
        "ballot": _("Ballot paper"),
        "until": _("Vote until %(until)s.") % {"until": ballot.until},
        "fold": _("Fold the paper, so that nobody sees your vote."),
        "box": _("Put it into the box:"),
        "secret": _(
            "Write nothing else: no name, no mark. This paper has no code, and nobody can see whose it is."
        ),
        "mistake": _("A mistake? Ask for a new paper."),
        "yes": _("Yes"),
        "no": _("No"),
        "page": _("Page"),
        "turn": _("More proposals on the back"),
    }


def _slip_words() -> dict[str, str]:
    return {
        "slip": _("Check-in slip"),
        "code": _("Code from the letter"),
        "taken": _("The code was not used before. It is taken in now."),
        "given": _("One ballot paper was handed out."),
        "initials": _("The two of us at the desk"),
        "apart": _("This slip never goes into the box with the ballots."),
        "cut": _("Cut here"),
    }
