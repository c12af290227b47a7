"""What somebody says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import NameField
from medskab.needs import receipts, rules, slip_codes
from medskab.needs.actions import Said
from medskab.needs.actions.saying import BY_ONESELF
from medskab.needs.models import MOST_WORDS, Channel, InputKind
from medskab.people.models import Person
from medskab.places.models import Area, Place, PlaceKind

from .pins import PinForm


def places(area: Area) -> Any:
    """Where something can be: never finer than the block."""
    return Place.objects.for_area(area).filter(valid_until=None).exclude(kind=PlaceKind.STAIRWELL)


class SayForm(PinForm):
    """Words, a photo or a voice; everything else may be left as it is."""

    words = forms.CharField(
        label=_("In your own words"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=MOST_WORDS,
        required=False,
    )
    photo = forms.FileField(
        label=_("Or a photo"),
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
        required=False,
    )
    voice = forms.FileField(
        label=_("Or your voice"),
        widget=forms.FileInput(attrs={"accept": "audio/*", "capture": "user"}),
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("What is it?"), choices=InputKind.choices, initial=InputKind.OPEN, widget=forms.RadioSelect
    )
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )
    contact = NameField(
        label=_("How do we reach you?"),
        help_text=_("A telephone number or a mail address, if you want an answer there too."),
        max_length=120,
        required=False,
    )
    publish_own_words = forms.BooleanField(
        label=_("You may show my words to others, without my name"), required=False
    )
    with_name = forms.BooleanField(label=_("Let those who work here see that it is me"), required=False)
    channel = forms.ChoiceField(
        label=_("Do you write this down for somebody?"),
        choices=[
            ("", _("No, I say it myself")),
            *((one.value, one.label) for one in Channel if one not in BY_ONESELF),
        ],
        required=False,
    )
    slip_code = forms.CharField(
        label=_("Is there a code on the slip?"),
        help_text=_("Then the half that was kept opens the answer. Leave it empty where there is none."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def __init__(self, *args: Any, area: Area, person: Person | None, **kwargs: Any) -> None:
        super().__init__(*args, area=area, **kwargs)
        self.area = area
        self.fields["place"].queryset = places(area)  # type: ignore[attr-defined]
        for name in ("words", "photo", "voice"):  # any of them is enough, so none says it may be left out
            self.fields[name].is_one_of_several = True  # type: ignore[attr-defined]
        if person is None:
            del self.fields["with_name"]
        if not rules.may_sort(person, area):
            del self.fields["channel"], self.fields["slip_code"]

    def clean_slip_code(self) -> str:
        """The code as it was printed, or a word about a slip of the hand."""
        if not (typed := self.cleaned_data["slip_code"].strip()):
            return ""
        code = receipts.read(typed)
        if not slip_codes.is_ours(self.area, code):
            raise forms.ValidationError(_("This is no code of a slip from here. Look at it again."))
        return code

    def clean(self) -> dict[str, Any]:
        """What has a slip's code came on paper, unless somebody says otherwise."""
        given = super().clean() or self.cleaned_data
        if given.get("slip_code") and not given.get("channel"):
            given["channel"] = Channel.PAPER
        return given

    @property
    def receipt_code(self) -> str:
        """The code that the slip was printed with, else one of this form's own."""
        return self.cleaned_data.get("slip_code") or receipts.code_for(self.key)

    def said(self, channel: str, photo: str, voice: str) -> Said:
        """As the action takes it."""
        given = self.cleaned_data
        return Said(
            kind=given["kind"],
            words=given["words"],
            photo=photo,
            voice=voice,
            contact=given["contact"],
            place=given["place"],
            channel=given.get("channel") or channel,
            publish_own_words=given["publish_own_words"],
            pin=self.pin,
            by_oneself=not given.get("channel"),
        )

    def speaker(self, person: Person | None) -> Person | None:
        """Who says it, where that shall be known; who writes down for others is always known."""
        is_known = self.cleaned_data.get("with_name") or self.cleaned_data.get("channel")
        return person if is_known else None


class CodeForm(forms.Form):
    """The code of a receipt."""

    code = forms.CharField(
        label=_("The code on your receipt"),
        help_text=_("Ten letters and figures. Capital or small does not matter."),
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
