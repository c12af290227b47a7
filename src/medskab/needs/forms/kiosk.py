"""A screen in the neighbourhood: where it stands, and the code that ends it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.places.models import Area, Place

from .saying import places


def _code(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        min_length=4,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        **more,
    )


class SetUpForm(forms.Form):
    """One place, and a code that only those who work here know."""

    place = forms.ModelChoiceField(label=_("Where does the screen stand?"), queryset=Place.objects.none())
    code = _code(
        _("A code to end it with"),
        help_text=_("Four signs or more. Write it down: without it the screen stays a screen."),
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places(area)  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """The code that was chosen."""

    code = _code(_("The code"))
