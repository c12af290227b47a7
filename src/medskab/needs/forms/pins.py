"""The pin of a form: two fields that only the map fills."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.needs.pins import Pin, Sheet, sheet_of
from medskab.places.models import Area

PIN_FIELDS = ("latitude", "longitude")


def _field() -> forms.FloatField:
    return forms.FloatField(required=False, widget=forms.HiddenInput)


class PinForm(DeedForm):
    """A form that may say where on the map something is."""

    latitude = _field()
    longitude = _field()

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pin_area = area

    @property
    def sheet(self) -> Sheet | None:
        """What the map is made of; None where there is nothing to put a pin on."""
        return sheet_of(self.pin_area, timezone.localdate(now()))

    def clean(self) -> dict[str, Any]:
        """Both or none."""
        given = super().clean() or self.cleaned_data
        has = [given.get(name) is not None for name in PIN_FIELDS]
        if any(self.errors.pop(name, None) is not None for name in PIN_FIELDS) or has[0] != has[1]:
            self.add_error(None, _("The pin was not understood. Put it on the map again."))
        return given

    @property
    def pin(self) -> Pin | None:
        """Where it is, or None."""
        latitude, longitude = (self.cleaned_data.get(name) for name in PIN_FIELDS)
        return (latitude, longitude) if latitude is not None and longitude is not None else None
