"""What staff type to make a conversation ready."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.needs.queries import standing
from medskab.places.models import Area, Place, PlaceKind
from medskab.statements.actions import Plan, Words
from medskab.statements.models import Conversation

LANGUAGES = [("", _("Not said")), *settings.LANGUAGES]


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class ConversationForm(DeedForm):
    """What it is about, and its days."""

    title = NameField(label=_("What is it called?"), max_length=120)
    question = forms.CharField(
        label=_("What is the question?"),
        help_text=_("Say also what happens with the answers."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        required=False,
    )
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )
    opens_on = forms.DateField(
        label=_("First day"),
        help_text=_("Leave it out, and it begins when you open it."),
        widget=_day(),
        required=False,
    )
    closes_on = forms.DateField(label=_("Last day"), widget=_day(), required=False)
    takes_statements = forms.BooleanField(
        label=_("Everybody can add statements"), required=False, initial=True
    )
    days_to_check = forms.IntegerField(
        label=_("Within how many days do you check them?"), min_value=1, max_value=30, initial=3
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = Place.objects.for_area(area).filter(valid_until=None).exclude(kind=PlaceKind.STAIRWELL)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]

    @property
    def plan(self) -> Plan:
        """As the action takes it: the last day counts whole."""
        given = self.cleaned_data
        last = given["closes_on"]
        return Plan(
            title=given["title"],
            question=given["question"],
            place=given["place"],
            opens_at=_begin_of(given["opens_on"]),
            closes_at=_begin_of(last + timedelta(days=1) if last else None),
            takes_statements=given["takes_statements"],
            days_to_check=given["days_to_check"],
        )


def as_planned(conversation: Conversation) -> dict[str, Any]:
    """What stands there."""
    names = ("title", "question", "place", "takes_statements", "days_to_check")
    closes = conversation.closes_at
    return {
        **{name: getattr(conversation, name) for name in names},
        "opens_on": timezone.localdate(conversation.opens_at),
        "closes_on": timezone.localdate(closes - timedelta(seconds=1)) if closes else None,
    }


def _begin_of(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


class SeedsForm(DeedForm):
    """Statements to begin with, one on each line."""

    lines = forms.CharField(
        label=_("One statement on each line"),
        help_text=_("Something one can agree or disagree with: “The yard needs more benches.”"),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=60_000,
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=LANGUAGES, required=False)
    heard_in = forms.ModelChoiceField(
        label=_("Do they come from a need?"),
        queryset=Conversation.objects.none(),
        required=False,
        empty_label=_("No"),
        to_field_name="slug",
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["heard_in"].queryset = standing(area).select_related("area")  # type: ignore[attr-defined]

    @property
    def words(self) -> list[Words]:
        """Each line that says something."""
        lines = self.cleaned_data["lines"].splitlines()
        return [Words(line, self.cleaned_data["language"]) for line in lines if line.strip()]


class ReasonForm(DeedForm):
    """Why something is done."""

    because = NameField(label=_("Why?"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The deed says whether a reason is needed, so the field must not say that it may be left out.
        self.fields["because"].is_one_of_several = True  # type: ignore[attr-defined]
