"""What `medskab check` finds, one by one."""

import json
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from medskab.audit.models import Line
from medskab.cli import main
from medskab.cli.checks import Level, clocks, databases, files, work
from medskab.common.clock import now
from medskab.tools.backup.making import NOTE
from medskab.tools.jobs import actions as jobs
from medskab.tools.jobs.nightly import tidy
from medskab.tools.post.actions import Letter, send_later

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    settings.MAIL_ADDRESS = ""
    settings.IS_SECURE = False
    tmp_path.chmod(0o700)
    return tmp_path


def levels(check):
    return [finding.level for finding in check()]


def noted(home, age, *, is_there=True):
    path = home / "backup.tar.gz"
    if is_there:
        path.touch()
    (home / NOTE).write_text(json.dumps({"made_at": (now() - age).isoformat(), "path": str(path)}))


def test_asks_for_a_first_backup(home):
    assert levels(files.backups) == [Level.WRONG]


@pytest.mark.parametrize(
    ("age", "is_there", "level"),
    [
        (timedelta(hours=20), True, Level.GOOD),
        (timedelta(days=3), True, Level.WRONG),
        (timedelta(hours=1), False, Level.WRONG),
    ],
)
def test_judges_the_newest_backup(home, age, is_there, level):
    noted(home, age, is_there=is_there)
    assert levels(files.backups) == [level]


@pytest.mark.parametrize(("mode", "level"), [(0o600, Level.GOOD), (0o644, Level.WRONG), (0o640, Level.WRONG)])
def test_wants_secrets_for_their_owner_only(home, mode, level):
    (home / "secrets.json").write_text("{}")
    (home / "secrets.json").chmod(mode)
    assert levels(files.keys) == [level]


def test_notices_a_full_disk(home, monkeypatch):
    assert levels(files.disk) == [Level.GOOD]
    monkeypatch.setattr(files.shutil, "disk_usage", lambda _path: SimpleNamespace(free=5_000_000))
    assert levels(files.disk) == [Level.WRONG]


def test_notices_that_nobody_works(home):
    assert levels(work.worker) == [Level.WRONG]
    jobs.be_seen(worker="w", started_at=now(), now=now())
    assert levels(work.worker) == [Level.GOOD]
    jobs.start(tidy, now=now() - timedelta(hours=1))
    assert levels(work.worker) == [Level.WRONG]


def test_wants_a_mail_server_where_the_site_is_public(home, settings):
    assert levels(work.mail) == [Level.ADVICE]
    settings.IS_SECURE = True
    assert levels(work.mail) == [Level.WRONG]


def test_notices_a_mail_server_that_does_not_answer(home, settings):
    settings.MAIL_ADDRESS = "smtp://localhost:1"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert levels(work.mail) == [Level.WRONG]


def test_notices_mail_that_does_not_go_out(home):
    send_later(Letter(to="ida@example.org", body="Look."), now=now() - timedelta(hours=2))
    assert levels(work.mail) == [Level.WRONG, Level.ADVICE]


def test_notices_a_clock_that_is_behind(home):
    assert levels(clocks) == [Level.GOOD]
    Line.objects.create(kind="test", about_kind="x", about_id="1", at=now() + timedelta(hours=1))
    assert levels(clocks) == [Level.WRONG]


def test_notices_settings_that_could_lose_work(home, monkeypatch):
    monkeypatch.setattr(databases, "_SQLITE", {"synchronous": 99})
    monkeypatch.setattr(databases, "_POSTGRESQL", {"fsync": "sometimes"})
    assert levels(databases.database)[0] == Level.WRONG


@pytest.mark.parametrize("format_", ["text", "json"])
def test_exits_with_1_where_something_is_wrong(home, capsys, format_):
    assert main(["check", "--format", format_]) == 1
    out = capsys.readouterr().out
    if format_ == "json":
        found = json.loads(out)
        assert not found["is_fine"]
        assert {"about", "level", "sentence"} == set(found["findings"][0])
    else:
        assert "WRONG  backup: There is no backup yet" in out


def test_gives_each_finding_one_sentence(home):
    for check in (files.backups, files.keys, files.disk, work.worker, work.mail, clocks):
        for finding in check():
            assert finding.sentence.endswith((".", "!"))
            assert Path(finding.about).name == finding.about
