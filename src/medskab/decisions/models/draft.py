"""Proposals on their way to the ballot: proposed, shaped with their authors' consent, checked."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.needs.models import Need
from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet, KeptRow, KeptRowQuerySet, Place

from .decision import Decision


class DraftState(models.TextChoices):
    """How far a proposal is before the vote."""

    PROPOSED = "proposed", _("Proposed")
    READY = "ready", _("On the ballot")
    RESHAPED = "reshaped", _("Became part of another proposal")
    DECLINED = "declined", _("Cannot be voted on")
    WITHDRAWN = "withdrawn", _("Taken back by its author")


class ProposalDraft(AreaRow):
    """Something that somebody proposes to decide. Costs are in øre; none yet where nobody has said one."""

    KIND_NAME = _("Proposal")

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="drafts")
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=3000)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    need = models.ForeignKey(Need, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    cost_ore = models.BigIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=DraftState.choices, default=DraftState.PROPOSED)
    because = models.CharField(max_length=500, blank=True)
    became = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    typed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        ordering = ["proposed_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="draft_has_a_title"),
            models.CheckConstraint(condition=Q(state__in=DraftState.values), name="draft_state_is_known"),
            models.CheckConstraint(
                condition=Q(cost_ore=None) | Q(cost_ore__gt=0), name="draft_costs_something"
            ),
            models.CheckConstraint(
                condition=~Q(state=DraftState.DECLINED) | ~Q(because=""), name="draft_declined_has_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state=DraftState.READY) | Q(cost_ore__isnull=False),
                name="draft_on_the_ballot_has_a_cost",
            ),
        ]

    class Privacy:
        purpose = _("Everybody can see what is proposed, and shape it.")
        personal = {
            "author": "unlinked",
            "typed_by": "kept as a number without a name",
        }
        public = (
            *("decision", "title", "text", "place", "need", "cost_ore", "state"),
            *("because", "became", "proposed_at"),
        )
        internal = ("id", "area")
        retention = _("For good: what was voted on stays visible.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("decision-draft", args=[self.area.slug, self.decision.slug, self.pk])


class ShapingKind(models.TextChoices):
    """How proposals may be reshaped."""

    CHANGE = "change", _("Change it")
    MERGE = "merge", _("Make one of several")
    SPLIT = "split", _("Make several of one")


class ShapingState(models.TextChoices):
    """What became of an offer to reshape."""

    OFFERED = "offered", _("Waits for the authors")
    DONE = "done", _("All agreed; done")
    REFUSED = "refused", _("An author said no")


class Shaping(AreaRow):
    """An offer to reshape proposals. Nothing happens until each author has agreed.

    `wordings` holds what they become: [{title, text, cost_ore}], one entry, or several where it splits.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="shapings")
    kind = models.CharField(max_length=8, choices=ShapingKind.choices)
    wordings = models.JSONField()
    because = models.CharField(max_length=500)
    state = models.CharField(max_length=8, choices=ShapingState.choices, default=ShapingState.OFFERED)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="shaping_has_a_reason"),
            models.CheckConstraint(
                condition=Q(kind__in=ShapingKind.values, state__in=ShapingState.values),
                name="shaping_words_are_known",
            ),
        ]

    class Privacy:
        purpose = _("Nobody’s proposal is changed without them.")
        personal = {"by": "kept as a number without a name"}
        public = ("decision", "kind", "wordings", "because", "state", "at")
        internal = ("id", "area")
        retention = _("For good once it is done.")


class ShapingAnswer(AreaRow):
    """One proposal in an offer, and what its author answered; None where nobody has answered yet."""

    shaping = models.ForeignKey(Shaping, on_delete=models.PROTECT, related_name="answers")
    draft = models.ForeignKey(ProposalDraft, on_delete=models.PROTECT, related_name="shaping_answers")
    has_agreed = models.BooleanField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shaping", "draft"], name="shaping_asks_once"),
        ]

    class Privacy:
        purpose = _("Nobody’s proposal is changed without them.")
        personal: dict[str, str] = {}
        public = ("shaping", "draft", "has_agreed")
        internal = ("id", "area", "answered_at")
        retention = _("For good once it is done.")


class CapacityCheck(KeptRow):
    """Who will carry a proposal out, and what it really costs; the latest one holds.

    `carried_out_by` names at least one person who has said yes, with what they are.
    """

    draft = models.ForeignKey(ProposalDraft, on_delete=models.PROTECT, related_name="checks")
    can_be_done = models.BooleanField()
    carried_out_by = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    cost_ore = models.BigIntegerField(null=True, blank=True)
    done_by = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(can_be_done=False) & ~Q(note="")
                | Q(can_be_done=True, cost_ore__gt=0, done_by__isnull=False) & ~Q(carried_out_by=""),
                name="capacity_check_is_whole",
            ),
        ]

    class Privacy:
        purpose = _("What is voted on can be carried out, and everybody knows by whom.")
        personal = {
            "carried_out_by": "kept: somebody takes this on in public; staff can replace the name",
            "by": "kept as a number without a name",
        }
        public = ("draft", "can_be_done", "organisation", "cost_ore", "done_by", "note", "at")
        internal = ("id", "area")
        retention = _("For good.")
