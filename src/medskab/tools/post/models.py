"""Letters on their way out: written with the deed, delivered after it, emptied when they are gone."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.tools.jobs.models import new_reference


class Channel(models.TextChoices):
    """How a message travels."""

    MAIL = "mail", _("Mail")
    SMS = "sms", _("Text message")


class MessageState(models.TextChoices):
    """Where a message is."""

    WAITING = "waiting", _("Waiting")
    SENT = "sent", _("Sent")
    REFUSED = "refused", _("Refused by the receiver")
    EXPIRED = "expired", _("Too old")


class Message(models.Model):
    """One mail or text message. Address and words are gone as soon as it is delivered or given up."""

    ref = models.CharField(max_length=12, unique=True, default=new_reference)
    area_id = models.BigIntegerField(null=True)
    channel = models.CharField(max_length=4, choices=Channel.choices)
    key = models.CharField(max_length=120, unique=True, null=True)  # noqa: DJ001  null: no key, and unique
    to = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    html = models.TextField(blank=True)
    stop_link = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=8, choices=MessageState.choices, default=MessageState.WAITING)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["state", "created_at"])]
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="message_channel_is_known"),
            models.CheckConstraint(
                condition=Q(state=MessageState.WAITING, ended_at=None)
                | Q(
                    state__in=[MessageState.SENT, MessageState.REFUSED, MessageState.EXPIRED],
                    ended_at__isnull=False,
                    to="",
                    subject="",
                    body="",
                    html="",
                    stop_link="",
                ),
                name="message_is_empty_when_it_is_gone",
            ),
        ]

    class Privacy:
        purpose = _("Mail and text messages reach people even when the line is down for a while.")
        personal = {
            "to": "emptied on delivery, at the latest after 7 days",
            "subject": "emptied on delivery, at the latest after 7 days",
            "body": "emptied on delivery, at the latest after 7 days",
            "html": "emptied on delivery, at the latest after 7 days",
            "stop_link": "emptied on delivery, at the latest after 7 days",
        }
        public = ()
        internal = ("id", "ref", "area_id", "channel", "key", "state", "created_at", "ended_at")
        retention = _("30 days, without address and words.")
