"""Notes of a meeting, and the parts that they divide into."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.needs.actions import Said
from medskab.needs.actions.saying import BY_ONESELF
from medskab.needs.models import MOST_WORDS, Channel, InputKind
from medskab.needs.notes import MOST_PARTS, parts_of
from medskab.places.models import Area, Place

from .saying import places
from .sorting import STAFF_ONLY

_MOST_NOTES = 100_000
_BY_HAND = [(one.value, one.label) for one in Channel if one not in BY_ONESELF]


class HeardForm(DeedForm):
    """Where and when people said it."""

    who_sees = STAFF_ONLY
    channel = forms.ChoiceField(label=_("Where from?"), choices=_BY_HAND, initial=Channel.MEETING)
    day = forms.DateField(
        label=_("Which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places(area)  # type: ignore[attr-defined]

    def said(self, part: dict[str, Any]) -> Said:
        """One part, as the action takes it."""
        given = self.cleaned_data
        return Said(
            kind=part["kind"],
            words=part["words"],
            place=given["place"],
            channel=given["channel"],
            day=given["day"],
        )


class NotesForm(HeardForm):
    """What was written down, in one piece."""

    notes = forms.CharField(
        label=_("The notes"),
        help_text=_("An empty line or a list mark begins the next. Leave out names and illness."),
        widget=forms.Textarea(attrs={"rows": 14}),
        max_length=_MOST_NOTES,
    )
    kind = forms.ChoiceField(label=_("Most of it is"), choices=InputKind.choices, initial=InputKind.OPEN)

    def clean_notes(self) -> str:
        """Words that divide into as many parts as one can look through."""
        notes = self.cleaned_data["notes"]
        self.parts = parts_of(notes)
        if len(self.parts) > MOST_PARTS:
            raise forms.ValidationError(_("These are more than 200. Take them in two turns."))
        return notes

    @property
    def heard(self) -> dict[str, Any]:
        """Where and when, without the key: what is taken in of these notes is a deed of its own."""
        return {name: self.cleaned_data[name] for name in ("channel", "day", "place")}

    def looked_at(self) -> list[dict[str, Any]]:
        """What the parts begin with."""
        return [{"take": True, "kind": self.cleaned_data["kind"], "words": words} for words in self.parts]


class PartForm(forms.Form):
    """One thing that was said."""

    take = forms.BooleanField(label=_("Take it in"), required=False)
    words = forms.CharField(
        label=_("What was said"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    kind = forms.ChoiceField(label=_("What is it?"), choices=InputKind.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].is_one_of_several = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Only what is taken in must be whole."""
        given = super().clean() or {}
        words = given.get("words", "")
        if given.get("take") and not words:
            self.add_error("words", _("Write something, or take the tick away."))
        if given.get("take") and len(words) > MOST_WORDS:
            self.add_error("words", _("This is too long. Write the most important."))
        return given


_Parts = forms.formset_factory(PartForm, extra=0, max_num=MOST_PARTS, absolute_max=MOST_PARTS)


class Parts(_Parts):  # type: ignore[misc, valid-type]
    """All the parts of the notes."""

    @property
    def ticked(self) -> list[dict[str, Any]]:
        """What shall be taken in."""
        return [part for part in self.cleaned_data if part.get("take")]

    def as_notes(self) -> str:
        """All of them in one piece again, as they were edited."""
        return "\n\n".join(form["words"].value() or "" for form in self)
