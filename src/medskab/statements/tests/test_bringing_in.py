"""Real conversations that were held elsewhere: taken in whole, and counted like any other."""

from io import BytesIO

import pytest
from django.urls import reverse
from tests.cases import cases_folder

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.methods.opinions.read_votes import read_votes
from medskab.statements import actions, jobs
from medskab.statements.actions import Brought
from medskab.statements.calculations.counting import votes_of
from medskab.statements.models import Conversation, ConversationState, Statement, VotesUpload
from medskab.tools.jobs.tests.factories import run_pending_jobs

SMALL = "15-per-hour-seattle"
CASES = [SMALL, "scoop-hivemind.taxes", "vtaiwan.uberx", "american-assembly.bowling-green"]
VOTES = b"comment-id,voter-id,vote\n0,a,1\n1,a,-1\n0,b,1\n"
WORDS = b"comment-id,comment-body,moderated\n0,We need lamps,1\n1,No dogs,1\n2,Spam,-1\n"


def case(name):
    folder = cases_folder("opinions") / "open" / name
    votes = folder / "votes.csv"
    votes = votes if votes.exists() else folder / "participants-votes.csv"
    return votes.read_bytes(), (folder / "comments.csv").read_bytes()


def brought(votes=VOTES, comments=WORDS, **facts):
    return Brought("Elsewhere", "Open data, 2016", "CC BY 4.0", votes, comments, **facts)


def taken_in(area, by, votes=VOTES, comments=WORDS):
    upload = actions.upload_votes(area=area, brought=brought(votes, comments), by=by, now=now())
    actions.ask_to_take_in(upload=upload, by=by, now=now())
    run_pending_jobs()
    upload.refresh_from_db()
    return upload


def ballots(votes):
    """Who voted what, without who."""
    rows = [votes.rows(at, at + 1) for at in range(votes.shape[0])]
    return sorted(tuple(zip(one.tolist(), two.tolist(), strict=True)) for _, one, two in rows)


@pytest.mark.parametrize("name", [SMALL, *(pytest.param(one, marks=pytest.mark.slow) for one in CASES[1:])])
def test_takes_in_a_real_conversation_whole(client, area, freja, name):
    votes, comments = case(name)
    upload = taken_in(area, freja, votes, comments)
    made, read = upload.conversation, read_votes(votes, comments)
    assert made.state == ConversationState.CLOSED
    assert upload.figures["votes"] == len(read.values)
    column = {number: at for at, number in enumerate(made.statements.values_list("number", flat=True))}
    kept = votes_of(made)
    shown = [column[int(one.id)] for one in kept.statements]
    here = [tuple((shown[at], vote) for at, vote in one) for one in ballots(kept)]
    is_out = read.is_out
    there = [tuple((at, vote) for at, vote in one if not is_out[at]) for one in ballots(read)]
    assert sorted(here) == sorted(one for one in there if one)
    page = client.get(reverse("conversation-result", args=["engen", made.slug])).text
    assert "Brought in from Open data, 2016. Licence: CC BY 4.0." in page
    assert "Most of us agree" in page


def test_shows_what_is_in_the_files_before_it_takes_them_in(staff, area):
    files = {"votes": BytesIO(VOTES), "comments": BytesIO(WORDS)}
    for name, file in files.items():
        file.name = f"{name}.csv"
    said = {"title": "Lamps", "source": "Vangen, 2024", "licence": "CC0", "idempotency_key": "one"}
    answer = staff.post(reverse("conversation-import", args=["engen"]), {**said, **files}, follow=True)
    assert "We need lamps" in answer.text
    assert not Conversation.objects.exists()
    upload = VotesUpload.objects.get()
    assert (upload.figures["voices"], upload.figures["votes"], upload.figures["left_out"]) == (2, 3, 1)
    work = staff.post(upload.get_absolute_url(), {"take_in": "on", "idempotency_key": "two"}, follow=True)
    assert work.status_code == 200
    run_pending_jobs()
    assert Conversation.objects.get().licence == "CC0"


def test_forgets_files_that_are_not_wanted(staff, area, freja):
    upload = actions.upload_votes(area=area, brought=brought(), by=freja, now=now())
    staff.post(upload.get_absolute_url(), {"drop": "on", "idempotency_key": "one"})
    assert not VotesUpload.objects.exists()


def test_begins_again_where_an_attempt_was_broken_off(area, freja):
    upload = actions.upload_votes(area=area, brought=brought(), by=freja, now=now())
    read = read_votes(VOTES, WORDS)
    made = actions.begin_taking_in(upload=upload, votes=read, by=freja, now=now())
    actions.take_in_voices(conversation=made, votes=read, first=0, last=1, by=freja, now=now())
    jobs.take_in.call(upload.pk)
    assert Conversation.objects.count() == 1
    assert Conversation.objects.get().voices.count() == 2
    assert Statement.objects.get(number=2).state == "declined"


@pytest.mark.parametrize(
    ("votes", "comments", "told"),
    [
        (VOTES + b"\n1,b,7\n", WORDS, "The votes, line 6"),
        (VOTES, WORDS + b"0,Twice,1\n", "The statements, line 5"),
        (b"name,age\nIda,40\n", b"", "no such file"),
        (VOTES, b"comment-id,comment-body\n0," + b"x" * 501 + b"\n", "Statement 0 is longer"),
        (b"", b"", "The votes: The file is empty."),
    ],
)
def test_says_in_which_line_something_is_wrong(area, freja, votes, comments, told):
    with pytest.raises(CannotAct, match=told):
        actions.upload_votes(area=area, brought=brought(votes, comments), by=freja, now=now())
    assert not VotesUpload.objects.exists()


def test_lets_only_staff_bring_in(client, area, ida):
    with pytest.raises(CannotAct):
        actions.upload_votes(area=area, brought=brought(), by=ida, now=now())
    assert client.get(reverse("conversation-import", args=["engen"])).status_code == 302
