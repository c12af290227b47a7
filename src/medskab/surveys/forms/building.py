"""What staff say about a survey."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import FactsForm, NameField
from medskab.places.models import Area, Place, PlaceKind
from medskab.surveys.actions import About
from medskab.surveys.models import OneAnswerPer, SurveyKind
from medskab.surveys.models.survey import MOST_INTRO


class AboutForm(FactsForm):
    """Title, purpose, whom it asks."""

    title = NameField(label=_("Title"), max_length=120)
    intro = forms.CharField(
        label=_("What is it used for, and who sees the answers?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=MOST_INTRO,
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=SurveyKind.choices, widget=forms.RadioSelect)
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )
    one_answer_per = forms.ChoiceField(
        label=_("Who answers once?"),
        help_text=_("Codes keep a survey to one answer from each home, also on a shared computer."),
        choices=OneAnswerPer.choices,
        widget=forms.RadioSelect,
    )
    closes_at = forms.DateTimeField(
        label=_("Closes"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        required=False,
    )
    invited = forms.IntegerField(label=_("How many are asked?"), min_value=1, max_value=10**6, required=False)
    population = forms.IntegerField(
        label=_("How many live where it asks?"), min_value=1, max_value=10**6, required=False
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = Place.objects.for_area(area).filter(valid_until=None).exclude(kind=PlaceKind.STAIRWELL)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]

    @property
    def about(self) -> About:
        """As the action takes it."""
        return About(**self.facts)
