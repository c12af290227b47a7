"""What the harness does to an urn inside an installation: races, closings, looking over its shoulder.

Each function prints one line of JSON with what it saw.
"""

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from itertools import permutations
from random import Random
from threading import Barrier, Event
from typing import Any

from django.db import connection
from django.db.models import Count

from medskab.common.clock import now
from medskab.common.codes import kept
from medskab.common.deed import CannotAct
from medskab.decisions import actions, choices
from medskab.decisions.codes_in_use import purpose_of
from medskab.decisions.models import Credential, Envelope, OpenedBallot, Pointer, Poll
from medskab.decisions.tests.factories import area, facilitator
from medskab.decisions.tests.open_votes import OpenVote, open_vote
from medskab.people.models import Person
from tests.trust.urn_twins import TWINS

SHORTLY = timedelta(seconds=0.2)
WITNESSES = ["Ida", "Karl", "Mona"]
LETTERS = [(letter, letter, 1000) for letter in "abcdef"]
MARKS = [list(one) for one in permutations("abcdef")]  # 720 rankings: each voter can have a mark alone


def race(rounds: str, twin: str = "") -> None:
    """Two votes with one code at once, and a vote and a paper: how often a code voted twice."""
    _take_out(twin)
    vote = open_vote(facilitator(area()))
    codes = vote.codes(int(rounds))
    with ThreadPoolExecutor(2) as pool:
        for number, code in enumerate(codes):
            other = _by_paper(vote, code) if number % 2 else _by_phone(vote, code, "party")
            _at_once(pool, _by_phone(vote, code, "bench"), other)
    # Each paper that was handed out takes the place of a vote by phone: half the codes count in the urn.
    pointers = Pointer.objects.values("credential").annotate(n=Count("id"))
    twice = pointers.filter(n__gt=1).count() + max(0, pointers.count() - int(rounds) // 2)
    _tell(twice=twice, codes=len(codes), counted=pointers.count())


def close_often(closings: str, voters: str, twin: str = "") -> None:
    """Votes come in while the urn is being shut: what was acknowledged too late, or not counted."""
    _take_out(twin)
    conductor = facilitator(area())
    found = [_close_once(conductor, f"vote-{number}", int(voters)) for number in range(int(closings))]
    late, lost, taken, refused = map(sum, zip(*found, strict=True))
    _tell(late=late, lost=lost, taken=taken, refused=refused)


def _close_once(conductor: Person, slug: str, voters: int) -> tuple[int, int, int, int]:
    vote = open_vote(conductor, slug=slug)
    codes, end = vote.codes(voters), now() + SHORTLY
    Poll.objects.filter(pk=vote.poll.pk).update(closes_at=end)
    with ThreadPoolExecutor(5) as pool:
        closing = pool.submit(_close_when_due, vote.poll.pk, end)
        answers = list(pool.map(partial(_timed, vote), codes))
        closing.result()
    body = vote.poll.board.get(kind="closed").body
    on_board = {one for batch in body["batches"] for one in batch["hashes"]}
    taken = [(began, envelope.receipt_hash) for began, envelope in answers if envelope is not None]
    late = sum(began > end for began, _digest in taken)
    lost = sum(digest not in on_board for _began, digest in taken)
    lost += abs(body["digital"] - Pointer.objects.filter(credential__poll=vote.poll).count())
    return late, lost, len(taken), len(codes) - len(taken)


def relink(polls: str, voters: str, seed: str, twin: str = "") -> None:
    """Guess who cast which ballot from the order of every table: the hits of each way of guessing."""
    _take_out(twin)
    _hurry()
    conductor, chance = facilitator(area()), Random(int(seed))
    hits: dict[str, int] = {}
    for number in range(int(polls)):
        vote = open_vote(conductor, shape="ranking", proposals=LETTERS, most=6, slug=f"vote-{number}")
        codes = vote.codes(int(voters))
        marks = dict(zip(chance.sample(codes, len(codes)), chance.sample(MARKS, len(codes)), strict=True))
        rights = dict(Credential.objects.filter(poll=vote.poll).values_list("code_hmac", "pk"))
        order = _cast_all(vote, marks)
        _shut_and_open(vote)
        by_right = [marks[code] for code in sorted(codes, key=lambda code: rights[order[code]])]
        for name, guess in {"cast": list(marks.values()), "right": by_right}.items():
            for how, ballots in _orders(vote.poll):
                same = sum(one == other for one, other in zip(guess, ballots, strict=True))
                hits[f"{name} by {how}"] = hits.get(f"{name} by {how}", 0) + same
    _tell(hits=hits)


def leave_traces(twin: str = "") -> None:
    """Cast known choices, and tell their bytes: they may stand in no file."""
    _take_out(twin)
    vote = open_vote(facilitator(area()), shape="ranking", proposals=LETTERS, most=6)
    chosen = dict(zip(vote.codes(20), MARKS[:20], strict=True))
    _cast_all(vote, chosen)
    sizes = {len(bytes(one)) for one in Envelope.objects.values_list("sealed", flat=True)}
    _tell(choices=[choices.as_bytes({"rank": one}).decode() for one in chosen.values()], sizes=len(sizes))


def _hurry() -> None:
    """Nothing here outlives the run, so nothing needs to reach the disk."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")


def _take_out(twin: str) -> None:
    if twin:
        TWINS[twin]()


def _by_phone(vote: OpenVote, code: str, project: str) -> Callable[[], object]:
    return lambda: actions.cast(
        poll=vote.poll, code=code, choice={"approve": [project]}, idem_key=f"{code}{project}", now=now()
    )


def _by_paper(vote: OpenVote, code: str) -> Callable[[], object]:
    return lambda: actions.check_in_on_paper(poll=vote.poll, code=code, by=vote.by, now=now())


def _at_once(pool: ThreadPoolExecutor, *deeds: Callable[[], object]) -> None:
    barrier = Barrier(len(deeds))

    def begin(deed: Callable[[], object]) -> None:
        barrier.wait(20)
        _alone(deed)

    list(pool.map(begin, deeds))


def _alone(deed: Callable[[], Any]) -> Any:
    """A deed in a thread, with a connection that it gives back; None where it was refused."""
    try:
        return deed()
    except CannotAct:
        return None
    finally:
        connection.close()


def _timed(vote: OpenVote, code: str) -> tuple[datetime, Envelope | None]:
    began = now()
    return began, _alone(_by_phone(vote, code, "bench"))


def _close_when_due(poll: int, end: datetime) -> None:
    while now() < end:
        Event().wait(0.002)
    found = Poll.objects.select_related("decision__area").get(pk=poll)
    _alone(lambda: actions.close_poll(poll=found, by=None, now=now()))


def _cast_all(vote: OpenVote, marks: dict[str, list[str]]) -> dict[str, str]:
    """All votes in this order; which digest each code has."""
    for code, mark in marks.items():
        actions.cast(poll=vote.poll, code=code, choice={"rank": mark}, idem_key=code, now=now())
    return {code: kept(code, purpose_of(vote.poll)) for code in marks}


def _shut_and_open(vote: OpenVote) -> None:
    poll, end = vote.poll, vote.poll.closes_at
    poll = actions.close_poll(poll=poll, by=None, now=end)
    actions.open_urn(poll=poll, private_key=vote.private_key, witnesses=WITNESSES, by=vote.by, now=end)


def _orders(poll: Poll) -> Iterable[tuple[str, list[list[str]]]]:
    """The opened ballots by number, and as they lie in the file."""
    yield "number", [one["rank"] for one in _choices(poll, "id")]
    physical = "ctid" if connection.vendor == "postgresql" else "rowid"
    yield "place", [one["rank"] for one in _choices(poll, physical)]


def _choices(poll: Poll, column: str) -> list[dict[str, Any]]:
    table = OpenedBallot._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT choice FROM {table} WHERE poll_id = %s ORDER BY {column}", [poll.pk])  # noqa: S608
        rows = [row[0] for row in cursor.fetchall()]
    return [json.loads(one) if isinstance(one, str) else one for one in rows]


def _tell(**found: Any) -> None:
    print(json.dumps(found))
