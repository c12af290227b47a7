"""What is written about something that was tried before."""

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, FactsForm, KronerField, NameField
from medskab.needs.actions import Tried
from medskab.needs.effort import FIRST_YEAR, MOST_SIGNS, Effort


def _text(label: Any, rows: int = 4, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=MOST_SIGNS,
        required=False,
        **more,
    )


class EffortForm(FactsForm):
    """One effort; only title and first year must be known."""

    who_sees = _("Everybody can read this.")
    title = NameField(label=_("What is it called?"), max_length=120)
    about = _text(_("What was done?"))
    begun_year = forms.IntegerField(
        label=_("In which year did it begin?"), min_value=FIRST_YEAR, max_value=9999
    )
    ended_year = forms.IntegerField(
        label=_("In which year did it end?"),
        help_text=_("Leave it empty if it still goes on."),
        min_value=FIRST_YEAR,
        max_value=9999,
        required=False,
    )
    cost_ore = KronerField(
        label=_("What did it cost, in kroner?"),
        help_text=_("Leave it empty if you do not know."),
        required=False,
    )
    by_whom = forms.CharField(
        label=_("Who did it?"),
        help_text=_("An association or an office, never a private person."),
        max_length=200,
        required=False,
    )
    intended = _text(_("What was meant to come of it?"))
    seen_effect = _text(_("What was seen to come of it?"))
    remained = _text(_("What remained?"))
    source = _text(
        _("How do we know?"), 2, help_text=_("A report, minutes, or who told it at which meeting.")
    )

    @property
    def tried(self) -> Tried:
        """As the action takes it."""
        return Tried(**self.facts)


class StrikeForm(DeedForm):
    """Why it goes off the register."""

    who_sees = _("Everybody can read this.")
    because = _text(_("Why?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["because"].required = True


def as_written(effort: Effort) -> dict[str, Any]:
    """What stands there."""
    return {one.name: getattr(effort, one.name) for one in fields(Tried)}
