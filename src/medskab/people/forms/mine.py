"""Forms about oneself."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from medskab.common.codes import NotACode, read_code
from medskab.common.forms import DeedForm
from medskab.people.actions import Answer
from medskab.people.models import AgeBand, Person, Purpose


class AnswerForm(DeedForm):
    """One yes or no; the page shows the sentence, the form carries its version."""

    person = forms.ModelChoiceField(queryset=Person.objects.none())
    purpose = forms.ChoiceField(choices=Purpose.choices)
    is_given = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
    text_version = forms.CharField(max_length=12)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def answer(self, said_by: Person) -> Answer:
        """What was said."""
        given = self.cleaned_data
        return Answer(
            purpose=Purpose(given["purpose"]),
            is_given=given["is_given"] == "yes",
            said_by=said_by,
            language=get_language() or settings.LANGUAGE_CODE,
            text_version=given["text_version"],
        )


class AgeForm(DeedForm):
    """Which of the four groups."""

    age_band = forms.ChoiceField(
        label=_("How old are you?"), choices=AgeBand.choices, widget=forms.RadioSelect
    )


class NewMailCodeForm(DeedForm):
    """The code that was sent to the new address."""

    code = forms.CharField(
        label=_("The code from the mail"),
        help_text=_("Eight digits. Spaces do not matter."),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


class DeviceForm(DeedForm):
    """Which device to sign out."""

    session = forms.CharField(max_length=40)


class TypedCodeForm(forms.Form):
    """A code from a poster or a letter."""

    code = forms.CharField(
        label=_("The code"),
        help_text=_("Twelve letters and figures. Capital or small, with or without dashes."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        """What was meant."""
        try:
            return read_code(self.cleaned_data["code"])
        except NotACode:
            raise ValidationError(_("There is a slip in it. Look at the code again.")) from None
