"""Who stands behind an initiative: those who write and do it, and those who support it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow

from .initiative import Initiative


class AuthorState(models.TextChoices):
    """Nobody is an author without a yes."""

    INVITED = "invited", _("Asked")
    ACCEPTED = "accepted", _("Part of it")
    DECLINED = "declined", _("Said no")


class Author(AreaRow):
    """Somebody who was asked to be part of an initiative, and what they answered."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=AuthorState.choices, default=AuthorState.INVITED)
    is_adult_contact = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["answered_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "person"], name="author_once"),
            models.CheckConstraint(condition=Q(state__in=AuthorState.values), name="author_state_is_known"),
            models.CheckConstraint(
                condition=Q(is_adult_contact=False) | Q(state=AuthorState.ACCEPTED),
                name="author_adult_contact_said_yes",
            ),
        ]

    class Privacy:
        purpose = _("Knowing who is part of an initiative.")
        personal = {"person": "the row is deleted"}
        public = ()
        internal = ("id", "area", "initiative", "state", "is_adult_contact", "asked_at", "answered_at")
        retention = _("Until the person leaves the initiative or is erased.")


class Supporter(AreaRow):
    """Somebody who says: I think so too. Only the number is shown."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative", "person"], name="supporter_once")]

    class Privacy:
        purpose = _("Counting who supports an initiative, and telling them what becomes of it.")
        personal = {"person": "the row is deleted"}
        public = ()
        internal = ("id", "area", "initiative", "since")
        retention = _("Until the person takes the support back or is erased.")
