"""Money that comes in, and bills that are paid from it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import FactsForm, KronerField, NameField
from medskab.common.money import ore_as_text
from medskab.mandates.models import Mandate
from medskab.mandates.queries import mandates_of
from medskab.places.models import Area

from .actions import Words
from .queries import CommitmentState

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_WORDS = ("payee", "what", "voucher")
_EVERYBODY = _("Everybody can see this.")
_INSIDE = _("Staff and the tenants’ board see this.")


class LineForm(FactsForm):
    """A sum, who gave it, and under which right it is decided over."""

    who_sees = _EVERYBODY
    title = NameField(label=_("What is the money for?"), max_length=120)
    mandate = forms.ModelChoiceField(Mandate.objects.none(), label=_("Under which right is it decided over?"))
    amount_ore = KronerField(label=_("How many kroner?"))
    source = NameField(label=_("Who gave it?"), max_length=200)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mandate"].queryset = mandates_of(area)  # type: ignore[attr-defined]


class GiveBackForm(FactsForm):
    """How much goes back, and why."""

    who_sees = _INSIDE
    amount_ore = KronerField(label=_("How many kroner?"))
    because = NameField(label=_("Why?"), max_length=300)


class PayForm(FactsForm):
    """One bill: what it is paid from, how much, to whom, for what."""

    commitment = forms.TypedChoiceField(label=_("What is it paid from?"), widget=forms.RadioSelect)
    amount_ore = KronerField(label=_("How many kroner?"))
    on = forms.DateField(label=_("Which day is on the bill?"), widget=_DAY)
    payee = NameField(label=_("Who gets the money?"), max_length=120)
    what = NameField(label=_("What was bought?"), max_length=200)
    voucher = NameField(
        label=_("What does the receipt say?"),
        help_text=_("Its number, or the shop and the day. Keep the paper."),
        max_length=80,
    )

    def __init__(self, *args: Any, parts: Sequence[CommitmentState], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_number = {str(one.commitment.pk): one.commitment for one in parts}
        field: Any = self.fields["commitment"]
        field.choices = [(one.commitment.pk, _left_of(one)) for one in parts]
        field.coerce = by_number.__getitem__
        for name, one in self.fields.items():
            one.who_sees = _INSIDE if name in _WORDS else _EVERYBODY  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """The words of the bill together."""
        typed = super().facts
        words = Words(*(typed.pop(name) for name in _WORDS))
        return {**typed, "words": words}


class BecauseForm(FactsForm):
    """Why money goes another way than was written."""

    who_sees = _INSIDE
    because = NameField(label=_("Why?"), max_length=300)


def _left_of(part: CommitmentState) -> str:
    words = {"title": part.title, "left": ore_as_text(part.payable_ore)}
    return gettext("%(title)s: %(left)s kr. left") % words
