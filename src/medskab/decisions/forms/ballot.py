"""What is typed on the way into the urn: the code, the choice, and the last yes."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from medskab.common.codes import NotACode, read_code
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.decisions.models import BallotShape, Poll, Proposal

Choice = dict[str, Any]
_TICKED = {BallotShape.APPROVAL: "approve", BallotShape.KNAPSACK: "spend"}


class NotANumber(CannotAct):
    text = _("Write whole numbers only, or leave the box empty.")


class RankUsedTwice(CannotAct):
    text = _("Two proposals have the same number. Give each number once.")


class CodeForm(forms.Form):
    """The code from the letter."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Twelve letters and figures from your letter. Capital or small, with or without dashes."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        """What was meant."""
        try:
            return read_code(self.cleaned_data["code"])
        except NotACode:
            raise forms.ValidationError(
                _("There is a slip in it: it has a wrong, missing or extra sign. Look at your letter again.")
            ) from None


class ReceiptForm(forms.Form):
    """A receipt, to look for it in the urn."""

    receipt = forms.CharField(
        label=_("Your receipt"),
        help_text=_("Ten letters and figures. Capital or small, with or without spaces."),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}
        ),
    )


class CastForm(DeedForm):
    """The choice that was looked at once more."""

    choice = forms.CharField(max_length=20_000, widget=forms.HiddenInput)

    def clean_choice(self) -> Choice:
        """The choice as it was shown; whether it may be made is asked where the vote is taken in."""
        try:
            choice = json.loads(self.cleaned_data["choice"])
        except ValueError:
            choice = None
        if not isinstance(choice, dict):
            raise forms.ValidationError(_("Something went wrong on the way. Choose again."))
        return choice


def choice_from(poll: Poll, proposals: Sequence[Proposal], given: QueryDict) -> Choice:
    """The choice as it was typed, not yet read by the rules of the ballot."""
    if "blank" in given or given.get("answer") == "blank":
        return {"blank": True}
    if poll.shape == BallotShape.YES_NO:
        return {"answer": given.get("answer", "")}
    if poll.shape in _TICKED:
        return {_TICKED[BallotShape(poll.shape)]: given.getlist("pick")}
    numbers = {one.project: _number(one, given) for one in proposals}
    used = {project: number for project, number in numbers.items() if number}
    if poll.shape == BallotShape.POINTS:
        return {"points": used}
    if len(set(used.values())) < len(used):
        raise RankUsedTwice
    return {"rank": sorted(used, key=lambda project: used[project])}


def _number(proposal: Proposal, given: QueryDict) -> int:
    typed = given.get(f"number-{proposal.number}", "").strip()
    if not typed:
        return 0
    if not typed.isascii() or not typed.isdigit() or len(typed) > 6:
        raise NotANumber
    return int(typed)


def filled_in(poll: Poll, choice: Mapping[str, Any], proposals: Sequence[Proposal]) -> dict[str, str]:
    """What stands in the boxes of a ballot for a choice: by project, or `answer`."""
    if poll.shape == BallotShape.YES_NO:
        return {"answer": "blank" if choice.get("blank") else str(choice.get("answer", ""))}
    if poll.shape == BallotShape.POINTS:
        return {project: str(points) for project, points in dict(choice.get("points", {})).items()}
    if poll.shape == BallotShape.RANKING:
        return {project: str(rank) for rank, project in enumerate(choice.get("rank", ()), 1)}
    ticked = choice.get(_TICKED[BallotShape(poll.shape)], ())
    return {one.project: "on" for one in proposals if one.project in ticked}


def as_typed(poll: Poll, proposals: Sequence[Proposal], given: QueryDict) -> dict[str, str]:
    """The same for a ballot that comes back with an error: nothing that was typed is lost."""
    if poll.shape == BallotShape.YES_NO:
        return {"answer": given.get("answer", "")}
    if poll.shape in _TICKED:
        return dict.fromkeys(given.getlist("pick"), "on")
    return {one.project: given.get(f"number-{one.number}", "")[:6] for one in proposals}
