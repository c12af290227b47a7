"""Preparing a meeting: what it is, its points, and the steps until it is held."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.gatherings.models import AgendaItem, Gathering, ItemKind, Kind
from medskab.places.models import Area, Place, PlaceKind

EVERYBODY = _("Everybody can read this once the meeting is called.")
_PLAIN = ("about", "kind", "is_extraordinary", "begins_at", "ends_at", "where", "place", "department")


def moment(label: Any) -> forms.DateTimeField:
    """A day and an hour, as the device lets one choose it."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=widget)


class GatheringForm(DeedForm):
    """What a meeting or event is."""

    title = _("Prepare a meeting")
    lead = _("Nobody else sees it until you call it.")
    button = _("Save")
    who_sees = EVERYBODY

    heading = NameField(label=_("What is it called?"), max_length=120)
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (Kind.LAWFUL, _("Afdelingsmøde: what is decided binds. Called 4 weeks before.")),
            (Kind.INFORMAL, _("Beboermøde: talk, nothing is decided.")),
            (Kind.EVENT, _("Event: a party, a walk, a day of work together.")),
        ],
        widget=forms.RadioSelect,
    )
    is_extraordinary = forms.BooleanField(
        label=_("Extraordinary afdelingsmøde: called 2 weeks before"), required=False
    )
    begins_at = moment(_("When does it begin?"))
    ends_at = moment(_("When does it end?"))
    where = NameField(label=_("Where?"), max_length=200)
    place = forms.ModelChoiceField(
        label=_("At one of our places"), queryset=Place.objects.none(), required=False
    )
    department = forms.ModelChoiceField(
        label=_("Which department (afdeling)?"), queryset=Place.objects.none(), required=False
    )
    about = forms.CharField(
        label=_("What is it about?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )
    ballot_share_percent = forms.IntegerField(
        label=_("How many percent of those voting can ask for an urafstemning on the rent?"),
        help_text=_("It stands in your statutes. 25 at most."),
        min_value=1,
        max_value=25,
        initial=25,
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = Place.objects.for_area(area).standing_on(timezone.localdate())
        self.fields["place"].queryset = standing  # type: ignore[attr-defined]
        departments = standing.filter(kind=PlaceKind.DEPARTMENT)
        self.fields["department"].queryset = departments  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An afdelingsmøde is of a department; nothing else is extraordinary."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") == Kind.LAWFUL and not cleaned.get("department"):
            self.add_error("department", _("An afdelingsmøde is of a department. Choose it."))
        if cleaned.get("kind") != Kind.LAWFUL:
            cleaned["is_extraordinary"] = False
        return cleaned

    @property
    def words(self) -> dict[str, Any]:
        """As the action takes them."""
        given = {name: self.cleaned_data[name] for name in (*_PLAIN, "ballot_share_percent")}
        return given | {"title": self.cleaned_data["heading"]}

    @classmethod
    def of(cls, gathering: Gathering, sent: Any) -> "GatheringForm":
        """With what stands there now."""
        now = {name: getattr(gathering, name) for name in (*_PLAIN, "ballot_share_percent")}
        return cls(sent, area=gathering.area, initial=now | {"heading": gathering.title})


class ItemForm(DeedForm):
    """A point of the agenda."""

    title = _("A point of the agenda")
    button = _("Save the point")
    who_sees = EVERYBODY

    heading = NameField(label=_("What is the point called?"), max_length=120)
    kind = forms.ChoiceField(label=_("What is it?"), choices=ItemKind.choices, initial=ItemKind.OTHER)
    text = forms.CharField(
        label=_("What is it about?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        required=False,
    )
    rent_rise_percent = forms.DecimalField(
        label=_("By how many percent would the rent rise?"),
        help_text=_("Only where the point changes the rent."),
        min_value=0,
        max_digits=5,
        decimal_places=2,
        required=False,
    )

    @property
    def words(self) -> dict[str, Any]:
        """As the action takes them."""
        given = {name: self.cleaned_data[name] for name in ("kind", "text", "rent_rise_percent")}
        return given | {"title": self.cleaned_data["heading"]}

    @classmethod
    def of(cls, item: AgendaItem, sent: Any) -> "ItemForm":
        """With what stands there now."""
        now = {name: getattr(item, name) for name in ("kind", "text", "rent_rise_percent")}
        return cls(sent, initial=now | {"heading": item.title})


class RemoveItemForm(DeedForm):
    """Take a point off."""

    title = _("Take this point off the agenda?")
    lead = _("A motion behind it waits for its answer again.")
    button = _("Take it off")
    is_dangerous = True


class CallForm(DeedForm):
    """Tell everybody."""

    title = _("Call this meeting")
    lead = _("All residents are told the time, the place and the agenda as they stand now.")
    button = _("Call the meeting")


class CallInformalForm(DeedForm):
    """Tell everybody, of a meeting that decides nothing."""

    title = _("Call it as a beboermøde")
    lead = _("Everybody can talk about the same points. Nothing can be decided there.")
    button = _("Call a beboermøde")


class SendForm(DeedForm):
    """The agenda for good."""

    title = _("Send the agenda out")
    lead = _("From now on the agenda stands as it is. All residents are told.")
    button = _("Send the agenda")


class CancelForm(DeedForm):
    """It will not be held."""

    title = _("Cancel this meeting")
    lead = _("Whoever was told of it is told that it is cancelled.")
    button = _("Cancel the meeting")
    who_sees = _("Everybody can read this.")
    is_dangerous = True

    because = NameField(label=_("Why?"), max_length=500)


class MoveForm(DeedForm):
    """Another time or place."""

    title = _("Move this meeting")
    lead = _("All residents are told. An afdelingsmøde is called anew, with all its days of notice.")
    button = _("Move the meeting")
    who_sees = _("Everybody can read this.")

    begins_at = moment(_("When does it begin?"))
    ends_at = moment(_("When does it end?"))
    where = NameField(label=_("Where?"), max_length=200)
    because = NameField(label=_("Why?"), max_length=500)

    @property
    def to(self) -> dict[str, Any]:
        """The new time and place."""
        return {name: self.cleaned_data[name] for name in ("begins_at", "ends_at", "where")}
