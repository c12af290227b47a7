"""Printing sheets and typing them in."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.places.models import Area, Place, PlaceKind


class PlaceForm(forms.Form):
    """Where sheets lie or were filled in: never finer than the block."""

    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = Place.objects.for_area(area).filter(valid_until=None)
        self.fields["place"].queryset = standing.exclude(kind=PlaceKind.STAIRWELL)  # type: ignore[attr-defined]


class SheetsForm(PlaceForm):
    """How many sheets."""

    sheets = forms.IntegerField(label=_("How many sheets?"), min_value=1, max_value=50, initial=10)
    language = forms.ChoiceField(label=_("In which language?"), choices=settings.LANGUAGES)


class TypeForm(PlaceForm, DeedForm):
    """The number of a sheet; its lines are read beside it."""

    number = forms.CharField(
        label=_("The number of the sheet"),
        help_text=_("Twelve letters and figures at the bottom of the sheet."),
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    field_order = ("number", "place")
