"""What staff say of a conversation that was held elsewhere, and why voices are not counted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.common.typed import whole_number
from medskab.statements.actions import Brought

from .setting_up import LANGUAGES


class BringInForm(DeedForm):
    """The two files, and where they come from."""

    title = NameField(label=_("What is it called?"), max_length=120)
    question = forms.CharField(
        label=_("What is the question?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    source = NameField(
        label=_("Where was it held?"), help_text=_("The place, the year, the address."), max_length=300
    )
    licence = NameField(
        label=_("Under which licence may it be shown?"), help_text=_("For example CC BY 4.0."), max_length=120
    )
    language = forms.ChoiceField(
        label=_("In which language are the statements?"), choices=LANGUAGES, required=False
    )
    votes = forms.FileField(
        label=_("The votes"), help_text=_("The file votes.csv or participants-votes.csv, 50 MB at most.")
    )
    comments = forms.FileField(
        label=_("The statements"), help_text=_("The file comments.csv."), required=False
    )

    @property
    def brought(self) -> Brought:
        """As the action takes it."""
        given: dict[str, Any] = {
            name: self.cleaned_data[name] for name in ("title", "question", "source", "licence", "language")
        }
        comments = self.cleaned_data["comments"]
        return Brought(
            **given,
            votes=self.cleaned_data["votes"].read(),
            comments=comments.read() if comments else b"",
        )


class SetAsideForm(DeedForm):
    """Which voices, and why."""

    voices = forms.CharField(widget=forms.HiddenInput, max_length=8000)
    because = NameField(label=_("Why are they not counted?"), max_length=200)

    @property
    def numbers(self) -> list[int]:
        """The voices by their numbers."""
        found = map(whole_number, self.cleaned_data["voices"].split(","))
        return [one for one in found if one is not None]
