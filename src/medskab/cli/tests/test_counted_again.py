"""What a conversation gives out is counted again by anybody, with the same result."""

import json

import pytest
from django.urls import reverse

from medskab.cli import main
from medskab.common.clock import now
from medskab.people.tests import factories as people
from medskab.statements import actions
from medskab.statements.models import ConversationState
from medskab.statements.tests import factories
from medskab.tools.jobs.tests.factories import run_pending_jobs

pytestmark = pytest.mark.django_db


def test_is_the_same_when_anybody_counts_the_files(client, tmp_path, capsys):
    area = people.area()
    yards = factories.conversation(area, people.facilitator(area))
    factories.camps(yards)
    actions.ask_for_count(conversation=yards, by=None, now=now())
    run_pending_jobs()
    last = yards.snapshots.get()
    yards.state = ConversationState.CLOSED
    yards.save()
    for name in ("votes", "comments", "count"):
        address = reverse(f"conversation-{name}-file", args=[area.slug, yards.slug])
        (tmp_path / name).write_bytes(client.get(address).content)
    votes, comments = str(tmp_path / "votes"), str(tmp_path / "comments")
    told = ["--groups", last.parameters["groups"], "--slate", str(last.parameters["slate"])]
    assert main(["opinions", votes, "--comments", comments, *told, "--format", "json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again == last.answer == json.loads((tmp_path / "count").read_text())
