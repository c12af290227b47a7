"""Telling what became of something that was decided."""

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.decisions.models import Delivery, DeliveryState

from .fields import TextField


class DeliveryForm(DeedForm):
    """What happened with something that was decided."""

    state = forms.ChoiceField(label=_("How far is it?"), choices=DeliveryState.choices)
    text = TextField(label=_("What happened?"), help_text=_("Two or three short sentences."), max_length=1000)
    due_on = forms.DateField(
        label=_("When is it done?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    photo = forms.FileField(
        label=_("A photo"),
        help_text=_("Of the thing, not of people. Where it was taken is removed."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        required=False,
    )

    @classmethod
    def for_delivery(cls, delivery: Delivery) -> "DeliveryForm":
        """With what stands there now."""
        return cls(initial={"state": delivery.state, "due_on": delivery.due_on})
