"""Forms of the page of people and roles."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.people.actions import Answer, Invitation
from medskab.people.models import AgeBand, Area, Channel, Person, Purpose, RoleKind
from medskab.people.queries import adults_of, people_named
from medskab.places.models import Place, PlaceKind


def _places(area: Area) -> Any:
    """Without the stairwells: roles lie in blocks and wider."""
    return Place.objects.for_area(area).filter(valid_until=None).exclude(kind=PlaceKind.STAIRWELL)


class RoleForm(DeedForm):
    """What somebody does, and where."""

    kind = forms.ChoiceField(label=_("What do they do here?"), choices=RoleKind.choices)
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("The whole area")
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = _places(area)  # type: ignore[attr-defined]

    @property
    def role_kind(self) -> RoleKind:
        """The chosen role."""
        return RoleKind(self.cleaned_data["kind"])


class InviteForm(RoleForm):
    """Whom to let in."""

    name = NameField(label=_("Name"), max_length=80)
    email = forms.EmailField(label=_("Mail address"), max_length=254)
    age_band = forms.ChoiceField(label=_("How old?"), choices=AgeBand.choices, initial=AgeBand.ADULT)
    guardian = forms.ModelChoiceField(
        label=_("Parent or guardian"),
        help_text=_("Only for somebody under 15. Invite the parent first."),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nobody"),
    )
    language = forms.ChoiceField(
        label=_("Language of the letter"), choices=settings.LANGUAGES, initial=get_language
    )
    field_order = ("name", "email", "kind", "place", "age_band", "guardian", "language")

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, area=area, **kwargs)
        self.fields["guardian"].queryset = adults_of(area)  # type: ignore[attr-defined]

    def invitation(self) -> Invitation:
        """What was filled in."""
        given = self.cleaned_data
        return Invitation(
            email=given["email"],
            name=given["name"],
            kind=self.role_kind,
            place=given["place"],
            age_band=AgeBand(given["age_band"]),
            guardian=given["guardian"],
            language=given["language"],
        )


class AddressForm(DeedForm):
    """A mail address to sign in with."""

    email = forms.EmailField(
        label=_("The new mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class HeardForm(DeedForm):
    """A yes or a no that was said on paper, by phone or face to face."""

    purpose = forms.ChoiceField(label=_("What is it about?"), choices=Purpose.choices)
    is_given = forms.ChoiceField(
        label=_("What did they say?"), choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect
    )
    channel = forms.ChoiceField(
        label=_("How?"), choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB]
    )
    by_guardian = forms.BooleanField(label=_("It was the parent or guardian who said it"), required=False)

    def answer(self, person: Person) -> Answer:
        """What was heard."""
        given = self.cleaned_data
        guardian = person.guardian if given["by_guardian"] else None
        return Answer(
            purpose=Purpose(given["purpose"]),
            is_given=given["is_given"] == "yes",
            said_by=guardian or person,
            language=get_language() or settings.LANGUAGE_CODE,
            channel=Channel(given["channel"]),
        )


class OrganisationForm(DeedForm):
    """A name is enough to begin with."""

    name = NameField(label=_("Name of the organisation"), max_length=120)


class MemberForm(DeedForm):
    """Who belongs to it."""

    person = forms.ModelChoiceField(label=_("Who?"), queryset=Person.objects.none())
    is_contact = forms.BooleanField(label=_("We write to them"), required=False)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people_named(area)  # type: ignore[attr-defined]


class JoinCodeForm(DeedForm):
    """A code for a page of this area."""

    opens = forms.CharField(
        label=_("Which page does it open?"),
        help_text=_("Paste the address of a page of this area. Leave it empty for the front page."),
        required=False,
        max_length=300,
    )
    place = forms.ModelChoiceField(
        label=_("Where will it hang?"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("Anywhere"),
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.area = area
        here = Place.objects.for_area(area).filter(valid_until=None)
        self.fields["place"].queryset = here  # type: ignore[attr-defined]

    def clean_opens(self) -> str:
        """The part of the address below the area's, if there is a page."""
        path = urlsplit(self.cleaned_data["opens"].strip()).path
        if not path or path == self.area.get_absolute_url():
            return ""
        try:
            resolve(path)
        except Resolver404:
            path = ""
        if not path.startswith(self.area.get_absolute_url()):
            raise ValidationError(_("There is no such page in this area."))
        return path.removeprefix(self.area.get_absolute_url())
