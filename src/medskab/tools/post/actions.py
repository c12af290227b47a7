"""What changes the outbox."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct, deed
from medskab.tools.jobs import actions as jobs

from .models import Channel, Message, MessageState

GIVEN_UP_AFTER = timedelta(days=7)
KEPT_FOR = timedelta(days=30)
_EMPTY = {"to": "", "subject": "", "body": "", "html": "", "stop_link": ""}


class AddressRefused(CannotAct):
    text = _("The receiver's mail server does not know this address.")


@dataclass(frozen=True)
class Letter:
    """What is to be said, and to whom. A mail has a subject and may have an HTML twin of its body.

    `stop_link`: where one POST stops mails of this kind, for the button that mail programs show.
    """

    to: str
    body: str
    subject: str = ""
    html: str = ""
    stop_link: str = ""
    channel: Channel = Channel.MAIL


def send_later(
    letter: Letter, *, about: models.Model | None = None, now: datetime, key: str | None = None
) -> Message:
    """Put a letter into the outbox, inside the deed that causes it: no deed, no letter.

    The same `key` again sends nothing. Delivery begins after the deed is committed.
    """
    from .jobs import deliver  # noqa: PLC0415  the job calls the actions below

    wanted = {
        "channel": letter.channel,
        "to": letter.to,
        "subject": " ".join(letter.subject.split()),
        "body": letter.body,
        "html": letter.html,
        "stop_link": letter.stop_link,
        "area_id": getattr(about, "area_id", None),
        "created_at": now,
    }
    if key is None:
        message, is_new = Message.objects.create(**wanted), True
    else:
        message, is_new = Message.objects.get_or_create(key=key, defaults=wanted)
    if is_new:
        jobs.start(deliver, about=message, now=now, message_id=message.pk)
    return message


def mark_sent(*, message: Message, now: datetime) -> None:
    """Delivered: nothing of it stays."""
    _end(Message.objects.filter(pk=message.pk), MessageState.SENT, now)


def mark_refused(*, message: Message, now: datetime) -> None:
    """The receiver's server will never take it: nothing of it stays."""
    _end(Message.objects.filter(pk=message.pk), MessageState.REFUSED, now)


@deed
def tidy(*, now: datetime) -> None:
    """Empty what could not be delivered for a week; forget that there was a message after a month."""
    _end(Message.objects.filter(created_at__lt=now - GIVEN_UP_AFTER), MessageState.EXPIRED, now)
    Message.objects.filter(ended_at__lt=now - KEPT_FOR).delete()


def _end(messages: "models.QuerySet[Message]", state: MessageState, now: datetime) -> None:
    messages.filter(state=MessageState.WAITING).update(state=state, ended_at=now, **_EMPTY)
