"""A real election, voted again ballot by ballot: its known winners win, and the board holds."""

import json
from datetime import timedelta
from itertools import pairwise

import pytest
from django.urls import reverse
from tests.cases import pb_expected, pb_file

from medskab.common.clock import now
from medskab.decisions import actions, boards
from medskab.decisions.calculations import Order, unpacked
from medskab.decisions.models import Decision, Poll
from medskab.methods.board import verifier
from medskab.methods.budgeting.read_pb import read_pb
from medskab.people.models import RoleKind
from medskab.tools.jobs.tests.factories import run_pending_jobs

from . import factories
from .open_votes import open_vote

FILE, RULE = "netherlands_amsterdam_166_.pb", "equal-shares:cost:add1"


@pytest.fixture
def election():
    return read_pb(pb_file(FILE))


def voted_on(election, by) -> Poll:
    """The election's projects on a ballot of ours, rehearsed and open."""
    projects = [(one.id, one.name, int(one.cost)) for one in election.projects]
    facts = {"budget": int(election.budget), "currency_unit": 1, "is_rehearsal": True, "state": "opened"}
    decision = open_vote(by, "approval", projects, **facts).decision
    rule, satisfaction, completion = RULE.split(":")
    ballot = {"shape": "approval", "least": 1, "most": len(projects), "unit": "person", "minimum_age": 12}
    counted = {"rule": rule, "satisfaction": satisfaction, "completion": completion}
    poll = actions.prepare_poll(decision=decision, facts=ballot | counted, by=by, now=now())
    named = [{"name": "Ida", "side": "The residents"}, {"name": "Karl", "side": "The municipality"}]
    made = actions.make_keys(poll=poll, custodians=named, by=by, now=now())
    begins = now() - timedelta(minutes=1)
    poll = actions.open_poll(
        poll=made, opens_at=begins, closes_at=begins + timedelta(days=1), by=by, now=now()
    )
    poll.private_key = made.private_key  # type: ignore[attr-defined]
    return poll


def ballots_of(election) -> list[list[str]]:
    """What each voter chose, by the projects' own names."""
    ids = [one.id for one in election.projects]
    rows = pairwise(election.ballots.offsets)
    return [[ids[place] for place in election.ballots.projects[start:end]] for start, end in rows]


def cast_all(client, poll, codes, ballots) -> list[str]:
    """Every ballot over HTTP; the receipts."""
    address = reverse("decision-cast-json", args=["engen", poll.decision.slug])
    receipts = []
    for number, (code, chosen) in enumerate(zip(codes, ballots, strict=True)):
        vote = {"code": code, "choice": {"approve": chosen}, "idem_key": f"voter-{number}"}
        answer = client.post(address, json.dumps(vote), content_type="application/json")
        assert answer.status_code == 201, answer.content
        receipts.append(answer.json()["receipt"])
    return receipts


def published(poll, by) -> Decision:
    """Closed, opened before witnesses, counted and announced."""
    after = poll.closes_at + timedelta(minutes=1)
    actions.close_poll(poll=poll, by=by, now=after)
    witnesses = ["Ida", "Karl", "Mona"]
    actions.open_urn(poll=poll, private_key=poll.private_key, witnesses=witnesses, by=by, now=after)
    rule, satisfaction, completion = RULE.split(":")
    decision = Decision.objects.get(pk=poll.decision_id)
    order = Order(rule=rule, satisfaction=satisfaction, completion=completion)
    actions.order_count(decision=decision, orders=[order], by=by, now=now())
    run_pending_jobs()
    decision.refresh_from_db()
    actions.write_words(decision=decision, words=factories.MEANING, by=by, now=after)
    return actions.publish(decision=Decision.objects.get(pk=decision.pk), by=by, now=after)


def test_finds_the_known_winners_and_a_board_that_holds(client, freja, election, tmp_path):
    second = factories.person(freja.area, "finn", RoleKind.FACILITATOR)
    poll, ballots = voted_on(election, freja), ballots_of(election)
    issue = actions.issue_at_desk(
        poll=poll, count=len(ballots) + 3, because="A replay", second=second, by=freja, now=now()
    )
    codes: list[str] = issue.codes[:-3]  # type: ignore[attr-defined]
    receipts = cast_all(client, poll, codes, ballots)
    decision = published(poll, freja)
    expected = next(one for one in pb_expected() if one["file"] == FILE)["rules"][RULE]
    assert decision.official_count is not None
    assert sorted(decision.official_count.outcome["winners"]) == sorted(expected)
    (tmp_path / "board.jsonl").write_text("\n".join(boards.lines(poll)) + "\n", "utf-8")
    (tmp_path / "ballots.pb").write_bytes(unpacked(decision.submission.packed))
    files = [str(tmp_path / "board.jsonl"), "--ballots", str(tmp_path / "ballots.pb")]
    found = verifier.main([*files, "--receipt", receipts[0], "--receipt", receipts[-1]])
    assert found == 0
