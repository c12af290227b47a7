"""Sheets and calls, typed by staff one after another: all questions on one long page."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from medskab.common.arriving import Channel
from medskab.people.models import AgeBand
from medskab.places.models import Place, PlaceKind
from medskab.surveys.actions import Given
from medskab.surveys.codes import voice_of_code, voice_of_paper
from medskab.surveys.models import AGES, OneAnswerPer, Survey
from medskab.surveys.queries import response_of

from .answering import PageForm

_CHANNELS = (Channel.PAPER, Channel.DOORSTEP, Channel.PHONE, Channel.MEETING, Channel.SMS)


class TypedForm(PageForm):
    """One sheet. How it came and from where is asked once, and stays for the next."""

    is_typed = True
    channel = forms.ChoiceField(
        label=gettext_lazy("How did they come?"), choices=[(one.value, one.label) for one in _CHANNELS]
    )
    place = forms.ModelChoiceField(
        label=gettext_lazy("From where?"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=gettext_lazy("It is not known"),
    )
    on = forms.DateField(
        label=gettext_lazy("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    age_band = forms.ChoiceField(
        label=gettext_lazy("How old?"),
        choices=[
            ("", "–"),
            *((one.value, one.label) for one in AGES),
            (AgeBand.UNDER_13, AgeBand.UNDER_13.label),
        ],
        required=False,
    )

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        self.survey = survey
        super().__init__(*args, **kwargs)
        places = (
            Place.objects.for_area(survey.area).filter(valid_until=None).exclude(kind=PlaceKind.STAIRWELL)
        )
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        if survey.one_answer_per == OneAnswerPer.CODE:
            self.fields["code"] = forms.CharField(label=_("The code on the slip"), max_length=20)
        first = next((name for name in ("code", *self._own_names) if name in self.fields), "")
        if first and not self.is_bound:
            self.fields[first].widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        """A child's sheet is not taken; a code counts once."""
        given = super().clean() or {}
        if given.get("age_band") == AgeBand.UNDER_13:
            self.add_error("age_band", _("This survey is for those who are 13 or older."))
        if given.get("code"):
            self._check_code(given["code"])
        return given

    @property
    def given(self) -> Given:
        """As the deed takes it."""
        typed = self.cleaned_data
        return Given(
            answers=self.answers,
            age_band=typed["age_band"],
            channel=typed["channel"],
            place=typed["place"],
            on=typed["on"],
        )

    @property
    def voice_key(self) -> str:
        """The code's voice, or one for this sheet."""
        if code := self.cleaned_data.get("code"):
            return voice_of_code(self.survey, code)
        return voice_of_paper(self.survey, self.key)

    @property
    def stays(self) -> dict[str, str]:
        """What the next sheet most likely has too."""
        names = ("channel", "place", "on")
        return {name: value for name in names if (value := self.data.get(name, ""))}

    @property
    def about_sheet(self) -> list[Any]:
        """What is said of the sheet, before its answers."""
        return [self[name] for name in ("channel", "place", "on", "code", "age_band") if name in self.fields]

    @property
    def _own_names(self) -> list[str]:
        about = {"idempotency_key", "channel", "place", "on", "age_band", "code"}
        return [name for name in self.fields if name not in about]

    def _check_code(self, code: str) -> None:
        voice = voice_of_code(self.survey, code)
        if not voice:
            self.add_error("code", _("This survey does not know this code. Look at it again."))
            return
        earlier = response_of(self.survey, voice)
        if earlier and earlier.is_complete:
            said = _("This code has answered already: number %(number)s.")
            self.add_error("code", said % {"number": earlier.number})
