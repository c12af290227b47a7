"""Minutes: written, finished, signed, published."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.gatherings import rules
from medskab.gatherings.models import Gathering, SignedAs
from medskab.people.models import Person

_OFFICES = (
    (SignedAs.CHAIR, False, _("I am the chair, and I sign")),
    (SignedAs.CHAIR, True, _("I have seen the chair’s signature on the printed minutes")),
    (SignedAs.BOARD, False, _("I sign for the board")),
)


class MinutesForm(DeedForm):
    """What was said and decided on one point."""

    title = _("Minutes of a point")
    lead = _("Write what was said, not who said it.")
    button = _("Save")
    who_sees = _("Everybody can read this when the minutes are published.")

    minutes = forms.CharField(
        label=_("What was said?"), widget=forms.Textarea(attrs={"rows": 8}), max_length=8000, required=False
    )
    decided = forms.CharField(
        label=_("What was decided?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )


class FinishForm(DeedForm):
    """Ready to be signed."""

    title = _("Finish the minutes")
    lead = _("They can be signed then. To change them later you open them again, and all sign anew.")
    button = _("Finish the minutes")


class ReopenForm(DeedForm):
    """Something is wrong."""

    title = _("Change the minutes")
    lead = _("Signatures count for the words that were signed. The new words must be signed again.")
    button = _("Open the minutes again")
    who_sees = _("Only the board and staff.")
    is_dangerous = True

    because = NameField(label=_("What is wrong?"), max_length=500)


class PublishForm(DeedForm):
    """For everybody."""

    title = _("Publish the minutes")
    lead = _("Everybody can read them. Residents are told. Which homes came is forgotten, how many stays.")
    button = _("Publish the minutes")


class SignForm(DeedForm):
    """Under the words that stand on the page."""

    title = _("Sign the minutes")
    button = _("Sign")
    who_sees = _("Everybody can read your name under the minutes.")

    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    office = forms.ChoiceField(label=_("How do you sign?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, gathering: Gathering, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [  # type: ignore[attr-defined]
            (f"{office}-paper" if on_paper else office, words)
            for office, on_paper, words in _OFFICES
            if rules.may_sign(person, gathering, office, is_on_paper=on_paper)
        ]

    @property
    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        office = self.cleaned_data["office"]
        return {
            "signed_as": office.removesuffix("-paper"),
            "is_on_paper": office.endswith("-paper"),
            "sha256": self.cleaned_data["sha256"],
        }
