"""How the votes are counted."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.common.money import BadAmount, kroner_to_ore
from medskab.decisions.calculations import Order
from medskab.decisions.models import Proposal, Ruling
from medskab.decisions.words.counting_rules import COMPLETIONS, RULES, TIES

_BALLOTS_WITH_MORE = {"cumulative", "scoring", "ordinal"}
_MOST_CATEGORIES = 12
_CEILING = "ceiling-"
_FREE = ("rule", "minimum_votes", "completion", "satisfaction", "tie_break", "incompatible")


class CountForm(DeedForm):
    """The rule with its effect, and everything beside it that can change a result."""

    rule = forms.ChoiceField(
        label=_("How is the winner found?"),
        choices=[(name, words.name) for name, words in RULES.items()],
        initial="equal-shares",
        widget=forms.RadioSelect,
    )
    compare = forms.MultipleChoiceField(
        label=_("Show also what other rules would have given"),
        help_text=_("As information on the result’s page. It changes nothing."),
        choices=[(name, words.name) for name, words in RULES.items()],
        initial=["greedy-votes"],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    minimum_votes = forms.IntegerField(
        label=_("Fewest votes a proposal needs"), min_value=0, max_value=10**7, initial=0
    )
    completion = forms.ChoiceField(
        label=_("Equal shares: what happens with money that is left?"),
        choices=list(COMPLETIONS.items()),
        initial="add1",
    )
    satisfaction = forms.ChoiceField(
        label=_("How much is a winner worth to those who voted for it?"),
        choices=[
            ("", _("As is usual for these ballots")),
            ("cost", _("As much as it costs")),
            ("cardinality", _("The same for each proposal, expensive or cheap")),
        ],
        required=False,
    )
    tie_break = forms.ChoiceField(
        label=_("If two are equal, which comes first?"),
        choices=[(name, words) for name, words in TIES.items() if name != "lot"],
        initial="id",
    )
    incompatible = forms.CharField(
        label=_("Proposals that exclude each other"),
        help_text=_("One group a line, with the proposals’ numbers: 12, 17"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=4000,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        proposals: Sequence[Proposal],
        unit: int,
        agreed: Order | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._agreed = agreed
        if agreed is not None:
            for name in _FREE:
                del self.fields[name]
            self.fields["compare"].choices = [  # type: ignore[attr-defined]
                (name, words.name) for name, words in RULES.items() if name != agreed.rule
            ]
            self.categories: list[str] = []
            return
        self._known = {one.project for one in proposals}
        self._unit = unit
        self.categories = sorted({name for one in proposals for name in one.categories})[:_MOST_CATEGORIES]
        for place, name in enumerate(self.categories):
            self.fields[f"{_CEILING}{place}"] = forms.CharField(
                label=_("%(category)s: at most") % {"category": name}, max_length=20, required=False
            )

    @property
    def ceilings(self) -> list[forms.BoundField]:
        """A field for the most money of each category."""
        return [self[f"{_CEILING}{place}"] for place in range(len(self.categories))]

    def clean_incompatible(self) -> tuple[tuple[str, ...], ...]:
        """Each line a group of at least two known proposals."""
        groups = []
        for line in self.cleaned_data["incompatible"].splitlines():
            ids = tuple(dict.fromkeys(part.strip() for part in line.split(",") if part.strip()))
            unknown = [one for one in ids if one not in self._known]
            if unknown:
                raise forms.ValidationError(
                    _("There is no proposal with the number %(id)s.") % {"id": unknown[0]}
                )
            if len(ids) == 1:
                raise forms.ValidationError(_("A group needs at least two proposals."))
            groups.extend([ids] if ids else [])
        return tuple(groups)

    def clean(self) -> dict[str, Any]:
        """Ceilings are amounts of whole coins."""
        cleaned = super().clean() or {}
        cleaned["ceilings"] = {}
        for place, category in enumerate(self.categories):
            name = f"{_CEILING}{place}"
            given = (cleaned.get(name) or "").strip()
            if not given:
                continue
            try:
                cleaned["ceilings"][category] = self._coins(given)
            except BadAmount:
                self.add_error(name, _("Write an amount, for example 12.000 or 12.000,50."))
        return cleaned

    def _coins(self, given: str) -> int:
        hundredths = kroner_to_ore(given) * self._unit
        if hundredths < 0 or hundredths % 100:
            raise BadAmount(given)
        return hundredths // 100

    @property
    def orders(self) -> list[Order]:
        """The count that decides, and then those to compare."""
        given = self.cleaned_data
        if self._agreed is not None:
            return [self._agreed, *(self._agreed.by_rule_alone(name) for name in given["compare"])]
        rule = given["rule"]
        first = Order(
            rule=rule,
            satisfaction=given["satisfaction"] if rule in {"equal-shares", "bos"} else "",
            completion=given["completion"] if rule == "equal-shares" else "",
            tie_break=given["tie_break"],
            minimum_votes=given["minimum_votes"],
            incompatible=given["incompatible"],
            ceilings=given["ceilings"],
        )
        return [first, *(first.by_rule_alone(name) for name in given["compare"] if name != rule)]


class HandForm(DeedForm):
    """A decision by hand about one proposal."""

    project = forms.ChoiceField(label=_("Which proposal?"))
    ruling = forms.ChoiceField(label=_("What is decided?"), choices=Ruling.choices, widget=forms.RadioSelect)
    decided_by = NameField(
        label=_("Who decided it?"),
        help_text=_("The body, not a person: for example the tenants’ board"),
        max_length=120,
    )
    reason = NameField(label=_("Why?"), max_length=500)

    def __init__(self, *args: Any, proposals: Sequence[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].choices = [  # type: ignore[attr-defined]
            (one.project, f"{one.project}: {one}") for one in proposals
        ]

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        words = {name: self.cleaned_data[name] for name in ("decided_by", "reason")}
        ruling = Ruling(self.cleaned_data["ruling"])
        return {"project": self.cleaned_data["project"], "ruling": ruling, "words": words}
