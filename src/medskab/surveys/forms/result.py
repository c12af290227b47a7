"""Forms of the result: known sizes for weights, and lists of answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.arriving import Channel
from medskab.common.forms import DeedForm
from medskab.surveys.actions.publishing import Known
from medskab.surveys.models import AGES


class ReleaseForm(DeedForm):
    """How large the groups are in truth: blocks by their homes, ages as they are typed in."""

    by_block = forms.BooleanField(
        label=_("Weight by the number of homes in each block"), required=False, initial=True
    )

    def __init__(self, *args: Any, homes: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.homes = homes
        for band in AGES:
            self.fields[f"age_{band.value}"] = forms.IntegerField(
                label=_("Residents aged %(band)s") % {"band": band.label}, min_value=0, required=False
            )
        self.fields["source"] = forms.CharField(
            label=_("Where the numbers come from"), max_length=200, required=False
        )

    @property
    def known(self) -> Known:
        """What was filled in."""
        ages = {band.value: self.cleaned_data[f"age_{band.value}"] for band in AGES}
        sizes: dict[str, dict[str, int]] = {}
        if self.cleaned_data["by_block"] and len(self.homes) > 1:
            sizes["place"] = self.homes
        if filled := {band: number for band, number in ages.items() if number}:
            sizes["age"] = filled
        return Known(sizes, self.cleaned_data["source"])


class AnswersForm(DeedForm):
    """A list of answers, and how they came in."""

    file = forms.FileField(label=_("List of answers (CSV or Excel)"))
    channel = forms.ChoiceField(
        label=_("How the answers came in"), choices=Channel.choices, initial=Channel.PAPER
    )
