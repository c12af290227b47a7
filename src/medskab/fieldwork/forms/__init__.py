"""What is written about speakers and sources."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.common.clock import now
from medskab.common.codes import new_code
from medskab.common.forms import DeedForm, FactsForm, NameField
from medskab.fieldwork import consenting, identifying
from medskab.fieldwork.consenting import Asked
from medskab.fieldwork.identifying import Found
from medskab.people.models import AgeBand, Channel, Voice
from medskab.places.models import Area, Place, PlaceKind

STAFF = _("Only those who work here, and each time it is opened is written down.")
_CHANNELS = [(Channel.PAPER, _("Signed on paper")), (Channel.SPOKEN, _("Aloud, with a witness"))]
_VOICES = [
    (Voice.OWN, _("The speaker, 15 or older")),
    (Voice.GUARDIAN, _("A parent or guardian of somebody younger")),
    (Voice.CHILD, _("The child itself, beside its guardian")),
]


class ConsentForm(DeedForm):
    """What somebody agrees to, in the words of one language."""

    who_sees = STAFF
    purposes = forms.MultipleChoiceField(
        label=_("I say yes to"), widget=forms.CheckboxSelectMultiple, required=False
    )
    voices = forms.MultipleChoiceField(
        label=_("Who says yes?"), choices=_VOICES, widget=forms.CheckboxSelectMultiple, initial=[Voice.OWN]
    )
    channel = forms.ChoiceField(label=_("How?"), choices=_CHANNELS, widget=forms.RadioSelect)
    witness = forms.CharField(label=_("Who else heard it?"), max_length=80, required=False)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = consenting.languages()[language]
        self.beside = None if self.texts.is_checked else consenting.languages()["da"]
        self.fields["purposes"].choices = [  # type: ignore[attr-defined]
            (purpose, self._sentence(purpose)) for purpose in consenting.all_purposes()
        ]

    def _sentence(self, purpose: str) -> str:
        own = self.texts.purposes[purpose]  # between marks that keep its direction to itself
        return f"\u2068{own}\u2069 – {self.beside.purposes[purpose]}" if self.beside else own

    @property
    def asked(self) -> Asked:
        """As the deed takes it."""
        return Asked(
            purposes=tuple(self.cleaned_data["purposes"]),
            voices=tuple(Voice(voice) for voice in self.cleaned_data["voices"]),
            language=self.texts.language,
            channel=Channel(self.cleaned_data["channel"]),
            beside=self.beside.language if self.beside else "",
            witness=self.cleaned_data["witness"],
        )


class SpeakerForm(ConsentForm):
    """Somebody new, under another name; the code of their receipt is made with the page."""

    pseudonym = NameField(
        label=_("Another name"), max_length=40, help_text=_("Use this instead of the real one.")
    )
    age_band = forms.ChoiceField(label=_("Age"), choices=AgeBand.choices, widget=forms.RadioSelect)
    contact = forms.CharField(
        label=_("Name and how to reach them"),
        max_length=300,
        required=False,
        help_text=_("Only if they want to hear from us again."),
    )
    code = forms.CharField(widget=forms.HiddenInput, min_length=12, max_length=12)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].initial = new_code

    @property
    def facts(self) -> dict[str, str]:
        """Who it is."""
        return {name: self.cleaned_data[name] for name in ("pseudonym", "age_band", "contact")}


class TextForm(DeedForm):
    """A text that is looked through for names before it is kept."""

    who_sees = STAFF
    text = forms.CharField(
        label=_("Text"), widget=forms.Textarea(attrs={"rows": 16, "dir": "auto"}), max_length=400_000
    )
    replace = forms.MultipleChoiceField(
        label=_("Replace these?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    looked_through = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: list[Found] = identifying.found_in(self.data.get("text", "")) if self.is_bound else []
        self.fields["replace"].choices = [  # type: ignore[attr-defined]
            (one.words, f"{one.words} → {one.instead}") for one in self.found
        ]
        self.must_ask = False

    def answer_for(self, given: dict[str, list[str]]) -> None:
        """Show the form again with these answers in place of those that were sent."""
        sent = QueryDict(mutable=True)
        for name in self.data:
            sent.setlist(name, self.data.getlist(name))  # type: ignore[attr-defined]
        for name, values in given.items():
            sent.setlist(name, values)
        self.data = sent

    def clean(self) -> dict[str, Any]:
        """Ask once about the names; then the text is what was chosen."""
        facts = super().clean() or {}
        if self.found and not facts.get("looked_through"):
            self.must_ask = True
            self.answer_for({"looked_through": ["on"], "replace": [one.words for one in self.found]})
            raise forms.ValidationError(_("We found words that may lead to somebody. Shall we replace them?"))
        chosen = [one for one in self.found if one.words in facts.get("replace", ())]
        facts["text"] = identifying.replaced(facts.get("text", ""), chosen)
        return facts


class SourceFactsForm(FactsForm):
    """What a source is called and where it belongs; nothing of what was said."""

    who_sees = STAFF
    title = NameField(
        label=_("Title"), max_length=120, help_text=_("Neutral: no names, nothing of what was said.")
    )
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )
    language = forms.ChoiceField(label=_("Language of the text"))

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate(now())
        self.fields["on"].initial = today
        places = Place.objects.for_area(area).standing_on(today).exclude(kind=PlaceKind.STAIRWELL)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (code, texts.name) for code, texts in consenting.languages().items()
        ]


class NoteForm(TextForm, SourceFactsForm):
    """A field note in one go: the text first."""

    field_order = ("text", "replace", "title", "on", "place", "language")

    @property
    def facts(self) -> dict[str, Any]:
        """As the deed takes them."""
        return {name: self.cleaned_data[name] for name in ("text", "title", "on", "place", "language")}


class WritingForm(TextForm):
    """The editor: which version it was opened at goes with the text."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class ReasonForm(DeedForm):
    """Why a source is opened."""

    reason = forms.CharField(label=_("Why do you open it?"), max_length=200)


class ReceiptForm(DeedForm):
    """The code of a speaker's receipt."""

    code = forms.CharField(label=_("The code on your receipt"), max_length=24)
