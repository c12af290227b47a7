"""Handing a right over, and taking it back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, FactsForm, NameField

_EVERYBODY = _("Everybody can see this.")
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_TEXTS = ("title", "field", "holder", "co_holder", "legal_basis", "payee", "revocable_by", "objection")
_SUMS = {"ceiling": "ceiling_ore", "total": "total_ore", "second_above": "second_person_above_ore"}


def _kroner(label: Any, *, help_text: Any = "", required: bool = False) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=help_text, required=required, min_value=1, max_value=10**9
    )


class GiveForm(DeedForm):
    """Who decides over what, up to what sum, from when to when, and by what right. Sums in whole kroner."""

    title = NameField(label=_("What is the right called?"), max_length=120)
    field = NameField(label=_("What is decided over?"), max_length=300)
    holder = NameField(
        label=_("Who decides?"), help_text=_("For example: Everybody over 12 who lives here"), max_length=200
    )
    is_youth = forms.BooleanField(label=_("Young people under 18 decide"), required=False)
    co_holder = NameField(
        label=_("Which adult or association stands beside them?"), max_length=200, required=False
    )
    ceiling = _kroner(_("Up to how many kroner for each decision?"), required=True)
    total = _kroner(_("How many kroner in all?"), help_text=_("Leave it empty where there is no limit."))
    starts_on = forms.DateField(label=_("First day"), widget=_DAY)
    ends_on = forms.DateField(label=_("Last day"), widget=_DAY)
    legal_basis = NameField(
        label=_("On what basis?"),
        help_text=_("For example: The afdelingsmøde of 12 February, point 5"),
        max_length=300,
    )
    payee = NameField(
        label=_("Who pays the bills?"),
        help_text=_("A registered association, the housing department or the municipality."),
        max_length=200,
    )
    revocable_by = NameField(label=_("Who can take it back?"), max_length=200)
    objection = NameField(label=_("How can somebody object?"), max_length=500)
    second_above = _kroner(_("Above how many kroner must a second person say yes to a bill?"))

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them, money in øre."""
        given = self.cleaned_data
        sums = {name: given[asked] * 100 if given[asked] else None for asked, name in _SUMS.items()}
        kept = (*_TEXTS, "is_youth", "starts_on", "ends_on")
        return {name: given[name] for name in kept} | sums


class ExtendForm(FactsForm):
    """Until when a right holds from now on, and why."""

    who_sees = _EVERYBODY
    ends_on = forms.DateField(label=_("Which day is the new last day?"), widget=_DAY)
    because = NameField(label=_("Why?"), max_length=500)


class TakeBackForm(FactsForm):
    """Why a right is taken back."""

    who_sees = _EVERYBODY

    because = NameField(label=_("Why?"), max_length=500)
