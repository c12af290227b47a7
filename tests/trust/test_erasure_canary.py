"""A word that one person brings into every room is gone everywhere once that person is erased.

All rows are read as the database keeps them, and so is every file. Speakers of interviews have no account:
what is erased of them is held to the same in their own room.
"""

from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection

from medskab.common.clock import now
from medskab.common.voices import voice_of_person
from medskab.needs import actions as needs
from medskab.needs import receipts
from medskab.people import actions as people_actions
from medskab.people.models import RoleKind
from medskab.people.tests import factories as people
from medskab.statements import actions as statements
from medskab.statements.queries import about as of_conversation
from medskab.statements.tests import factories as conversations
from medskab.surveys import actions as surveys
from medskab.surveys.queries import about as of_survey
from medskab.surveys.tests import factories as questions
from medskab.tools.media import keeping

pytestmark = pytest.mark.django_db

CANARY = "zinnoberrot"
SOUND = b"OggS\x00" + CANARY.encode() * 9


@pytest.fixture
def area():
    return people.area()


@pytest.fixture
def staff(area):
    return people.facilitator(area)


@pytest.fixture
def ida(area):
    return people.person(area, f"Ida {CANARY}", RoleKind.RESIDENT, email=f"{CANARY}@example.org")


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def _traces():
    """Where the word stands: tables and files."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  the table's own name
            found += [table for row in cursor.fetchall() if any(map(_tells, row))]
    files = (path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file())
    return sorted({*found, *(str(path) for path in files if _tells(path.read_bytes()))})


def _tells(value):
    content = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
    return CANARY.encode() in content.lower()


def _says_what_is_needed(area, ida):
    said = needs.Said(kind="need", words=f"It is {CANARY}", voice=keeping.keep_voice(SOUND), contact=CANARY)
    key = uuid4().hex
    needs.say(area=area, said=said, code=receipts.code_for(key), by=ida, now=now(), idempotency_key=key)


def _adds_a_statement(area, ida, staff):
    about = conversations.conversation(area, staff)
    key = voice_of_person(ida, of_conversation(about))
    voter = statements.Voter(key)
    statements.cast_vote(statement=conversations.statement(about), choice=1, voter=voter, by=None, now=now())
    words = statements.Words(f"More {CANARY}", "en")
    statements.say_statement(conversation=about, said=words, key=key, by=None, now=now())


def _answers_a_survey(area, ida, staff):
    survey = questions.survey(area, staff)
    question = questions.question(survey, "why", "text", goes_to_needs=True)
    questions.opened(survey)
    given = surveys.Given(answers={question.key: f"Because of {CANARY}"}, is_last=True)
    key = voice_of_person(ida, of_survey(survey))
    surveys.take_answers(survey=survey, given=given, voice_key=key, by=None, now=now())


def test_leaves_no_trace_of_somebody_who_was_in_every_room(
    area, ida, staff, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        _says_what_is_needed(area, ida)
        _adds_a_statement(area, ida, staff)
        _answers_a_survey(area, ida, staff)
    assert _traces()
    with django_capture_on_commit_callbacks(execute=True):
        people_actions.erase(person=ida, by=ida, now=now())
    assert _traces() == []
