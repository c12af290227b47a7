"""News for people, and how they want it."""

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet


class NewsQuerySet(AreaRowQuerySet):
    """News, newest first."""

    def unseen(self) -> "NewsQuerySet":
        """What has not been looked at."""
        return self.filter(seen_at=None)


class News(AreaRow):
    """Something happened that somebody wanted to know. Which thing it is, is followed, never told."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=80)
    about_id = models.CharField(max_length=40)
    url = models.CharField(max_length=300)
    told_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    objects = NewsQuerySet.as_manager()

    class Meta:
        ordering = ["-told_at", "-id"]
        indexes = [models.Index(fields=["person", "-told_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "about_kind", "about_id"],
                condition=Q(seen_at=None),
                name="news_waits_once",
            )
        ]

    class Privacy:
        purpose = _("Telling people what happened to what they care about.")
        personal = {
            "person": "deleted when the person is erased",
            "kind": "deleted when the person is erased",
            "told_at": "deleted when the person is erased",
            "seen_at": "deleted when the person is erased",
        }
        public = ()
        internal = ("id", "area", "about_kind", "about_id", "url", "mailed_at")
        retention = _("90 days.")

    @property
    def title(self) -> str | Promise:
        """What sort of thing happened."""
        from .kinds import title_of  # noqa: PLC0415  asks the rooms, which need the models

        return title_of(self.kind)


class Rhythm(models.TextChoices):
    """How often a mail may come."""

    NEVER = "never", _("No mails")
    DAILY = "daily", _("A mail a day at most, when there is news")
    WEEKLY = "weekly", _("A mail a week at most, on Mondays, when there is news")


class Subscription(AreaRow):
    """How somebody wants news. Without a row, nobody is mailed."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    rhythm = models.CharField(max_length=6, choices=Rhythm.choices, default=Rhythm.NEVER)
    muted = models.JSONField(default=list)
    mail_language = models.CharField(max_length=10, default="da")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(rhythm__in=Rhythm.values), name="subscription_rhythm_is_known")
        ]

    class Privacy:
        purpose = _("Sending news as often as somebody wants it, and no more.")
        personal = {
            "person": "deleted when the person is erased",
            "rhythm": "deleted when the person is erased",
            "muted": "deleted when the person is erased",
            "mail_language": "deleted when the person is erased",
        }
        public = ()
        internal = ("id", "area", "changed_at")
        retention = _("Until it is changed or the person is erased.")

    @property
    def is_on(self) -> bool:
        """Whether mails come at all."""
        return self.rhythm != Rhythm.NEVER
