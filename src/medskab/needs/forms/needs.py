"""What is written about a need."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import NameField
from medskab.needs.actions import Worded
from medskab.needs.models import AssetKind, Input, InputKind, Need, NeedKind, NeedState
from medskab.places.models import Area, Place

from .pins import PIN_FIELDS, PinForm
from .saying import places


class NeedForm(PinForm):
    """A need or an asset, in words that everybody may read."""

    who_sees = _("Everybody can read this.")
    title = NameField(
        label=_("What is it called?"),
        help_text=_("In words that tell of nobody: “Light on the paths”."),
        max_length=120,
    )
    wording = forms.CharField(
        label=_("Say more"), widget=forms.Textarea(attrs={"rows": 5}), max_length=2000, required=False
    )
    kind = forms.ChoiceField(
        label=_("Is it missing, or is it here?"),
        choices=[(NeedKind.NEED, _("A need: it is missing")), (NeedKind.ASSET, _("An asset: it is here"))],
        initial=NeedKind.NEED,
        widget=forms.RadioSelect,
    )
    asset_kind = forms.ChoiceField(
        label=_("If it is here, what is it?"),
        choices=[("", _("Not said")), *AssetKind.choices],
        required=False,
    )
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )
    state = forms.ChoiceField(
        label=_("How far has it come?"),
        choices=NeedState.choices,
        initial=NeedState.OPEN,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, area=area, **kwargs)
        self.fields["place"].queryset = places(area)  # type: ignore[attr-defined]

    @property
    def worded(self) -> Worded:
        """As the action takes it."""
        without = {"idempotency_key", *PIN_FIELDS}
        given = {name: value for name, value in self.cleaned_data.items() if name not in without}
        return Worded(**given, pin=self.pin)


def as_heard(row: Input | None) -> dict[str, Any]:
    """What a new need begins with: kind, place and pin of the input, never its words."""
    if row is None:
        return {}
    kind = NeedKind.ASSET if row.kind == InputKind.ASSET else NeedKind.NEED
    pin = {name: getattr(row, name) for name in PIN_FIELDS}
    return {"kind": kind, "place": row.place_id, **pin}


def as_written(need: Need) -> dict[str, Any]:
    """What stands there."""
    named = ("title", "wording", "kind", "asset_kind", "place", "state", *PIN_FIELDS)
    return {name: getattr(need, name) for name in named}
