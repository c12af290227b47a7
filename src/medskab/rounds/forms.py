"""What is asked when a round is planned."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.places.models import Area, Place
from medskab.statements.models import Conversation
from medskab.statements.queries import listed
from medskab.surveys.models import Survey

from .asking import can_be_brought
from .models import MOST_WHY

_BEGIN = "stairwell_"


class RoundForm(DeedForm):
    """A title, a day, and a number at each stairwell that the round goes to."""

    title = NameField(label=_("What is the round called?"), max_length=120)
    day = forms.DateField(label=_("When?"), widget=forms.DateInput(attrs={"type": "date"}))

    conversation = forms.ModelChoiceField(
        label=_("Statements to bring along"), queryset=Conversation.objects.none(), required=False
    )

    survey = forms.ModelChoiceField(
        label=_("Survey to bring along"),
        help_text=_("Not those with codes, nor those that ask to put things in order."),
        queryset=Survey.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, area: Area, stairwells: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["conversation"].queryset = listed(area)  # type: ignore[attr-defined]
        self.fields["survey"].queryset = can_be_brought(area)  # type: ignore[attr-defined]
        self.places = {f"{_BEGIN}{place.pk}": place for place in stairwells}
        for name, place in self.places.items():
            self.fields[name] = forms.IntegerField(
                label=place.name,
                required=False,
                min_value=1,
                max_value=999,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )
            self.fields[name].is_one_of_several = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The stairwells with a number, in the order of the numbers."""
        given = super().clean() or {}
        chosen = [(given[name], at) for at, name in enumerate(self.places) if given.get(name)]
        if not chosen and not self.errors:
            raise ValidationError(_("Write a number at each stairwell where you will go: 1 is the first."))
        given["chosen"] = [list(self.places.values())[at] for _number, at in sorted(chosen)]
        return given

    @property
    def way(self) -> list[forms.BoundField]:
        """The boxes of the stairwells."""
        return [self[name] for name in self.places]


class RemoveForm(DeedForm):
    """Why something that cannot be opened is removed."""

    why = NameField(label=_("Why?"), max_length=MOST_WHY)
