"""Something that a vote decides, or that a hearing gives advice on."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.gatherings.models import AgendaItem
from medskab.mandates.models import Authorization, Mandate
from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet
from medskab.resources.models import BudgetLine, Reservation


class DecisionKind(models.TextChoices):
    """What is voted on, and by whom."""

    BUDGET = "budget", _("Participatory budget")
    HOUSEHOLD = "household", _("Vote of the homes")


class Nature(models.TextChoices):
    """Whether the result binds. Every page says which."""

    DECISION = "decision", _("Decision")
    HEARING = "hearing", _("Hearing")


class State(models.TextChoices):
    """How far it is; what is not published is seen by staff only."""

    DRAFT = "draft", _("Draft")
    SET_UP = "set-up", _("Being prepared")
    RUNNING = "running", _("Under way")
    IMPORTED = "imported", _("Votes are in")
    COUNTED = "counted", _("Counted, not published")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    CALLED_OFF = "called-off", _("Called off")


_UNCOUNTED = [State.DRAFT, State.SET_UP, State.RUNNING, State.IMPORTED, State.CALLED_OFF]
_ENDED = [State.WITHDRAWN, State.CALLED_OFF]


class DecisionQuerySet(AreaRowQuerySet):
    """Decisions by who may read them."""

    def public(self) -> "DecisionQuerySet":
        """What everybody may read: published, or published and then withdrawn."""
        return self.filter(state__in=[State.PUBLISHED, State.WITHDRAWN]).exclude(publication=None)

    def not_public(self) -> "DecisionQuerySet":
        """What only staff see."""
        return self.filter(publication=None, opened_at=None)

    def running(self) -> "DecisionQuerySet":
        """What everybody can take part in or wait for: opened here, and no result out yet."""
        opened = self.filter(publication=None, opened_at__isnull=False)
        return opened.exclude(state=State.CALLED_OFF)


class Decision(AreaRow):
    """One question to an area, from the votes to the published result."""

    KIND_NAME = _("Decision")

    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=DecisionKind.choices)
    nature = models.CharField(max_length=10, choices=Nature.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=400, blank=True)
    meaning = models.TextField(max_length=2000, blank=True)
    objection = models.TextField(max_length=1000, blank=True)
    source_note = models.CharField(max_length=400, blank=True)
    ballots_already_public_at = models.CharField(max_length=300, blank=True)

    mandate = models.ForeignKey(Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    budget_line = models.ForeignKey(
        BudgetLine, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    authorization = models.OneToOneField(
        Authorization, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reservation = models.OneToOneField(
        Reservation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    about = models.TextField(max_length=2000, blank=True)
    agenda_item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    opened_at = models.DateTimeField(null=True, blank=True)

    currency = models.CharField(max_length=3, default="DKK")
    currency_unit = models.PositiveIntegerField(default=100)
    budget = models.BigIntegerField(null=True, blank=True)
    voters = models.PositiveIntegerField(null=True, blank=True)

    official_count = models.ForeignKey(
        "decisions.Count", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    publication = models.ForeignKey(
        "decisions.Publication", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_because = models.CharField(max_length=500, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "slug"], name="decision_slug_once"),
            models.CheckConstraint(condition=~Q(title=""), name="decision_has_a_title"),
            models.CheckConstraint(condition=~Q(slug="new"), name="decision_slug_is_not_reserved"),
            models.CheckConstraint(condition=Q(kind__in=DecisionKind.values), name="decision_kind_is_known"),
            models.CheckConstraint(condition=Q(nature__in=Nature.values), name="decision_nature_is_known"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="decision_state_is_known"),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(publication__isnull=False),
                name="decision_published_has_a_publication",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_ENDED, withdrawn_at__isnull=False) & ~Q(withdrawn_because="")
                | ~Q(state__in=_ENDED) & Q(withdrawn_at=None, withdrawn_because=""),
                name="decision_withdrawn_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(kind=DecisionKind.BUDGET)
                | Q(state__in=_UNCOUNTED)
                | Q(official_count__isnull=False),
                name="decision_budget_is_counted",
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None) | Q(nature=Nature.HEARING) | Q(authorization__isnull=False),
                name="decision_opened_has_a_mandate",
            ),
            models.CheckConstraint(
                condition=Q(currency_unit__gte=1), name="decision_currency_unit_is_positive"
            ),
        ]

    class Privacy:
        purpose = _("Everybody can see what was decided, by whom and why.")
        personal = {"created_by": "kept as a number without a name"}
        public = (
            "slug",
            "title",
            "kind",
            "nature",
            "state",
            "decided_on",
            "decided_by",
            "basis",
            "meaning",
            "objection",
            "source_note",
            "ballots_already_public_at",
            "currency",
            "currency_unit",
            "budget",
            "voters",
            "withdrawn_because",
            "withdrawn_at",
            *("mandate", "about", "agenda_item", "opened_at"),
        )
        internal = (
            *("id", "area", "official_count", "publication", "created_at"),
            *("budget_line", "authorization", "reservation"),
        )
        retention = _("For good once it is counted; a draft can be deleted.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page: the result, or for staff the work on it."""
        return reverse("decision", args=[self.area.slug, self.slug])

    def get_work_url(self) -> str:
        """Where its staff go on; while it runs, its own page is for those who take part."""
        name = "decision-work" if self.is_taken_here and not self.is_public else "decision"
        return reverse(name, args=[self.area.slug, self.slug])

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.publication_id is not None

    @property
    def is_taken_here(self) -> bool:
        """Whether people voted here, and not somewhere else before."""
        return self.opened_at is not None

    @property
    def is_running(self) -> bool:
        """Whether it was opened here and its result is not out yet."""
        is_open = self.opened_at is not None and self.publication_id is None
        return is_open and self.state != State.CALLED_OFF

    @property
    def is_hearing(self) -> bool:
        """Whether it only gives advice."""
        return self.nature == Nature.HEARING

    @property
    def is_budget(self) -> bool:
        """Whether projects were chosen, and not yes or no."""
        return self.kind == DecisionKind.BUDGET
