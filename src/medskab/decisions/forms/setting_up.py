"""Setting up a decision that is taken here: what it is about, under which mandate, and when."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.decisions.models import Decision, DecisionKind, Phase, PhaseKind
from medskab.mandates.models import Mandate
from medskab.mandates.queries import in_force
from medskab.needs.models import Need
from medskab.needs.queries import standing
from medskab.places.models import Area
from medskab.resources.models import BudgetLine

from .fields import TextField
from .importing import NATURES

# How long each phase usually takes, in days: long enough to hear of it, short enough to remember it.
_PACE = {
    PhaseKind.PROPOSE: 21,
    PhaseKind.SHAPE: 14,
    PhaseKind.CAPACITY: 14,
    PhaseKind.VOTE: 14,
    PhaseKind.COUNT: 3,
    PhaseKind.DELIVER: 365,
}
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SetUpForm(DeedForm):
    """What is decided, by what right, and with which money."""

    title = NameField(label=_("What is decided?"), help_text=_("A few words"), max_length=120)
    about = TextField(
        label=_("What is it about?"),
        help_text=_("Short sentences: what can change, and what cannot."),
        max_length=2000,
    )
    kind = forms.ChoiceField(
        label=_("Which kind of vote?"),
        choices=[
            (DecisionKind.BUDGET, _("A participatory budget: people choose between proposals")),
            (DecisionKind.HOUSEHOLD, _("A vote of the homes: yes or no, two votes a home")),
        ],
        widget=forms.RadioSelect,
    )
    nature = forms.ChoiceField(label=_("Does the vote decide?"), choices=NATURES, widget=forms.RadioSelect)
    mandate = forms.ModelChoiceField(
        Mandate.objects.none(),
        label=_("By what right?"),
        help_text=_("The mandate under which this is decided. A hearing needs none."),
        required=False,
    )
    budget_line = forms.ModelChoiceField(
        BudgetLine.objects.none(),
        label=_("Which money?"),
        help_text=_("A vote of the homes needs none."),
        required=False,
    )
    need = forms.ModelChoiceField(
        Need.objects.none(),
        label=_("Which need does it answer?"),
        help_text=_("Everybody can then follow what came of it."),
        empty_label=_("None of these"),
        required=False,
    )
    kroner = forms.IntegerField(
        label=_("How many kroner?"),
        help_text=_("They are put aside when the decision is opened."),
        min_value=1,
        max_value=10**9,
        required=False,
    )

    def __init__(self, *args: Any, area: Area, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mandate"].queryset = in_force(area, today)  # type: ignore[attr-defined]
        self.fields["budget_line"].queryset = BudgetLine.objects.for_area(area)  # type: ignore[attr-defined]
        self.fields["need"].queryset = standing(area)  # type: ignore[attr-defined]

    @classmethod
    def for_decision(cls, decision: Decision, today: Any, given: Any = None) -> "SetUpForm":
        """With what stands there now, or what was typed over it."""
        names = ("title", "about", "kind", "nature", "mandate", "budget_line")
        initial = {name: getattr(decision, name) for name in names}
        initial["kroner"] = (decision.budget or 0) // 100 or None
        form = cls(given, initial=initial, area=decision.area, today=today)
        del form.fields["need"]  # what led to it is said once, at its beginning
        return form

    def clean(self) -> dict[str, Any]:
        """A budget that decides needs its right, its money and its sum."""
        cleaned = super().clean() or {}
        if cleaned.get("nature") == "decision" and not cleaned.get("mandate"):
            self.add_error("mandate", _("Choose a mandate. Without one nothing can be decided, only heard."))
        if cleaned.get("kind") == DecisionKind.BUDGET and cleaned.get("nature") == "decision":
            for name in ("budget_line", "kroner"):
                if not cleaned.get(name):
                    self.add_error(name, _("A budget needs its money."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        names = ("title", "about", "kind", "nature", "mandate", "budget_line")
        kroner = self.cleaned_data["kroner"]
        return {name: self.cleaned_data[name] for name in names} | {
            "budget": kroner * 100 if kroner else None
        }


class PlanForm(DeedForm):
    """The first and the last day of each phase; a phase without days is left out."""

    def __init__(self, *args: Any, is_budget: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = [kind for kind in PhaseKind if is_budget or kind in (PhaseKind.VOTE, PhaseKind.COUNT)]
        for kind in self.kinds:
            needs_it = kind == PhaseKind.VOTE
            self.fields[f"{kind}_from"] = forms.DateField(
                label=_("First day"), widget=_DAY, required=needs_it
            )
            self.fields[f"{kind}_to"] = forms.DateField(label=_("Last day"), widget=_DAY, required=needs_it)

    @classmethod
    def for_decision(cls, decision: Decision, today: date) -> "PlanForm":
        """With the days that stand there now, or a usual pace from tomorrow on."""
        initial: dict[str, Any] = {}
        first = today + timedelta(days=1)
        for kind in () if decision.phases.exists() else _PACE:
            last = first + timedelta(days=_PACE[kind] - 1)
            initial |= {f"{kind}_from": first, f"{kind}_to": last}
            first = last + timedelta(days=1)
        for phase in decision.phases.all():
            initial[f"{phase.kind}_from"] = timezone.localdate(phase.starts_at)
            initial[f"{phase.kind}_to"] = timezone.localdate(last_moment(phase))
        return cls(initial=initial, is_budget=decision.is_budget)

    @property
    def rows(self) -> list[tuple[str, Any, Any]]:
        """Each phase with its two fields."""
        return [(str(kind.label), self[f"{kind}_from"], self[f"{kind}_to"]) for kind in self.kinds]

    def clean(self) -> dict[str, Any]:
        """Both days, or none."""
        cleaned = super().clean() or {}
        for kind in self.kinds:
            if bool(cleaned.get(f"{kind}_from")) != bool(cleaned.get(f"{kind}_to")):
                self.add_error(f"{kind}_to", _("Give the first and the last day, or leave both out."))
        return cleaned

    @property
    def dates(self) -> dict[str, tuple[datetime, datetime]]:
        """From midnight of the first day to midnight after the last."""
        found = {}
        for kind in self.kinds:
            first, last = self.cleaned_data.get(f"{kind}_from"), self.cleaned_data.get(f"{kind}_to")
            if first and last:
                found[str(kind)] = (at_start(first), at_end(last))
        return found


class MoveForm(DeedForm):
    """Other days for an opened phase, and why."""

    first = forms.DateField(label=_("First day"), widget=_DAY)
    last = forms.DateField(label=_("Last day"), widget=_DAY)
    because = NameField(label=_("Why?"), help_text=_("Everybody can read this."), max_length=500)

    @classmethod
    def for_phase(cls, phase: Phase) -> "MoveForm":
        """With the days that stand there now."""
        return cls(
            initial={
                "first": timezone.localdate(phase.starts_at),
                "last": timezone.localdate(last_moment(phase)),
            }
        )

    def dates(self, phase: Phase) -> dict[str, datetime]:
        """The new days, at the same time of day as before."""
        first, last = self.cleaned_data["first"], self.cleaned_data["last"]
        return {
            "starts_at": _later(phase.starts_at, first - timezone.localdate(phase.starts_at)),
            "ends_at": _later(phase.ends_at, last - timezone.localdate(last_moment(phase))),
        }


def _later(moment: datetime, days: timedelta) -> datetime:
    return timezone.make_aware(timezone.make_naive(moment) + days)


def last_moment(phase: Phase) -> datetime:
    """A moment on the last day of a phase."""
    return phase.ends_at - timedelta(microseconds=1)


def at_start(day: Any) -> datetime:
    """Midnight before a day."""
    return timezone.make_aware(datetime.combine(day, time.min))


def at_end(day: Any) -> datetime:
    """Midnight after a day."""
    return at_start(day + timedelta(days=1))
