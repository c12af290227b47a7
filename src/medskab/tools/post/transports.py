"""How a message leaves the house: by the mail server, by the text message gateway, or into a folder."""

import os
import sys
from collections.abc import Sequence
from email.utils import parseaddr
from pathlib import Path
from secrets import token_hex
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.module_loading import import_string

from .actions import AddressRefused
from .models import Channel, Message


class FolderMail(BaseEmailBackend):
    """Keeps each mail as a file and says so on the console: for trying out, without a mail server."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the files; answers how many."""
        for mail in email_messages:
            path = keep(mail.message().as_bytes(), ending="eml")
            _say(f"A mail to {', '.join(mail.to)} was kept as {path}")
        return len(email_messages)


class FolderTexts:
    """The gateway for text messages where none is set: a file and a line on the console."""

    def send(self, to: str, body: str) -> None:
        """Write the file."""
        path = keep(f"{to}\n\n{body}\n".encode(), ending="txt")
        _say(f"A text message to {to} was kept as {path}")


def send(message: Message) -> None:
    """Hand the message over, or raise; `AddressRefused` where trying again is of no use."""
    if message.channel == Channel.SMS:
        import_string(settings.TEXT_GATEWAY)().send(message.to, message.body)
        return
    mail = EmailMultiAlternatives(message.subject, message.body, to=[message.to], headers=_headers(message))
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    try:
        mail.send()
    except SMTPRecipientsRefused as refused:
        if all(500 <= code < 600 for code, _words in refused.recipients.values()):
            raise AddressRefused from None
        raise


def keep(content: bytes, *, ending: str) -> Path:
    """A new file in the mail folder that only its owner may read."""
    folder = Path(settings.MAIL_FOLDER)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{timezone.now():%Y%m%d-%H%M%S}-{token_hex(4)}.{ending}"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    return path


def _headers(message: Message) -> dict[str, str]:
    # The same message id at every attempt: a mail that arrives twice after a crash is shown once.
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    headers = {"Message-ID": f"<{message.ref}@{domain}>", "Auto-Submitted": "auto-generated"}
    if message.stop_link:  # as RFC 8058 has it
        headers["List-Unsubscribe"] = f"<{message.stop_link}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
