"""What was decided, on its way to be done, month by month."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet, KeptRow, KeptRowQuerySet
from medskab.resources.models import Commitment

from .decision import Decision
from .submission import Proposal


class DeliveryState(models.TextChoices):
    """How far it is."""

    NOT_BEGUN = "not-begun", _("Not begun")
    UNDER_WAY = "under-way", _("Under way")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")


class Delivery(AreaRow):
    """One thing that was decided: who carries it out, and until when."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="deliveries")
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="delivery")
    carried_out_by = models.CharField(max_length=200)
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.NOT_BEGUN)
    commitment = models.OneToOneField(
        Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        verbose_name_plural = "deliveries"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=DeliveryState.values), name="delivery_state_is_known"
            ),
            models.CheckConstraint(condition=~Q(carried_out_by=""), name="delivery_has_somebody"),
        ]

    class Privacy:
        purpose = _("What was decided is followed until it is done.")
        personal = {"carried_out_by": "kept: somebody takes this on in public; staff can replace the name"}
        public = ("decision", "proposal", "due_on", "state", "commitment")
        internal = ("id", "area")
        retention = _("For good.")

    def is_late(self, today: date) -> bool:
        """Whether it should be done by now."""
        return self.state in (DeliveryState.NOT_BEGUN, DeliveryState.UNDER_WAY) and self.due_on < today


class DeliveryNews(KeptRow):
    """What happened, told in a few words."""

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="news")
    state = models.CharField(max_length=10, choices=DeliveryState.choices)
    text = models.CharField(max_length=1000)
    due_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    class Privacy:
        purpose = _("Everybody can follow what was decided.")
        personal = {"by": "kept as a number without a name"}
        public = ("delivery", "state", "text", "due_on", "at")
        internal = ("id", "area")
        retention = _("For good.")


class DeliveryPhoto(AreaRow):
    """A picture beside the news: the news stay for good, a picture can be taken down."""

    news = models.OneToOneField(DeliveryNews, on_delete=models.PROTECT, related_name="photo")
    name = models.CharField(max_length=60)

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="delivery_photo_has_a_file")]

    class Privacy:
        purpose = _("Everybody can see what came of it.")
        personal = {"name": "deleted with its file when somebody who is on it asks for it"}
        public = ("news",)
        internal = ("id", "area")
        retention = _("For good, unless it is taken down.")
