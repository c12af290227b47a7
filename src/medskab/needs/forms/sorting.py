"""What staff write about an input."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.needs import queries
from medskab.needs.models import MOST_WORDS, Input, Need
from medskab.needs.words import HIDE_REASONS

BY_RECEIPT = _("Only the one who holds the receipt, and those who work here.")
STAFF_ONLY = _("Only those who work here.")


def _text(label: Any, *, is_needed: bool = True) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, widget=box, max_length=MOST_WORDS, required=is_needed)


class InputForm(DeedForm):
    """A form about one input."""

    who_sees = STAFF_ONLY

    def __init__(self, *args: Any, row: Input, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.begin_with(row)

    def begin_with(self, row: Input) -> None:
        """What stands there already."""

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "idempotency_key"}


class JoinForm(InputForm):
    """In which need it is heard."""

    who_sees = _("Everybody sees how many said it, from five on. Nobody sees these words.")
    need = forms.ModelChoiceField(
        label=_("Which one?"), queryset=Need.objects.none(), empty_label=_("Choose one")
    )

    def begin_with(self, row: Input) -> None:
        """Every need that it is not joined to."""
        others = queries.standing(row.area).exclude(joinings__input=row)
        self.fields["need"].queryset = others  # type: ignore[attr-defined]
        self.has_any = others.exists()


class UnjoinForm(InputForm):
    """Which join was a mistake."""

    need = forms.ModelChoiceField(label=_("Which one?"), queryset=Need.objects.none(), empty_label=None)
    because = forms.CharField(label=_("Why?"), max_length=300)

    def begin_with(self, row: Input) -> None:
        """The needs that it is joined to."""
        self.fields["need"].queryset = Need.objects.filter(joinings__input=row)  # type: ignore[attr-defined]


class AnswerForm(InputForm):
    """An answer to the one who said it."""

    who_sees = BY_RECEIPT
    answer = _text(_("Your answer"))


class DeclineForm(InputForm):
    """Why nothing comes of it."""

    who_sees = BY_RECEIPT
    because = _text(_("Why?"))


class HideForm(InputForm):
    """Why it needs care."""

    reason = forms.ChoiceField(
        label=_("Why?"), choices=list(HIDE_REASONS.items()), widget=forms.RadioSelect, initial=""
    )


class RedactForm(InputForm):
    """What may stay."""

    words = _text(_("What may stay of the words"), is_needed=False)
    voice_text = _text(_("What may stay of the recording, in words"), is_needed=False)
    photo = forms.BooleanField(label=_("Delete the photo for good"), required=False)
    voice = forms.BooleanField(label=_("Delete the recording for good"), required=False)
    pin = forms.BooleanField(label=_("Take the pin off the map for good"), required=False)

    def begin_with(self, row: Input) -> None:
        """The words as they are; nothing is asked about files that are not there."""
        self.initial.update(words=row.words, voice_text=row.voice_text)
        if not row.photo:
            del self.fields["photo"]
        if not row.voice:
            del self.fields["voice"]
        if row.latitude is None:
            del self.fields["pin"]
        if not row.voice_text:
            del self.fields["voice_text"]

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        given = self.cleaned_data
        without = {name for name in ("photo", "voice", "pin") if given.get(name)}
        return {"words": given["words"], "voice_text": given.get("voice_text", ""), "without": without}


class VoiceTextForm(InputForm):
    """What is said in a recording."""

    text = _text(_("What is said in it"))

    def begin_with(self, row: Input) -> None:
        """What was written down before."""
        self.initial["text"] = row.voice_text
