"""What is written about notices, contacts and papers."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.places.models import Area, Place

from .models import Contact, Document, DocumentKind, Notice
from .shelf import MOST_BYTES, PaperTooBig

EVERYBODY = _("Everybody can read this.")


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class NoticeForm(DeedForm):
    """A notice and its days."""

    who_sees = EVERYBODY
    title = NameField(label=_("What is it about?"), max_length=120)
    text = forms.CharField(
        label=_("Say more"), widget=forms.Textarea(attrs={"rows": 5}), max_length=2000, required=False
    )
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )
    from_on = _day(_("First day"))
    until_on = _day(_("Last day"))
    is_urgent = forms.BooleanField(label=_("It is urgent: show it first"), required=False)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = Place.objects.for_area(area).filter(valid_until=None)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {"words": _without_key(self)}


class ContactForm(DeedForm):
    """Whom to call about what."""

    who_sees = EVERYBODY
    what = NameField(label=_("What does one call about?"), max_length=80)
    name = NameField(label=_("Who answers?"), max_length=80, help_text=_("Ask first, if it is a person."))
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
        validators=[RegexValidator(r"^\+?[0-9 ]{3,}$", _("Write the number with figures only."))],
    )
    mail = forms.EmailField(label=_("Mail address"), required=False)
    hours = NameField(label=_("When?"), max_length=120, required=False)
    order = forms.IntegerField(
        label=_("Where on the list?"), min_value=1, max_value=99, initial=1, help_text=_("1 comes first.")
    )

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {"words": _without_key(self)}


class DocumentWordsForm(DeedForm):
    """What a paper is called."""

    who_sees = EVERYBODY
    title = NameField(label=_("What is the paper called?"), max_length=120)
    kind = forms.ChoiceField(label=_("What is it?"), choices=DocumentKind.choices, widget=forms.RadioSelect)

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {"title": self.cleaned_data["title"], "kind": self.cleaned_data["kind"]}


class DocumentForm(DocumentWordsForm):
    """A paper and what it is called."""

    file = forms.FileField(
        label=_("The paper"),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"}),
        help_text=_("A PDF file of 10 MB at most, without anybody’s private matters."),
    )

    def clean_file(self) -> bytes:
        """Its content; a file that is too big is not even read."""
        if self.cleaned_data["file"].size > MOST_BYTES:
            raise forms.ValidationError(PaperTooBig.text)
        return self.cleaned_data["file"].read()

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {**super().facts, "content": self.cleaned_data["file"]}


def _without_key(form: DeedForm) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "idempotency_key"}


def as_written(posted: Notice | Contact | Document, form: type[DeedForm]) -> dict[str, Any]:
    """What a form begins with where something is changed."""
    return {name: getattr(posted, name) for name in form.base_fields if hasattr(posted, name)}
