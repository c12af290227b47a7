"""Decisions in every state, for tests here and above."""

from datetime import date
from typing import Any

from django.test import Client

from medskab.common.clock import now
from medskab.decisions import actions
from medskab.decisions.calculations import Order
from medskab.decisions.models import Decision
from medskab.people.models import Account, Person, Role, RoleKind
from medskab.places.models import Area
from medskab.tools.jobs.tests.factories import run_pending_jobs

WORDS = {
    "title": "Residents’ budget",
    "nature": "decision",
    "ballots_already_public_at": "",
    "source_note": "",
}
MEANING = {
    "decided_on": date(2026, 4, 20),
    "decided_by": "Everybody over 12 who lives here",
    "basis": "The afdelingsmøde of 3 March",
    "meaning": "Work begins in May.",
    "objection": "Write to the board before 1 June.",
    "source_note": "",
}
VOTE: dict[str, Any] = {
    "yes": 269,
    "no": 362,
    "blank": 8,
    "invalid": 3,
    "homes": 1345,
    "votes_per_home": 2,
    "majority": "of-valid",
    "gathering": "ballot",
    "held_on": date(2018, 11, 1),
    "minutes": "Minutes of 1 November 2018, point 4",
}

PB = b"""META
key;value
description;A small budget
budget;100
vote_type;approval
currency;DKK
currency_unit;100
rule;equalshares/add1
date_end;20.04.2026
PROJECTS
project_id;cost;name;category
1;40;Bench;place
2;60;Party;life
3;30;Herbs;place
4;90;Fountain;place
5;10;Nobody wants this;life
VOTES
voter_id;vote;age
a;1,2;20
b;1;31
c;1,3;44
d;2,3;19
e;4;70
f;1;12
"""


def area(slug: str = "engen", *, is_demo: bool = False) -> Area:
    """An area."""
    return Area.objects.create(name=slug.title(), slug=slug, is_demo=is_demo, created_at=now())


def person(where: Area, name: str, *kinds: RoleKind) -> Person:
    """Somebody with an account and these roles."""
    account = Account.objects.create_user(f"{name}@{where.slug}.example.org")
    who = Person.objects.create(area=where, account=account, name=name, created_at=now())
    for kind in kinds:
        Role.objects.create(area=where, person=who, kind=kind, begins_on=date(2026, 1, 1))
    return who


def facilitator(where: Area, name: str = "freja") -> Person:
    """Who brings votes in, counts and publishes."""
    return person(where, name, RoleKind.FACILITATOR)


def sign_in(client: Client, who: Person | None) -> None:
    """Come in as somebody who works here does: with a second factor."""
    client.logout()
    if who is not None:
        client.force_login(who.account)
        session = client.session
        session["second_factor_of"] = who.account_id
        session.save()


def draft(by: Person, content: bytes = PB, **words: Any) -> Decision:
    """A decision whose file is read and waits to be confirmed."""
    decision = actions.submit_file(
        area=by.area, words=WORDS | words, file_name="votes.pb", content=content, by=by, now=now()
    )
    run_pending_jobs()
    return _again(decision)


def imported(by: Person, content: bytes = PB, currency: str = "DKK", **words: Any) -> Decision:
    """A decision whose votes are in."""
    decision = actions.confirm_import(
        decision=draft(by, content, **words), currency=currency, by=by, now=now()
    )
    return _again(decision)


def counted(
    by: Person, content: bytes = PB, *rules: str, decision: Decision | None = None, **words: Any
) -> Decision:
    """A counted decision: by the first rule, by the others to compare."""
    decision = decision or imported(by, content, **words)
    orders = [Order(rule=rule) for rule in rules or ("equal-shares", "greedy-votes")]
    actions.order_count(decision=decision, orders=orders, by=by, now=now())
    run_pending_jobs()
    return _again(decision)


def published(by: Person, content: bytes = PB, *rules: str, **words: Any) -> Decision:
    """A published result of a budget."""
    decision = counted(by, content, *rules, **words)
    actions.write_words(decision=decision, words=MEANING, by=by, now=now())
    actions.publish(decision=_again(decision), by=by, now=now())
    return _again(decision)


def vote_of_homes(by: Person, *, is_published: bool = False, **words: Any) -> Decision:
    """A vote of the homes, from its minutes."""
    said = {"title": "Shall block 4 be rebuilt?", "nature": "decision"} | MEANING | words
    said.pop("decided_on")
    decision = actions.enter_vote(area=by.area, words=said, vote=VOTE, by=by, now=now())
    if is_published:
        actions.publish(decision=decision, by=by, now=now())
    return _again(decision)


def _again(decision: Decision) -> Decision:
    """As a request would load it."""
    return Decision.objects.select_related("area").get(pk=decision.pk)


def many(projects: int, voters: int = 40) -> bytes:
    """An invented election of any size, the same each time."""
    rows = [f"{one};{10 + one * 7 % 50};Proposal {one};{one % 4}" for one in range(1, projects + 1)]
    ballots = [
        ",".join(str(1 + (voter * 7 + step * step * 3) % projects) for step in range(1 + voter % 4))
        for voter in range(voters)
    ]
    return "\n".join(
        [
            "META",
            "key;value",
            f"budget;{projects * 12}",
            "vote_type;approval",
            "currency;DKK",
            "PROJECTS",
            "project_id;cost;name;category",
            *rows,
            "VOTES",
            "voter_id;vote",
            *(f"{number};{_once(ballot)}" for number, ballot in enumerate(ballots)),
        ]
    ).encode()


def _once(ballot: str) -> str:
    return ",".join(dict.fromkeys(ballot.split(",")))
