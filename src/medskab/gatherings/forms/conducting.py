"""While the meeting is held: doors, homes, chair, votes, elections."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.gatherings import calculations
from medskab.gatherings.calculations import Standing
from medskab.gatherings.models import AgendaItem, Majority, Method
from medskab.people.models import Person
from medskab.people.queries import people_named
from medskab.places.models import Area

_MOST = 10**6
_CANDIDATES = 12
_SHOWN = 4
_VOTES = [(2, _("Two, as the law says")), (1, _("One"))]


class OpenForm(DeedForm):
    """The meeting begins."""

    title = _("Open the doors")
    lead = _("You get a code for the wall. Homes check in with it, or at the desk.")
    button = _("Open the doors")


class CloseForm(DeedForm):
    """The meeting is over."""

    title = _("End the meeting")
    lead = _("The code on the wall stops working. Votes can still be corrected, with a reason.")
    button = _("End the meeting")


class DeskForm(DeedForm):
    """A home comes in, at the desk."""

    title = _("The desk")
    button = _("Check in")
    who_sees = _("Only those at the desk. No names are written down.")

    home = forms.CharField(
        label=_("Which home?"),
        max_length=160,
        widget=forms.TextInput(attrs={"list": "homes", "autocomplete": "off"}),
    )
    votes = forms.TypedChoiceField(label=_("How many votes?"), choices=_VOTES, coerce=int, initial=2)


class CheckInForm(DeskForm):
    """A home comes in, with the code on the wall."""

    title = _("Check your home in")
    lead = _("Each home checks in once. A home has two votes, however many live there.")

    code = forms.CharField(label=_("The code on the wall"), max_length=20)
    field_order = ("code", "home", "votes")


class TakeBackForm(DeedForm):
    """The wrong home was checked in."""

    title = _("Take a check-in back")
    lead = _("Use this where the wrong home was checked in.")
    button = _("Take it back")
    who_sees = _("Only the board and staff.")
    is_dangerous = True

    home = DeskForm.base_fields["home"]
    because = NameField(label=_("Why?"), max_length=500)


class ChairForm(DeedForm):
    """Whom the meeting chose."""

    title = _("Choice of a chair")
    lead = _("The meeting chooses who leads it. Not the board.")
    button = _("Write it down")
    who_sees = _("Everybody can read this in the minutes.")

    chair_name = NameField(label=_("Who is chair?"), max_length=80)
    chair = forms.ModelChoiceField(
        label=_("Can the chair sign in here?"),
        help_text=_("Then the chair signs here. If not, the chair signs on paper."),
        queryset=Person.objects.none(),
        required=False,
    )
    keeper_name = NameField(label=_("Who writes the minutes?"), max_length=80)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = people_named(area).exclude(account=None)
        self.fields["chair"].queryset = people  # type: ignore[attr-defined]


class _Correctable(DeedForm):
    """Numbers that stand for good; other numbers need a reason."""

    who_sees = _("Everybody can read this in the minutes.")

    because = NameField(label=_("What was wrong with the first numbers?"), max_length=500)

    def __init__(self, *args: Any, item: AgendaItem, is_correction: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        if not is_correction:
            del self.fields["because"]

    @property
    def reason(self) -> str:
        """Why it is corrected; nothing the first time."""
        return self.cleaned_data.get("because", "")


class VoteForm(_Correctable):
    """How the homes voted."""

    title = _("Write how the homes voted")
    lead = _("Count votes, not people: a home has two.")
    button = _("Save the vote")

    method = forms.ChoiceField(label=_("How did they vote?"), choices=Method.choices, initial=Method.HANDS)
    majority = forms.ChoiceField(
        label=_("What does a yes need?"), choices=Majority.choices, initial=Majority.OF_VALID
    )
    yes = forms.IntegerField(label=_("Yes"), min_value=0, max_value=_MOST)
    no = forms.IntegerField(label=_("No"), min_value=0, max_value=_MOST)
    blank = forms.IntegerField(label=_("Blank"), min_value=0, max_value=_MOST, initial=0)
    invalid = forms.IntegerField(label=_("Invalid"), min_value=0, max_value=_MOST, initial=0)
    ballot_demanded = forms.IntegerField(
        label=_("How many votes asked for a ballot of all homes (urafstemning)?"),
        min_value=0,
        max_value=_MOST,
    )

    def __init__(self, *args: Any, item: AgendaItem, is_correction: bool, **kwargs: Any) -> None:
        super().__init__(*args, item=item, is_correction=is_correction, **kwargs)
        if not calculations.may_need_ballot(item.rent_rise_percent):
            del self.fields["ballot_demanded"]

    @property
    def numbers(self) -> dict[str, Any]:
        """As the action takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name not in _AROUND}


class ElectionForm(_Correctable):
    """Who stood, and how many votes each got."""

    title = _("Write who was elected")
    lead = _("Most votes win. Draw lots where equal votes would decide, and write the order that was drawn.")
    button = _("Save the election")

    seats = forms.IntegerField(label=_("How many seats?"), min_value=1, max_value=25)
    substitutes = forms.IntegerField(label=_("How many substitutes?"), min_value=0, max_value=25, initial=0)
    term_until = forms.DateField(
        label=_("Elected until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    lots_drawn_by = NameField(
        label=_("If lots were drawn: who drew?"),
        help_text=_("The office is enough, for example: the chair"),
        max_length=80,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, _CANDIDATES + 1):
            self.fields[f"name_{number}"] = NameField(label=_("Name"), max_length=80, required=False)
            self.fields[f"votes_{number}"] = _number(_("Votes"))
            self.fields[f"lot_{number}"] = _number(_("Lot"))

    @property
    def first_rows(self) -> list[tuple[Any, Any, Any]]:
        """Lines for as many candidates as most elections have."""
        return self._rows()[:_SHOWN]

    @property
    def more_rows(self) -> list[tuple[Any, Any, Any]]:
        """Lines for more."""
        return self._rows()[_SHOWN:]

    def _rows(self) -> list[tuple[Any, Any, Any]]:
        numbers = range(1, _CANDIDATES + 1)
        return [(self[f"name_{n}"], self[f"votes_{n}"], self[f"lot_{n}"]) for n in numbers]

    @property
    def frame_fields(self) -> list[Any]:
        """What is not about one candidate."""
        names = ("seats", "substitutes", "term_until", "lots_drawn_by", "because")
        return [self[name] for name in names if name in self.fields]

    def clean(self) -> dict[str, Any]:
        """Somebody must stand, and nobody twice."""
        cleaned = super().clean() or {}
        names = [one.name.casefold() for one in self.standings]
        if not names:
            self.add_error(None, _("Write at least one name."))
        if len(names) != len(set(names)):
            self.add_error(None, _("The same name stands there twice."))
        return cleaned

    @property
    def standings(self) -> list[Standing]:
        """Who stood."""
        typed = self.cleaned_data
        return [
            Standing(typed[f"name_{n}"], typed.get(f"votes_{n}") or 0, typed.get(f"lot_{n}"))
            for n in range(1, _CANDIDATES + 1)
            if typed.get(f"name_{n}")
        ]

    @property
    def frame(self) -> dict[str, Any]:
        """Seats, substitutes, term and who drew."""
        names = ("seats", "substitutes", "term_until", "lots_drawn_by")
        return {name: self.cleaned_data[name] for name in names}


_AROUND = frozenset({"idempotency_key", "because"})


def _number(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=_MOST, required=False)
