"""Builds the demo through the same deeds as real areas: nothing in it is shown that was not done."""

from collections.abc import Iterator
from datetime import date

from medskab.common.clock import now
from medskab.decisions import actions as decisions
from medskab.decisions.models import Decision, Gathering, Majority, Nature
from medskab.methods.budgeting.write_pb import write_pb
from medskab.people.models import Person
from medskab.places import actions as places
from medskab.places.models import Area, DwellingList
from medskab.tools.jobs.worker import run_one

from . import ballots, homes
from .actions import found_demo
from .cast import CAST

WORDS_OF_BUDGET = {
    "decided_by": "Alle over 12 år, som bor i Engparken",
    "basis": "Afdelingsmødet gav beboerbudgettet 250.000 kr. den 12. februar 2026.",
    "meaning": "De valgte forslag begynder i maj. Hvert forslag har en tovholder og en kontaktperson.",
    "objection": "Skriv til beboerhuset inden 14 dage. Bestyrelsen svarer inden tre uger.",
}
WORDS_OF_PLAN = {
    "decided_by": "Husstandene i Engparken",
    "basis": "Fysisk helhedsplan, sendt til afstemning af boligorganisationen.",
    "meaning": "Planen bliver ikke gennemført. En ny plan laves sammen med beboerne.",
    "objection": "Klag over afstemningen til kommunen inden fire uger.",
}


class CannotBuild(RuntimeError):
    """A step of the demo did not end as it should."""


def is_built() -> bool:
    """Whether the demo stands, whole."""
    return Decision.objects.public().filter(area__slug="engparken").count() >= 2


def build() -> Iterator[str]:
    """Build what is missing; says after each step what is done."""
    if not Area.objects.filter(slug="engparken").exists():
        found_demo(by=None, now=now())
        yield f"Two areas and {len(CAST)} invented people"
    for slug, content in (("engparken", homes.engparken()), ("birkelunden", homes.birkelunden())):
        area = Area.objects.get(slug=slug)
        if not DwellingList.objects.for_area(area).exists():
            yield f"{_bring_homes(area, content):,} homes in {area.name}"
    engparken = Area.objects.get(slug="engparken")
    if not Decision.objects.for_area(engparken).filter(kind="household").exists():
        _vote_on_plan(engparken)
        yield "The plan from above, voted down"
    if not Decision.objects.for_area(engparken).filter(kind="budget").exists():
        decision = _decide_budget(engparken)
        yield f"The budget of 2026: {decision.voters} ballots, counted and published"


def _bring_homes(area: Area, content: bytes) -> int:
    by = _staff(area)
    brought = places.upload_list(area=area, file_name="boliger.csv", content=content, by=by, now=now())
    places.ask_to_carry_out(dwelling_list=brought, by=by, now=now())
    _work()
    brought.refresh_from_db()
    return int(brought.line_count)


def _vote_on_plan(area: Area) -> None:
    by = _staff(area)
    held_on = date(2025, 11, 1)
    vote = {
        "yes": 269,
        "no": 362,
        "blank": 8,
        "invalid": 3,
        "homes": 1_345,
        "votes_per_home": 2,
        "majority": Majority.OF_VALID,
        "gathering": Gathering.BALLOT,
        "held_on": held_on,
        "minutes": "Referat af urafstemningen, punkt 4 (opdigtet)",
    }
    words = {"title": "Helhedsplan for Engparken", "nature": Nature.DECISION, **WORDS_OF_PLAN}
    decision = decisions.enter_vote(area=area, words=words, vote=vote, by=by, now=now())
    decisions.publish(decision=decision, by=by, now=now())


def _decide_budget(area: Area) -> Decision:
    by = _staff(area)
    words = {
        "title": "Beboerbudget 2026",
        "nature": Nature.DECISION,
        "source_note": "Opdigtede stemmer til demoen",
        "ballots_already_public_at": "Opdigtet: stemmerne er lavet af et program",
    }
    decision = decisions.submit_file(
        area=area,
        words=words,
        file_name="beboerbudget-2026.pb",
        content=write_pb(ballots.election()),
        by=by,
        now=now(),
    )
    _work()
    decision = decisions.confirm_import(decision=decision, currency="DKK", by=by, now=now())
    order = decisions.Order("equal-shares", "cost", "add1")
    by_votes = order.by_rule_alone("greedy-votes")
    decisions.order_count(decision=decision, orders=[order, by_votes], by=by, now=now())
    _work()
    decision.refresh_from_db()
    decision = decisions.write_words(decision=decision, words=dict(WORDS_OF_BUDGET), by=by, now=now())
    return decisions.publish(decision=decision, by=by, now=now())


def _staff(area: Area) -> Person:
    key = next(player for player in CAST if player.area == area.slug and player.role == "facilitator").key
    return Person.objects.for_area(area).get(account__email=f"{key}@demo.invalid")


def _work() -> None:
    while job := run_one("demo"):
        job.refresh_from_db()
        if job.state != "done":
            raise CannotBuild(f"{job.title}: {job.state}. {job.error}")
