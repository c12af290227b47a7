"""What happens to a letter."""

import smtplib

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from medskab.common.clock import now
from medskab.common.deed import CannotAct, deed
from medskab.tools.jobs.models import Job, JobState
from medskab.tools.jobs.tests.factories import run_pending_jobs
from medskab.tools.post import actions, queries
from medskab.tools.post.actions import GIVEN_UP_AFTER, KEPT_FOR, Letter
from medskab.tools.post.models import Channel, Message, MessageState

pytestmark = pytest.mark.django_db
LETTER = Letter(to="ida@example.org", subject="There is news\nfor you", body="Look.", html="<p>Look.</p>")


@deed
def tell(*, fail=False, key=None):
    message = actions.send_later(LETTER, now=now(), key=key)
    if fail:
        raise CannotAct
    return message


def refusing(code):
    def send(_self):
        raise smtplib.SMTPRecipientsRefused({"ida@example.org": (code, b"no")})

    return send


def test_does_not_go_out_when_the_deed_fails():
    with pytest.raises(CannotAct):
        tell(fail=True)
    run_pending_jobs()
    assert (mail.outbox, Message.objects.count(), Job.objects.count()) == ([], 0, 0)


def test_goes_out_after_the_deed_and_nothing_of_it_stays():
    message = tell()
    assert mail.outbox == []
    run_pending_jobs()
    assert (mail.outbox[0].to, mail.outbox[0].subject) == (["ida@example.org"], "There is news for you")
    message.refresh_from_db()
    assert message.state == MessageState.SENT
    assert (message.to, message.subject, message.body, message.html) == ("", "", "", "")


def test_goes_out_once_for_a_key():
    assert tell(key="welcome:7") == tell(key="welcome:7")
    run_pending_jobs()
    assert len(mail.outbox) == 1


def test_carries_the_same_message_id_at_every_attempt(monkeypatch):
    message = tell()
    monkeypatch.setattr(mail.EmailMessage, "send", refusing(451))
    run_pending_jobs()
    monkeypatch.undo()
    Job.objects.update(run_after=now())
    run_pending_jobs()
    assert mail.outbox[0].extra_headers["Message-ID"].startswith(f"<{message.ref}@")


def test_is_tried_again_when_the_server_is_busy(monkeypatch):
    message = tell()
    monkeypatch.setattr(mail.EmailMessage, "send", refusing(451))
    run_pending_jobs()
    message.refresh_from_db()
    assert (message.state, Job.objects.get().state) == (MessageState.WAITING, JobState.WAITING)


def test_is_given_up_at_once_when_the_address_is_unknown(monkeypatch):
    message = tell()
    monkeypatch.setattr(mail.EmailMessage, "send", refusing(550))
    run_pending_jobs()
    message.refresh_from_db()
    assert (message.state, message.to) == (MessageState.REFUSED, "")


def test_is_emptied_after_a_week_and_forgotten_after_a_month():
    message = tell()
    assert queries.undelivered(now() + GIVEN_UP_AFTER) == 1
    actions.tidy(now=now() + GIVEN_UP_AFTER)
    message.refresh_from_db()
    assert (message.state, message.body) == (MessageState.EXPIRED, "")
    actions.tidy(now=now() + GIVEN_UP_AFTER + 2 * KEPT_FOR)
    assert not Message.objects.exists()


def test_cannot_be_marked_gone_with_its_words_still_there():
    message = tell()
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(state=MessageState.SENT, ended_at=now())


def test_is_not_sent_when_it_expired_meanwhile():
    tell()
    actions.tidy(now=now() + GIVEN_UP_AFTER)
    run_pending_jobs()
    assert mail.outbox == []


def test_travels_as_a_text_message(settings, tmp_path, capsys):
    settings.MAIL_FOLDER = tmp_path
    text = Letter(to="+4512345678", body="There is news for you.", channel=Channel.SMS)
    deed(lambda: actions.send_later(text, now=now()))()
    run_pending_jobs()
    (kept,) = tmp_path.iterdir()
    assert "There is news for you." in kept.read_text()
    assert str(kept) in capsys.readouterr().err
