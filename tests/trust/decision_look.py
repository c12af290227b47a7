"""What must be true of a decision at every moment, and of a published one in the end."""

import json
from hashlib import sha256

from django.test import Client

from medskab.cli.installation import collect_static
from medskab.decisions.models import Count, Decision, Publication
from medskab.decisions.tests import factories
from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.limits import Limits
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.rule import Completion, Rule, RuleName, TieBreak, resolve
from medskab.methods.budgeting.write_pb import write_pb
from tests.trust import pretend_election as ballots
from tests.trust.harness import Installation

WHOLE = "everything is whole"
SUBMITTED, READ, IMPORTED, ORDERED, COUNTED, SAID, PUBLISHED = range(1, 8)
_LINES = ("file_submitted", "file_read", "imported", "count_ordered", "counted", "words_written", "published")
_STATES = ("", "draft", "draft", "imported", "imported", "counted", "counted", "published")
_ABOUT = "about_kind = 'decisions.decision' AND about_id = CAST(d.id AS TEXT)"


class Broken(Exception):
    """Something was lost, half done or done twice."""


def content() -> bytes:
    """The file of votes that is brought."""
    return write_pb(ballots.election())


def question(title: str) -> str:
    """All rows that belong to the decisions of this name, in one statement: they are of one moment."""
    of_it = "FROM decisions_{0} WHERE decision_id = d.id"
    counted = (
        *(of_it.format(name) for name in ("upload", "submission", "proposal", "count", "publication")),
        of_it.format("upload") + " AND reading IS NOT NULL",
        of_it.format("count") + " AND id = d.official_count_id",
        of_it.format("publication") + " AND id = d.publication_id",
        f"FROM notifications_news WHERE {_ABOUT}",
        f"FROM jobs_job WHERE {_ABOUT}",
        f"FROM jobs_job WHERE {_ABOUT} AND state = 'done'",
        f"FROM common_deedreceipt WHERE key LIKE '{title}:%'",
        "FROM decisions_decision WHERE id = d.id AND decided_by <> ''",
        *(f"FROM audit_line WHERE {_ABOUT} AND kind = 'decision.{name}'" for name in _LINES),
    )
    columns = ", ".join(f"(SELECT count(*) {one})" for one in counted)
    return f"SELECT d.state, {columns} FROM decisions_decision d WHERE d.title = '{title}'"  # noqa: S608  our own


def allowed(station: int) -> tuple:
    """The rows as they are once this much is done and nothing more."""
    is_in, is_counted, is_public = station >= IMPORTED, station >= COUNTED, station >= PUBLISHED
    return (
        _STATES[station],
        *(int(not is_in), int(is_in), len(ballots.PROPOSALS) * is_in, 2 * is_counted, int(is_public)),
        *(int(station == READ), int(is_counted), int(is_public), int(is_public)),
        *(1 + (station >= ORDERED), (station >= READ) + is_counted),
        sum(station >= one for one in (SUBMITTED, IMPORTED, ORDERED, SAID, PUBLISHED)),
        int(station >= SAID),
        *(int(number < station) for number in range(len(_LINES))),
    )


def station_of(site: Installation, title: str) -> int:
    """How far the decision is; `Broken` where its rows are those of no station."""
    rows = site.rows(question(title))
    if not rows:
        return 0
    stations = [station for station in range(SUBMITTED, PUBLISHED + 1) if [allowed(station)] == rows]
    if not stations:
        raise Broken(f"these rows do not belong together: {rows}")
    return stations[0]


def open_the_house() -> str:
    """An area with somebody to tell and a facilitator who is signed in; the key of that session."""
    collect_static()
    area = factories.area()
    factories.person(area, "rosa")
    client = Client()
    factories.sign_in(client, factories.facilitator(area))
    return f"session={client.session.session_key}"


def look_whole(walks: str) -> str:
    """Compare everything published with the file that was brought, without the code that published it."""
    winners = _direct_winners()
    assert Decision.objects.count() == Publication.objects.count() == int(walks)
    for publication in Publication.objects.select_related("decision__submission"):
        text = json.dumps(publication.snapshot, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert sha256(text.encode()).hexdigest() == publication.sha256
        assert publication.decision.submission.source_sha256 == sha256(content()).hexdigest()
        assert publication.snapshot["count"]["winners"] == winners["equal-shares"]
    for one in Count.objects.all():
        assert one.outcome["winners"] == winners[one.rule]
    return WHOLE


def _direct_winners() -> dict[str, list[str]]:
    election = read_pb(content())
    found = {}
    for name, completion in ((RuleName.EQUAL_SHARES, Completion.ADD1), (RuleName.GREEDY_VOTES, None)):
        rule = resolve(Rule(name, None, completion, TieBreak.ID), election.ballots.kind)
        found[str(name)] = list(count(election, rule, Limits()).winners)
    return found
