"""Mail without a mail server."""

import os
import stat

import pytest
from django.core.mail import EmailMessage, get_connection

from medskab.tools.jobs.tests.factories import run_pending_jobs
from medskab.tools.post.jobs import tidy


@pytest.fixture
def folder(settings, tmp_path):
    settings.MAIL_FOLDER = tmp_path / "mail"
    return settings.MAIL_FOLDER


def keep_a_mail():
    connection = get_connection("medskab.tools.post.transports.FolderMail")
    EmailMessage("Code", "123456", to=["ida@example.org"], connection=connection).send()


def test_keeps_a_file_for_its_owner_only_and_says_where(folder, capsys):
    keep_a_mail()
    (kept,) = folder.iterdir()
    assert b"123456" in kept.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    said = capsys.readouterr().err
    assert str(kept) in said
    assert "123456" not in said


@pytest.mark.django_db
def test_throws_the_files_away_after_a_day(folder):
    keep_a_mail()
    keep_a_mail()
    old, fresh = folder.iterdir()
    os.utime(old, (0, 0))
    tidy.enqueue()
    run_pending_jobs()
    assert list(folder.iterdir()) == [fresh]
