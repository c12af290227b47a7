"""What staff type about places."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField

from .actions import BoundaryFacts
from .actions.refusals import FiguresNeedADay
from .models import Area, Place, PlaceKind
from .outline import BadOutline, Outline, read_outline


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


class PlaceForm(DeedForm):
    """A new place."""

    kind = forms.ChoiceField(label=_("What is it?"))
    name = NameField(label=_("What is it called?"), max_length=120)

    def __init__(self, *args: Any, kinds: list[PlaceKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0].value
            self.fields["kind"].widget = forms.HiddenInput()


class RenameForm(DeedForm):
    """Another name."""

    name = NameField(label=_("What is it called?"), max_length=120)


class EndForm(DeedForm):
    """The day from which something is no longer there."""

    on = DayField(label=_("From which day is it no longer there?"))


class DescriptionForm(DeedForm):
    """Who runs the area."""

    data_controller = NameField(
        label=_("Who is responsible for people’s data here?"),
        max_length=200,
        help_text=_(
            "The organisation, as it is called in law. For example: Engparken’s housing association."
        ),
    )
    contact = NameField(
        label=_("How can people reach you?"),
        max_length=200,
        help_text=_("A door, a phone number or an address that works all year."),
    )


class UploadForm(DeedForm):
    """A file with homes."""

    file = forms.FileField(
        label=_("The list"),
        help_text=_("A CSV file or an Excel workbook (.xlsx), 10 MB at most."),
        allow_empty_file=True,
    )


class BoundaryForm(DeedForm):
    """A version of a boundary, with its outline if there is one."""

    place = forms.ModelChoiceField(
        queryset=Place.objects.none(), label=_("What does it go around?"), required=False
    )
    name = NameField(label=_("What is it called?"), max_length=80)
    definition = NameField(
        label=_("Which boundary is it?"),
        max_length=120,
        help_text=_("So that nobody mixes two up. For example: the district; the department’s plot."),
    )
    source = NameField(label=_("Who drew it, or where does it stand?"), max_length=200)
    valid_from = DayField(label=_("From which day does it hold?"))
    outline = forms.FileField(
        label=_("The outline"),
        required=False,
        help_text=_("A GeoJSON file in WGS 84, 1 MB at most. Without it the boundary is kept in words."),
    )
    residents = forms.IntegerField(
        label=_("Residents inside it"), min_value=0, max_value=10**7, required=False
    )
    homes = forms.IntegerField(label=_("Homes inside it"), min_value=0, max_value=10**7, required=False)
    counted_on = DayField(label=_("On which day were they counted?"), required=False)

    def __init__(self, *args: Any, area: Area, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["place"]
        choices.queryset = Place.objects.for_area(area).standing_on(day)
        choices.empty_label = _("The whole area")

    def clean_outline(self) -> Outline | None:
        """The shape in the file, or what is wrong with it."""
        file = self.cleaned_data["outline"]
        try:
            return read_outline(file.read()) if file else None
        except BadOutline as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """Figures have a day."""
        given = super().clean() or {}
        has_figures = given.get("residents") is not None or given.get("homes") is not None
        if has_figures and not given.get("counted_on") and "counted_on" not in self.errors:
            self.add_error("counted_on", str(FiguresNeedADay.text))
        return given

    @property
    def facts(self) -> BoundaryFacts:
        """Everything but the outline and the place."""
        named = ("name", "definition", "source", "valid_from", "residents", "homes", "counted_on")
        return BoundaryFacts(**{name: self.cleaned_data[name] for name in named})
