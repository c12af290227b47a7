"""What is said about a result, and why one is withdrawn."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, FactsForm, NameField
from medskab.decisions.models import Decision

from .fields import TextField

WORDS = ("decided_on", "decided_by", "basis", "meaning", "objection", "source_note")


class WordsForm(DeedForm):
    """Who decides, on what basis, what it means, how to object."""

    decided_on = forms.DateField(
        label=_("When was it decided?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    decided_by = NameField(
        label=_("Who decides?"), help_text=_("For example: Everybody over 12 who lives here"), max_length=200
    )
    basis = NameField(
        label=_("On what basis?"),
        help_text=_("For example: The afdelingsmøde of 3 March set the money aside for this vote"),
        max_length=400,
    )
    meaning = TextField(
        label=_("What does it mean?"),
        help_text=_("What happens now, who does it, and when."),
        max_length=2000,
    )
    objection = TextField(
        label=_("How can somebody object?"),
        help_text=_("To whom, and until when."),
        max_length=1000,
        rows=3,
    )
    source_note = NameField(label=_("Where do the numbers come from?"), max_length=400, required=False)

    @classmethod
    def for_decision(cls, decision: Decision) -> "WordsForm":
        """With what stands there now."""
        return cls(initial={name: getattr(decision, name) for name in WORDS})

    @property
    def words(self) -> dict[str, Any]:
        """What was typed."""
        return {name: self.cleaned_data[name] for name in WORDS}


class CallOffForm(FactsForm):
    """Why a decision is not taken after all."""

    who_sees = _("Everybody can see this.")
    because = NameField(label=_("Why?"), help_text=_("Everybody can read this."), max_length=500)


class WithdrawForm(DeedForm):
    """Why a result does not hold."""

    because = NameField(
        label=_("Why is it withdrawn?"),
        help_text=_("Everybody can read this on the result’s page."),
        max_length=500,
    )
