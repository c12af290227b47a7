"""Setting the vote up and running it: who votes how, codes, keys, paper, the urn."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm, NameField
from medskab.decisions import issued
from medskab.decisions.models import BallotShape, Decision, Poll, VoterUnit
from medskab.people.models import STAFF_ROLES, Person
from medskab.people.queries import people_with_role
from medskab.tools.vault.key_words import UnreadableKey, from_words
from medskab.tools.vault.sealing import CannotOpen

from .fields import TextField

_PLACES = ("ask_at", "screen_at", "paper_at")
_FACTS = ("unit", "minimum_age", "codes_per_home", "shape", "least", "most", "points", "rule", *_PLACES)
RULES = [
    (
        "equal-shares",
        _("Equal shares: each voter gives the same part of the money."),
    ),
    ("greedy-votes", _("Most votes first: a majority can take all the money.")),
]


class PollForm(DeedForm):
    """Who may vote, what they do on the ballot, and how the winners are found."""

    unit = forms.ChoiceField(
        label=_("Whose votes are counted?"),
        choices=VoterUnit.choices,
        widget=forms.RadioSelect,
        help_text=_("A participatory budget usually counts persons. Tenant law counts homes."),
    )
    minimum_age = forms.IntegerField(
        label=_("From which age?"),
        help_text=_("Only where persons vote. Often 10 to 12; the younger, the more take part."),
        min_value=5,
        max_value=18,
        required=False,
    )
    codes_per_home = forms.IntegerField(
        label=_("How many codes are in each letter?"),
        help_text=_(
            "Homes have two votes by law. Where persons vote, more codes are handed out at the desk."
        ),
        min_value=1,
        max_value=6,
        initial=2,
    )
    shape = forms.ChoiceField(label=_("What do people do on the ballot?"), choices=BallotShape.choices)
    least = forms.IntegerField(label=_("At least how many proposals?"), min_value=0, max_value=100, initial=1)
    most = forms.IntegerField(
        label=_("At most how many proposals?"),
        help_text=_("Four or five keep it quick, and nobody has to read everything."),
        min_value=1,
        max_value=100,
        initial=5,
    )
    points = forms.IntegerField(
        label=_("How many points to share out?"), min_value=1, max_value=100, initial=10
    )
    rule = forms.ChoiceField(
        label=_("How are the winners found?"), choices=RULES, widget=forms.RadioSelect, initial="equal-shares"
    )
    ask_at = NameField(
        label=_("Whom can people ask?"),
        help_text=_("A name, a place or a telephone number. It stands on letters and posters."),
        max_length=160,
        required=False,
    )
    screen_at = NameField(
        label=_("Where can people vote on a screen with help?"),
        help_text=_("The place, with its days and hours. Leave it empty where there is none."),
        max_length=160,
        required=False,
    )
    paper_at = NameField(
        label=_("Where can people vote on paper?"),
        help_text=_("The place, with its days and hours. Leave it empty where there is none."),
        max_length=160,
        required=False,
    )

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not decision.is_budget:
            for name in ("shape", "least", "most", "points", "rule", "minimum_age"):
                del self.fields[name]
            self.fields["unit"].choices = [(VoterUnit.HOME, VoterUnit.HOME.label)]  # type: ignore[attr-defined]
            self.fields["unit"].initial = VoterUnit.HOME
        else:
            shapes = [one for one in BallotShape.choices if one[0] != BallotShape.YES_NO]
            self.fields["shape"].choices = shapes  # type: ignore[attr-defined]

    @classmethod
    def for_poll(cls, decision: Decision, poll: Poll | None) -> "PollForm":
        """With what stands there now."""
        return cls(
            decision=decision, initial={name: getattr(poll, name) for name in _FACTS} if poll else None
        )

    def clean(self) -> dict[str, Any]:
        """Persons have an age, homes one or two votes, and the most is not below the least."""
        cleaned = super().clean() or {}
        if cleaned.get("unit") == VoterUnit.PERSON and not cleaned.get("minimum_age"):
            self.add_error("minimum_age", _("Say from which age people may vote."))
        if cleaned.get("unit") == VoterUnit.HOME and cleaned.get("codes_per_home", 2) > 2:
            self.add_error("codes_per_home", _("A home has at most two votes."))
        if cleaned.get("least", 0) > cleaned.get("most", 1):
            self.add_error("most", _("This is fewer than the least."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        facts = {name: self.cleaned_data[name] for name in _FACTS if name in self.fields}
        if facts["unit"] == VoterUnit.HOME:
            facts["minimum_age"] = None
        if "shape" not in facts:
            facts |= {"shape": BallotShape.YES_NO, "least": 0, "most": 1, "rule": ""}
        return facts


class KeysForm(DeedForm):
    """The two who keep the key; they come from different sides."""

    name_1 = NameField(label=_("First person"), max_length=80)
    side_1 = NameField(label=_("From which side?"), help_text=_("For example: the board"), max_length=80)
    name_2 = NameField(label=_("Second person"), max_length=80)
    side_2 = NameField(
        label=_("From which other side?"), help_text=_("For example: residents"), max_length=80
    )

    @property
    def custodians(self) -> list[dict[str, str]]:
        """As the action takes them."""
        return [
            {"name": self.cleaned_data[f"name_{one}"], "side": self.cleaned_data[f"side_{one}"]}
            for one in (1, 2)
        ]


class WithSecond(DeedForm):
    """A deed that takes two of the staff: the other one is named, and is told of it."""

    second = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Who of the staff does this with you?"),
        help_text=_("They stand beside you now, and are told of it."),
    )

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = people_with_role(by.area, *STAFF_ROLES, day=now().date())
        self.fields["second"].queryset = staff.exclude(pk=by.pk)  # type: ignore[attr-defined]


class RehearsalForm(WithSecond):
    """Two of the staff rehearse."""


class LettersForm(WithSecond):
    """Codes for the homes, sealed with a passphrase of two halves."""

    half_1 = forms.CharField(
        label=_("Your half of the passphrase"),
        help_text=_("At least 8 signs. It is needed once, to print the letters. We do not keep it."),
        widget=forms.PasswordInput,
        min_length=8,
        max_length=100,
    )
    half_2 = forms.CharField(
        label=_("The other’s half of the passphrase"),
        widget=forms.PasswordInput,
        min_length=8,
        max_length=100,
    )

    @property
    def passphrase(self) -> str:
        """Both halves."""
        return f"{self.cleaned_data['half_1']} {self.cleaned_data['half_2']}"


class OpenLettersForm(forms.Form):
    """The sealed letters and both halves, to print them."""

    sealed = forms.FileField(label=_("The sealed file"))
    half_1 = forms.CharField(label=_("First half of the passphrase"), widget=forms.PasswordInput)
    half_2 = forms.CharField(label=_("Second half of the passphrase"), widget=forms.PasswordInput)
    wanted = forms.ChoiceField(
        label=_("What do you need?"),
        choices=[
            ("letters", _("Letters to print, two on a sheet")),
            ("table", _("A table, for a printing house")),
        ],
        widget=forms.RadioSelect,
        initial="letters",
    )
    part = forms.IntegerField(
        label=_("Which part?"),
        help_text=_("A part has up to 300 letters. The file’s name says how many parts there are."),
        min_value=1,
        initial=1,
    )

    def letters_of(self, poll: Poll) -> HttpResponse | None:
        """What was asked for; None, with the reason on the form, where it cannot be had."""
        given = self.cleaned_data
        try:
            table = issued.opened_letters(
                poll, given["sealed"].read(), f"{given['half_1']} {given['half_2']}"
            )
        except CannotOpen:
            self.add_error("half_1", issued.WRONG_PASSPHRASE)
            return None
        if given["wanted"] == "table":
            return issued.as_table(poll, table)
        answer = issued.as_letters(poll, table, given["part"])
        if answer is None:
            self.add_error("part", issued.NO_SUCH_PART)
        return answer


class DeskForm(WithSecond):
    """Codes handed out at the desk, counted and published."""

    count = forms.IntegerField(label=_("How many codes?"), min_value=1, max_value=200)
    because = NameField(
        label=_("For whom, and on what grounds?"),
        help_text=_("For example: young people in homes with more than two voters. Everybody can read this."),
        max_length=300,
    )


class CodeForm(DeedForm):
    """A code as somebody reads it out."""

    code = forms.CharField(label=_("The code from the letter"), max_length=40)


class BatchForm(DeedForm):
    """A bundle of papers, counted by hand."""

    papers = forms.IntegerField(
        label=_("How many papers are in the bundle?"),
        help_text=_("Count them twice. At most 50 in a bundle."),
        min_value=1,
        max_value=50,
    )
    box = NameField(label=_("From which box?"), max_length=120)


class OpenUrnForm(DeedForm):
    """The key, typed or scanned in, and those who watch."""

    key_words = TextField(
        label=_("The key, as it stands on the sheet"), help_text=_("All lines."), max_length=2000, rows=6
    )
    witnesses = TextField(
        label=_("Who watches?"),
        help_text=_("At least two names, one on each line. Everybody can read them."),
        max_length=600,
        rows=3,
    )
    because = NameField(
        label=_("Do papers and check-ins differ? Why?"),
        help_text=_("Only needed where the numbers differ. Everybody can read this."),
        max_length=300,
        required=False,
    )

    def clean_key_words(self) -> bytes:
        """The key, or which line is wrong."""
        try:
            return from_words(self.cleaned_data["key_words"])
        except UnreadableKey as error:
            raise ValidationError(str(error)) from error

    @property
    def names(self) -> list[str]:
        """Those who watch."""
        return [line.strip() for line in self.cleaned_data["witnesses"].splitlines() if line.strip()]
