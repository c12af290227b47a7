"""Motions: handed in, written down from paper, answered."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField


class MotionForm(DeedForm):
    """What a resident wants decided."""

    title = _("Hand in a motion")
    lead = _("The meeting votes on your words as you write them here.")
    button = _("Hand in the motion")
    who_sees = _("The board and staff read this. On the agenda everybody can, without your name.")

    heading = NameField(label=_("What shall be decided?"), max_length=120)
    text = forms.CharField(
        label=_("Say more"), widget=forms.Textarea(attrs={"rows": 6}), max_length=2000, required=False
    )

    @property
    def words(self) -> dict[str, Any]:
        """As the action takes them."""
        return {"title": self.cleaned_data["heading"], "text": self.cleaned_data["text"]}


class PaperMotionForm(MotionForm):
    """A motion that lay in the letter box."""

    title = _("Write down a motion from paper")
    lead = _("Write it as it stands on the paper. One that came too late is kept, and marked so.")
    button = _("Write it down")

    received_at = forms.DateTimeField(
        label=_("When did it come?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class WithdrawForm(DeedForm):
    """Take a motion back."""

    title = _("Take your motion back?")
    lead = _("It does not come on the agenda. You can hand in another until the last day.")
    button = _("Take it back")
    is_dangerous = True


class DeclineForm(DeedForm):
    """Why a motion is not for this meeting."""

    title = _("Not the meeting’s business")
    lead = _("Only what the meeting has no right to decide can be turned away.")
    button = _("Turn it away")
    who_sees = _("Who handed it in reads this.")
    is_dangerous = True

    because = NameField(label=_("Why?"), max_length=500)
