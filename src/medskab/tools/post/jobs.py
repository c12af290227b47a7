"""Delivery, after the deed that wrote the message is committed."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django_tasks import task

from medskab.common.clock import now
from medskab.tools.jobs.running import finish_with

from . import actions, transports
from .models import Message, MessageState

FILES_KEPT_FOR = timedelta(days=1)


@task(attempts=8)
def deliver(message_id: int) -> None:
    """Send one message. Tried for about a day; a crash after sending may send it again, under the same id."""
    message = Message.objects.filter(pk=message_id, state=MessageState.WAITING).first()
    if message is None:
        return
    try:
        transports.send(message)
    except actions.AddressRefused:
        finish_with(actions.mark_refused, message=message, now=now())
    else:
        finish_with(actions.mark_sent, message=message, now=now())


@task()
def tidy() -> None:
    """Empty and forget what is old; kept mails may hold sign-in codes, so those files go after a day."""
    oldest = (now() - FILES_KEPT_FOR).timestamp()
    for path in Path(settings.MAIL_FOLDER).glob("*.*"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
    finish_with(actions.tidy, now=now())
