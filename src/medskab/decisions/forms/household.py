"""A vote of the homes, from its minutes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm, NameField
from medskab.decisions.calculations import homes_outcome
from medskab.decisions.models import Gathering, HouseholdVote, Majority

from .importing import NATURES
from .publishing import WORDS, WordsForm

NUMBERS = ("yes", "no", "blank", "invalid", "homes", "votes_per_home")
VOTE = (*NUMBERS, "majority", "gathering", "held_on", "minutes")
_MOST = 10**6


class _Numbers(DeedForm):
    """The numbers, which must be possible together."""

    held_on = forms.DateField(
        label=_("When did the homes vote?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    gathering = forms.ChoiceField(
        label=_("Where did they vote?"), choices=Gathering.choices, widget=forms.RadioSelect
    )
    yes = forms.IntegerField(label=_("Yes"), min_value=0, max_value=_MOST)
    no = forms.IntegerField(label=_("No"), min_value=0, max_value=_MOST)
    blank = forms.IntegerField(label=_("Blank"), min_value=0, max_value=_MOST, initial=0)
    invalid = forms.IntegerField(label=_("Invalid"), min_value=0, max_value=_MOST, initial=0)
    homes = forms.IntegerField(
        label=_("How many homes could vote?"),
        help_text=_("All homes of the department, also those that did not vote."),
        min_value=1,
        max_value=_MOST,
    )
    votes_per_home = forms.TypedChoiceField(
        label=_("How many votes has each home?"),
        choices=[(2, _("Two, as the law says")), (1, _("One, by the statutes"))],
        coerce=int,
        initial=2,
    )
    majority = forms.ChoiceField(
        label=_("What does a yes need?"), choices=Majority.choices, initial=Majority.OF_VALID
    )
    minutes = NameField(
        label=_("Where do the minutes stand?"),
        help_text=_("For example: Minutes of 1 November 2018, point 4"),
        max_length=300,
    )

    def clean(self) -> dict[str, Any]:
        """More votes than the homes can cast are refused here, beside what was typed."""
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                homes_outcome({name: cleaned[name] for name in NUMBERS}, cleaned["majority"])
            except CannotAct as error:
                raise forms.ValidationError(str(error)) from error
        return cleaned

    @property
    def vote(self) -> dict[str, Any]:
        """The numbers as the action takes them."""
        return {name: self.cleaned_data[name] for name in VOTE}


class VoteForm(_Numbers):
    """A vote with everything that its page says."""

    title = NameField(
        label=_("What was the question?"), help_text=_("As it stood on the ballot"), max_length=120
    )
    nature = forms.ChoiceField(label=_("Does the vote decide?"), choices=NATURES, widget=forms.RadioSelect)
    decided_by = WordsForm.base_fields["decided_by"]
    basis = WordsForm.base_fields["basis"]
    meaning = WordsForm.base_fields["meaning"]
    objection = WordsForm.base_fields["objection"]

    @property
    def words(self) -> dict[str, Any]:
        """What was typed around the numbers."""
        names = ("title", "nature", *(name for name in WORDS if name in self.cleaned_data))
        return {name: self.cleaned_data[name] for name in names}


class CorrectionForm(_Numbers):
    """Other numbers for a vote, and why."""

    because = NameField(
        label=_("What was wrong?"),
        help_text=_("Everybody can read this beside the first numbers."),
        max_length=500,
    )

    @classmethod
    def for_vote(cls, vote: HouseholdVote) -> "CorrectionForm":
        """With the numbers that stand there now."""
        return cls(initial={name: getattr(vote, name) for name in VOTE})
