"""What somebody says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.needs import rules
from medskab.needs.actions import Said
from medskab.needs.actions.saying import BY_ONESELF
from medskab.needs.models import MOST_WORDS, Channel, InputKind
from medskab.people.models import Person
from medskab.places.models import Area, Place, PlaceKind


def places(area: Area) -> Any:
    """Where something can be: never finer than the block."""
    return Place.objects.for_area(area).filter(valid_until=None).exclude(kind=PlaceKind.STAIRWELL)


class SayForm(DeedForm):
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

    def __init__(self, *args: Any, area: Area, person: Person | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places(area)  # type: ignore[attr-defined]
        for name in ("words", "photo", "voice"):  # any of them is enough, so none says it may be left out
            self.fields[name].is_one_of_several = True  # type: ignore[attr-defined]
        if person is None:
            del self.fields["with_name"]
        if not rules.may_sort(person, area):
            del self.fields["channel"]

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
