"""What shall be printed."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from medskab.needs.printing import FIRST, Language, languages
from medskab.needs.prints import SAY, Door, doors
from medskab.places.models import Area, Place

from .saying import places

_SIZES = [
    ("a4", _("A4")),
    ("a3", _("A3")),
    ("strips", _("A4 with strips to tear off")),
]


class PrintForm(forms.Form):
    """Where it hangs or lies. Nothing is kept of it, so it carries no key."""

    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places(area).select_related("parent")  # type: ignore[attr-defined]


class PostersForm(PrintForm):
    """Posters for the stairwells there."""

    door = forms.ChoiceField(label=_("What does the code open?"), initial=SAY)
    languages = forms.MultipleChoiceField(
        label=_("In which languages?"),
        widget=forms.CheckboxSelectMultiple,
        initial=[FIRST, "en", "ar"],
    )
    size = forms.ChoiceField(label=_("On which paper?"), choices=_SIZES, initial="a4")

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, area=area, **kwargs)
        self.doors = {door.key: door for door in doors(area)}
        self.fields["door"].choices = [(key, _worded(door)) for key, door in self.doors.items()]  # type: ignore[attr-defined]
        self.fields["languages"].choices = [  # type: ignore[attr-defined]
            (code, _named(one)) for code, one in languages().items()
        ]

    @property
    def door_asked(self) -> Door:
        """What the codes open."""
        return self.doors[self.cleaned_data["door"]]


class SlipsForm(PrintForm):
    """Slips to write on, four on each sheet."""

    sheets = forms.IntegerField(label=_("How many sheets?"), min_value=1, max_value=25, initial=5)
    language = forms.ChoiceField(label=_("In which language?"), choices=settings.LANGUAGES)


class BecameForm(forms.Form):
    """The wall sheet."""

    language = forms.ChoiceField(label=_("In which language?"), choices=settings.LANGUAGES)


def _named(language: Language) -> Any:
    is_checked = language.is_checked
    return language.name if is_checked else _("%(language)s, not checked yet") % {"language": language.name}


def _worded(door: Door) -> Any:
    return door.title or _("Say something")
