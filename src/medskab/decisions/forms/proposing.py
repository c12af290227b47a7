"""Proposals before the vote: handing in, shaping, and checking what can be done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.decisions.models import Decision, DraftState, ProposalDraft
from medskab.needs.models import Need
from medskab.needs.queries import standing
from medskab.places.models import Place

from .fields import TextField

_PARTS = 3


def _kroner(label: Any, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1, max_value=10**8, **more)


class ProposeForm(DeedForm):
    """What somebody proposes."""

    title = NameField(label=_("What do you propose?"), help_text=_("A few words"), max_length=120)
    text = TextField(label=_("Tell a little more"), max_length=3000, rows=5)
    kroner = _kroner(
        _("What might it cost, in kroner?"),
        help_text=_("A guess is fine. It is checked before the vote."),
        required=False,
    )
    place = forms.ModelChoiceField(
        Place.objects.none(), label=_("Where?"), required=False, empty_label=_("The whole area")
    )
    need = forms.ModelChoiceField(
        Need.objects.none(),
        label=_("Which need does it come from?"),
        empty_label=_("None of these"),
        required=False,
    )

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area = decision.area
        places = Place.objects.for_area(area).filter(kind="block", valid_until=None)
        for name, rows in (
            ("place", places),
            ("need", standing(area)),
        ):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
            if not rows.exists():
                del self.fields[name]

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        kroner = self.cleaned_data["kroner"]
        names = [name for name in ("place", "need") if name in self.fields]
        return {
            "title": self.cleaned_data["title"],
            "text": self.cleaned_data["text"],
            "cost_ore": kroner * 100 if kroner else None,
            **{name: self.cleaned_data[name] for name in names},
        }

    @classmethod
    def for_draft(cls, draft: ProposalDraft) -> "ProposeForm":
        """With what stands there now."""
        return cls(
            initial={
                "title": draft.title,
                "text": draft.text,
                "kroner": (draft.cost_ore or 0) // 100 or None,
                "place": draft.place,
                "need": draft.need,
            },
            decision=draft.decision,
        )


class ShapeForm(DeedForm):
    """Which proposals become what: one wording changes or merges, several split."""

    drafts = forms.ModelMultipleChoiceField(
        ProposalDraft.objects.none(),
        label=_("Which proposals?"),
        help_text=_("Their authors are asked. Nothing changes until each has said yes."),
        widget=forms.CheckboxSelectMultiple,
    )
    because = NameField(
        label=_("Why?"), help_text=_("The authors and everybody can read this."), max_length=500
    )

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        proposed = decision.drafts.filter(state=DraftState.PROPOSED)
        self.fields["drafts"].queryset = proposed  # type: ignore[attr-defined]
        for number in range(1, _PARTS + 1):
            is_needed = number == 1
            self.fields[f"title_{number}"] = NameField(label=_("Title"), max_length=120, required=is_needed)
            self.fields[f"text_{number}"] = TextField(label=_("Text"), max_length=3000, required=is_needed)
            self.fields[f"kroner_{number}"] = _kroner(_("Cost in kroner"), required=False)

    @property
    def parts(self) -> list[tuple[int, Any, Any, Any]]:
        """The fields of each wording."""
        return [
            (number, self[f"title_{number}"], self[f"text_{number}"], self[f"kroner_{number}"])
            for number in range(1, _PARTS + 1)
        ]

    @property
    def wordings(self) -> list[dict[str, Any]]:
        """What they become."""
        found = []
        for number in range(1, _PARTS + 1):
            if title := self.cleaned_data[f"title_{number}"]:
                kroner = self.cleaned_data[f"kroner_{number}"]
                found.append(
                    {
                        "title": title,
                        "text": self.cleaned_data[f"text_{number}"],
                        "cost_ore": kroner * 100 if kroner else None,
                    }
                )
        return found


class AnswerForm(DeedForm):
    """Yes or no to an offer to reshape."""

    has_agreed = forms.TypedChoiceField(
        label=_("Do you agree?"),
        choices=[("yes", _("Yes, do it")), ("no", _("No, leave mine as it is"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )


class CheckForm(DeedForm):
    """Whether it can be done, by whom, for how much: a yes names all three, a no gives its reason."""

    use_required_attribute = False

    can_be_done = forms.TypedChoiceField(
        label=_("Can it be done?"),
        choices=[("yes", _("Yes")), ("no", _("No, and I say why"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    carried_out_by = NameField(
        label=_("Who carries it out?"),
        help_text=_("At least one person who has said yes, and what they are. Everybody can read this."),
        max_length=200,
        required=False,
    )
    organisation = NameField(label=_("For which organisation?"), max_length=200, required=False)
    kroner = _kroner(_("What does it really cost, in kroner?"), required=False)
    done_by = forms.DateField(
        label=_("When is it done?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    note = TextField(
        label=_("What else should everybody know?"),
        help_text=_("If it cannot be done: why not, and what could be done instead."),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_no = self.data.get("can_be_done") == "no"
        for name in ("carried_out_by", "kroner", "done_by"):
            self.fields[name].required = not is_no
        self.fields["note"].required = is_no

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        names = ("can_be_done", "carried_out_by", "organisation", "done_by", "note")
        kroner = self.cleaned_data["kroner"]
        return {name: self.cleaned_data[name] for name in names} | {
            "cost_ore": kroner * 100 if kroner else None
        }
