"""What everybody may know of the votes."""

import numpy as np
import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.methods.opinions.read_votes import read_votes
from medskab.statements import actions
from medskab.statements.calculations.counting import digest, votes_of
from medskab.statements.calculations.map_drawing import crowds
from medskab.statements.models import ConversationState
from medskab.tools.jobs.tests.factories import run_pending_jobs

from . import factories


def at(name="conversation-result"):
    return reverse(name, args=["engen", "our-yards"])


def counted(yards, many=24):
    """Two camps, counted."""
    some = factories.camps(yards, many)
    actions.ask_for_count(conversation=yards, by=None, now=now())
    run_pending_jobs()
    return some


@pytest.mark.django_db
def test_says_first_what_most_agree_on_and_describes_the_camps(client, yards):
    counted(yards)
    page = client.get(at()).text
    assert "Most of us agree" in page
    assert "Group A" in page
    assert "24 voices took part." in page


@pytest.mark.django_db
def test_shows_only_totals_below_the_threshold(client, yards):
    counted(yards, 4)
    page = client.get(at()).text
    assert "3 voices are missing until groups can be shown." in page
    assert "Group A" not in page
    assert "4</b> agree" not in page


@pytest.mark.django_db
def test_gives_out_the_votes_only_once_it_is_closed(client, yards):
    counted(yards)
    assert client.get(at("conversation-votes-file")).status_code == 302
    yards.state = ConversationState.CLOSED
    yards.save()
    given = client.get(at("conversation-votes-file")).content
    assert digest(read_votes(given)) == digest(votes_of(yards)) == yards.snapshots.get().input_sha256
    assert factories.key_of("many 1") not in given.decode()


@pytest.mark.django_db
def test_gives_out_nothing_where_few_voted(client, yards):
    counted(yards, 19)
    yards.state = ConversationState.CLOSED
    yards.save()
    assert client.get(at("conversation-comments-file")).status_code == 302


@pytest.mark.django_db
def test_sends_the_live_part_once(client, yards):
    counted(yards)
    first = client.get(at("conversation-live"))
    again = client.get(at("conversation-live"), headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)


def test_draws_no_circle_for_fewer_than_five():
    chance = np.random.default_rng(1)
    parts = [
        ("A", chance.normal(size=(33, 2)), np.arange(33)),
        ("B", chance.normal(size=(4, 2)), np.arange(4)),
    ]
    drawn, members = crowds(parts)
    assert min(one.count for one in drawn) >= 5
    assert sorted(np.concatenate(members).tolist()) == list(range(33))
