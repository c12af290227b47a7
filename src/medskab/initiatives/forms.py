"""What is written about an initiative: its six small steps, and the words of its deeds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.needs.models import Need
from medskab.people.models import AgeBand, Person
from medskab.places.models import Area, Place, PlaceKind

from . import queries
from .models import Initiative, Level, Track
from .steps import Step, mark_of

WHILE_WRITING = _("You, those you ask to join, and staff see it. Everybody does once you open it.")
FEW_LINES = {"rows": 4}


def _words(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs=FEW_LINES),
    )


class StepForm(DeedForm):
    """One small step; remembers what stood there when its writer began."""

    who_sees = WHILE_WRITING
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)

    @property
    def words(self) -> dict[str, Any]:
        """The fields of the card as the action takes them."""
        aside = {"idempotency_key", "seen"}
        return {name: value for name, value in self.cleaned_data.items() if name not in aside}

    def show_again(self, seen: str) -> None:
        """Keep what was typed; sent once more, it stands over what others wrote meanwhile."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["seen"] = seen  # type: ignore[index]


class IdeaForm(StepForm):
    """What if …?"""

    title = NameField(label=_("What shall it be called?"), max_length=120)
    what_if = _words(_("What if …?"), _("Dream a little: what if the yard was full of music?"))
    idea = _words(_("What is the idea?"))


class WhyForm(StepForm):
    """What drives it, and what people gain."""

    drives = _words(_("What makes this happen?"), _("A wish, a chance, somebody’s skill."))
    gains = _words(_("What do people here gain?"))


class SignForm(StepForm):
    """How one sees that it works."""

    effect_seen = _words(_("How will you see that it works?"))
    inspiration = _words(_("Where have you seen something like it?"))


class PeopleForm(StepForm):
    """Who is part of it."""

    key_people = _words(_("Who is needed?"), _("Write what they do, not their names, unless they agree."))
    contributions = _words(_("What does each give, and get?"))
    team = _words(_("Who are you?"), _("A few words about your team."))


class BeginForm(StepForm):
    """What must be in place first, and where it happens."""

    first_needed = _words(_("What must be in place first?"))
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = Place.objects.for_area(area).filter(valid_until=None).exclude(kind=PlaceKind.STAIRWELL)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]


class ReachForm(StepForm):
    """What it touches, how close to everyday life, and how one reaches its people."""

    tracks = forms.MultipleChoiceField(
        label=_("What does it touch?"),
        choices=Track.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("One or more. Art and culture are part of social life."),
    )
    level = forms.ChoiceField(
        label=_("Where does it change something?"),
        choices=Level.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    contact = NameField(
        label=_("How does one reach you?"),
        max_length=160,
        required=False,
        help_text=_("A number, an address or a place. If you are under 18: your adult contact’s."),
    )

    @property
    def words(self) -> dict[str, Any]:
        """Each track as its own yes or no."""
        words = super().words
        chosen = words.pop("tracks")
        return {**words, **{f"on_{track}": track in chosen for track in Track}}


FORMS: dict[str, type[StepForm]] = {
    "idea": IdeaForm,
    "why": WhyForm,
    "sign": SignForm,
    "people": PeopleForm,
    "begin": BeginForm,
    "reach": ReachForm,
}


def form_of(step: Step, initiative: Initiative, sent: Any = None) -> StepForm:
    """The form of a step with what stands there."""
    initial = {name: getattr(initiative, name) for name in step.fields}
    initial |= {"tracks": initiative.tracks, "seen": mark_of(initiative, step)}
    given = {"area": initiative.area} if step.key == "begin" else {}
    return FORMS[step.key](sent, initial=initial, **given)


class BecauseForm(DeedForm):
    """Why something ends."""

    who_sees = _("Everybody can read this.")
    because = NameField(label=_("Why?"), max_length=500)

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {"because": self.cleaned_data["because"]}


class EndForm(BecauseForm):
    """What came of it."""

    because = NameField(label=_("What came of it"), max_length=500)


class AskForm(DeedForm):
    """Whom to ask to join."""

    who_sees = _("Only the one you ask learns of it.")
    address = forms.EmailField(label=_("Their mail address"))


class AnswerForm(DeedForm):
    """Yes or no to being part of it."""

    is_adult_contact = forms.BooleanField(
        label=_("I am 18 or older, and I am the adult one can turn to"), required=False
    )

    def __init__(self, *args: Any, person: Person, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_needed = initiative.lead.age_band != AgeBand.ADULT
        if person.age_band != AgeBand.ADULT or not is_needed:
            del self.fields["is_adult_contact"]

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {"is_adult_contact": self.cleaned_data.get("is_adult_contact", False)}


class HandOverForm(DeedForm):
    """Who leads it from now on."""

    who_sees = _("Those who are part of it are told.")
    to = forms.ModelChoiceField(
        label=_("Who takes over?"), queryset=Person.objects.none(), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = queries.authors(initiative).exclude(pk=initiative.lead_id)
        self.fields["to"].queryset = others  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {"to": self.cleaned_data["to"]}


class TakeUpForm(DeedForm):
    """Which need it takes up."""

    who_sees = _("Everybody can read this once it is open.")
    need = forms.ModelChoiceField(label=_("Which need?"), queryset=Need.objects.none(), empty_label=None)

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["need"].queryset = queries.needs_to_take_up(initiative)  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {"need": self.cleaned_data["need"]}
