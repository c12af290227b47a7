"""Money that somebody gives to be decided over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.mandates.models import Mandate
from medskab.mandates.queries import mandates_of
from medskab.places.models import Area


class LineForm(DeedForm):
    """A sum, who gave it, and under which right it is decided over. In whole kroner."""

    title = NameField(label=_("What is the money for?"), max_length=120)
    mandate = forms.ModelChoiceField(Mandate.objects.none(), label=_("Under which right is it decided over?"))
    kroner = forms.IntegerField(label=_("How many kroner?"), min_value=1, max_value=10**9)
    source = NameField(label=_("Who gave it?"), max_length=200)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mandate"].queryset = mandates_of(area)  # type: ignore[attr-defined]
