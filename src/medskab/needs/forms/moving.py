"""What staff say when they put the board in order."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import FactsForm, NameField
from medskab.needs import queries
from medskab.needs.actions import Worded
from medskab.needs.models import Input, Move, Need

from .sorting import STAFF_ONLY


class MergeForm(FactsForm):
    """With which other one."""

    who_sees = _("Everybody sees that the two are put together.")
    into = forms.ModelChoiceField(label=_("With which one?"), queryset=Need.objects.none(), empty_label=None)

    def __init__(self, *args: Any, need: Need, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = queries.standing(need.area).filter(kind=need.kind).exclude(pk=need.pk)
        self.fields["into"].queryset = others  # type: ignore[attr-defined]


class _InputsField(forms.ModelMultipleChoiceField):
    """Inputs by what was said in them."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, row: Any) -> str:
        """The beginning of the words, or what came instead of them."""
        return (row.words or row.voice_text)[:160] or str(row)


class SplitForm(FactsForm):
    """What the new one is called, and what goes to it."""

    who_sees = _("Everybody can read what it is called. Only those who work here see what was said.")
    title = NameField(label=_("What is the new one called?"), max_length=120)
    inputs = _InputsField(label=_("What goes to the new one?"), queryset=Input.objects.none())

    def __init__(self, *args: Any, need: Need, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.need = need
        self.fields["inputs"].queryset = queries.said_about(need)  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """The new one is of the same kind and at the same place."""
        need = self.need
        worded = Worded(
            title=self.cleaned_data["title"], kind=need.kind, asset_kind=need.asset_kind, place=need.place
        )
        return {"worded": worded, "inputs": self.cleaned_data["inputs"]}


class UndoForm(FactsForm):
    """Why it was a mistake."""

    who_sees = STAFF_ONLY
    because = forms.CharField(label=_("Why?"), max_length=300)

    def __init__(self, *args: Any, move: Move, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.move = move
