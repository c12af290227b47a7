"""Whether the work in the background is done, and whether mail goes out."""

from collections.abc import Iterator
from smtplib import SMTPException

from .finding import Finding, advice, good, wrong


def worker() -> Iterator[Finding]:
    """Whether a worker lives and keeps up."""
    from medskab.common.clock import now
    from medskab.tools.jobs import queries

    if not queries.is_worker_alive(now()):
        yield wrong(
            "worker", "No worker was seen in the last minute: start `medskab serve` or `medskab worker`."
        )
    elif late := queries.overdue_jobs(now()):
        yield wrong(
            "worker", f"{late} jobs have waited for more than ten minutes: start one more `medskab worker`."
        )
    else:
        yield good("worker", "A worker is there and keeps up.")


def mail() -> Iterator[Finding]:
    """Whether the mail server takes mail, and whether what was written has gone."""
    from django.conf import settings
    from django.core.mail import get_connection

    from medskab.common.clock import now
    from medskab.tools.post import queries

    if waiting := queries.undelivered(now()):
        yield wrong("mail", f"{waiting} messages have waited for more than an hour: look at the mail server.")
    if not settings.MAIL_ADDRESS:
        sentence = f"Mail is kept in {settings.MAIL_FOLDER}: set MEDSKAB_MAIL_URL to send it."
        yield wrong("mail", sentence) if settings.IS_SECURE else advice("mail", sentence)
        return
    try:
        with get_connection():
            yield good("mail", "The mail server answers.")
    except (OSError, SMTPException) as fault:
        yield wrong("mail", f"The mail server does not answer ({fault}): see MEDSKAB_MAIL_URL.")
