"""Bringing a file of votes, and taking it in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.decisions.actions.importing import MOST_BYTES
from medskab.decisions.models import Decision, Nature
from medskab.decisions.refusals import FileTooLarge

CURRENCIES = ("DKK", "EUR", "PLN", "SEK", "NOK", "CHF", "GBP", "USD", "CZK")
NATURES = [
    (Nature.DECISION, _("A decision: what wins is carried out")),
    (Nature.HEARING, _("A hearing: it gives advice, and somebody else decides afterwards")),
]


class ImportForm(DeedForm):
    """A new decision from a `.pb` file."""

    title = NameField(
        label=_("What was decided?"),
        help_text=_("For example: Residents’ budget 2026"),
        max_length=120,
    )
    nature = forms.ChoiceField(label=_("Does the vote decide?"), choices=NATURES, widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("The file with the votes"),
        help_text=_(
            "A .pb file of at most 20 megabytes. Ages, numbers and the order of voters are not kept."
        ),
    )
    ballots_already_public_at = NameField(
        label=_("Are the ballots already public? Where?"),
        help_text=_("For example a web address. Leave it empty where nobody has published them."),
        max_length=300,
        required=False,
    )
    source_note = NameField(label=_("Where does the file come from?"), max_length=400, required=False)

    def clean_file(self) -> UploadedFile:
        """Not too large; what is in it is read by the job."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(str(FileTooLarge()))
        return file

    @property
    def words(self) -> dict[str, Any]:
        """What was typed."""
        names = ("title", "nature", "ballots_already_public_at", "source_note")
        return {name: self.cleaned_data[name] for name in names}

    @property
    def upload(self) -> dict[str, Any]:
        """The file as the action takes it."""
        file: UploadedFile = self.cleaned_data["file"]
        return {"file_name": file.name or "", "content": file.read()}


class ReplaceForm(ImportForm):
    """Another file for a draft; what was typed before stands there again."""

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        names = ("title", "nature", "ballots_already_public_at", "source_note")
        super().__init__(*args, initial={name: getattr(decision, name) for name in names}, **kwargs)


class ConfirmForm(DeedForm):
    """The votes are right as shown; the money has a name."""

    currency = forms.ChoiceField(label=_("Which money is this?"))

    def __init__(self, *args: Any, stated: str, **kwargs: Any) -> None:
        is_stated = len(stated) == 3 and stated.isascii() and stated.isalpha()
        known = dict.fromkeys([stated, *CURRENCIES] if is_stated else ["", *CURRENCIES])
        super().__init__(*args, initial={"currency": stated if is_stated else ""}, **kwargs)
        self.fields["currency"].choices = [  # type: ignore[attr-defined]
            (code, code or _("Choose …")) for code in known
        ]
