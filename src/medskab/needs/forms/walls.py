"""A meeting's wall: put up, written on, spoken to."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm, FactsForm, NameField
from medskab.gatherings.models import Gathering
from medskab.gatherings.queries import coming
from medskab.needs.actions import Said
from medskab.needs.models import MOST_WORDS, Channel, InputKind
from medskab.needs.notes import MOST_PARTS, parts_of
from medskab.places.models import Area

from .sorting import STAFF_ONLY

_MOST_NOTES = 100_000


class WallForm(FactsForm):
    """A new wall."""

    who_sees = _("All who have the wall's link.")
    title = NameField(label=_("What is the meeting about?"), max_length=120)
    gathering = forms.ModelChoiceField(
        label=_("Is it one of these meetings?"),
        queryset=Gathering.objects.none(),
        required=False,
        empty_label=_("No, another one"),
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gathering"].queryset = coming(area, now())  # type: ignore[attr-defined]


class LedForm(DeedForm):
    """What whoever leads the meeting writes down."""

    who_sees = STAFF_ONLY

    notes = forms.CharField(
        label=_("What is said"),
        help_text=_("An empty line or a list mark begins the next. Leave out names and illness."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=_MOST_NOTES,
    )
    kind = forms.ChoiceField(label=_("Most of it is"), choices=InputKind.choices, initial=InputKind.OPEN)
    is_shown = forms.BooleanField(label=_("Show it on the wall at once"), required=False, initial=True)

    def clean_notes(self) -> str:
        """Words that divide into as many parts as a meeting holds."""
        notes = self.cleaned_data["notes"]
        self.parts = parts_of(notes)
        if len(self.parts) > MOST_PARTS:
            raise forms.ValidationError(_("These are more than 200. Take them in two turns."))
        if any(len(words) > MOST_WORDS for words in self.parts):
            raise forms.ValidationError(_("This is too long. Write the most important."))
        return notes

    @property
    def all_said(self) -> list[Said]:
        """One for each part, as the action takes them."""
        kind = self.cleaned_data["kind"]
        return [Said(kind=kind, words=words, channel=Channel.MEETING) for words in self.parts]


class TickForm(DeedForm):
    """Notes with a tick."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sent = self.data.getlist("note") if isinstance(self.data, QueryDict) else []
        self.ticked = [int(one) for one in sent if one.isascii() and one.isdigit() and len(one) < 19]


class RoomForm(DeedForm):
    """What somebody in the room says from their phone."""

    who_sees = _("Those who work here. All in the room too, without your name, once it is shown.")
    words = forms.CharField(
        label=_("In your own words"), widget=forms.Textarea(attrs={"rows": 3}), max_length=MOST_WORDS
    )
