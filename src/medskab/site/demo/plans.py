"""Two plans for the houses of the demo: one from above, voted down; one made together, carried."""

from datetime import timedelta
from typing import Any

from medskab.decisions import actions
from medskab.decisions.models import (
    BallotShape,
    DecisionKind,
    Gathering,
    Majority,
    Nature,
    PhaseKind,
    VoterUnit,
)
from medskab.needs.models import Need

from . import ballots
from .budget import phases
from .initiatives import end_workshop
from .listening import PLAN
from .mandates import hand_over_plan
from .meetings import ABOUT_PLAN, NEW_PLAN, point_of
from .opening import open_before_witnesses, publish
from .papers import type_twice
from .story import Story
from .voting import Vote, cast_all, check_in, open_urn_for_votes, prepare, send_letters, shut

FROM_ABOVE, TOGETHER = "Helhedsplan for Engparken", "Helhedsplanen, som vi har lavet sammen"
HELD = -400
DIGITAL, PAPER = 720, 40
DAYS = {
    PhaseKind.VOTE: (-98, -85),
    PhaseKind.COUNT: (-84, -82),
    PhaseKind.DELIVER: (-81, 1400),
}
_SEED = 2024
_OBJECTION = "Klag over afstemningen til kommunen inden fire uger."


def vote_from_above(story: Story) -> str:
    """The first plan, entered from its minutes: nobody was asked before it was drawn."""
    by = story.who("freja")
    vote = {
        "yes": 269,
        "no": 362,
        "blank": 8,
        "invalid": 3,
        "homes": 1_345,
        "votes_per_home": 2,
        "majority": Majority.OF_VALID,
        "gathering": Gathering.BALLOT,
        "held_on": story.on(HELD),
        "minutes": "Referat af urafstemningen, punkt 4 (opdigtet)",
    }
    words = {
        "title": FROM_ABOVE,
        "nature": Nature.DECISION,
        "decided_by": "Husstandene i Engparken",
        "basis": "Fysisk helhedsplan, sendt til afstemning af boligorganisationen.",
        "meaning": "Planen bliver ikke gennemført. En ny plan laves sammen med beboerne.",
        "objection": _OBJECTION,
    }
    moment = story.at(HELD + 1)
    decision = actions.enter_vote(area=story.area, words=words, vote=vote, by=by, now=moment)
    actions.publish(decision=decision, by=by, now=moment + timedelta(hours=2))
    return "The plan from above, voted down"


def vote_together(story: Story) -> str:
    """The second plan: every home has two votes, and the urn is sealed."""
    _first, last = DAYS[PhaseKind.VOTE]
    vote = _opened(story)
    voters = ballots.of_homes(voters=DIGITAL + PAPER, seed=_SEED)
    digital, on_paper = voters[:DIGITAL], voters[DIGITAL:]
    cast_all(vote, [(voter, vote.letter(voter.block)) for voter in digital])
    check_in(vote, [vote.letter(voter.block) for voter in on_paper])
    shut(vote)
    papers: list[dict[str, Any] | None] = [voter.choice for voter in on_paper[:-2]]
    type_twice(vote, [*papers, None, None], slip_at=3, slip=ballots.BLANK)
    open_before_witnesses(vote, day=last + 1)
    publish(vote, day=last + 2)
    end_workshop(story, day=last + 10)
    return f"The plan made together, carried with {DIGITAL + PAPER} votes of the homes"


def _opened(story: Story) -> Vote:
    freja = story.who("freja")
    right = hand_over_plan(story)
    facts = {
        "title": TOGETHER,
        "about": "Nye vinduer, lys på alle stier og tre gårde. Huslejen stiger 16,40 % over fire år.",
        "kind": DecisionKind.HOUSEHOLD,
        "nature": Nature.DECISION,
        "mandate": right,
    }
    words = {
        "decided_by": "Husstandene i Engparken. Hvert hjem har to stemmer",
        "basis": f"Afdelingsmødet {story.danish(ABOUT_PLAN)} sendte planen til urafstemning.",
        "meaning": "Planen bliver gennemført. Arbejdet begynder i blok 1. Følgegruppen mødes hver måned.",
        "objection": _OBJECTION,
    }
    moment = story.at(ABOUT_PLAN + 4)
    need = Need.objects.for_area(story.area).get(title=PLAN)
    decision = actions.set_up(area=story.area, facts=facts, need=need, by=freja, now=moment)
    actions.plan(decision=decision, dates=phases(story, DAYS), by=freja, now=moment)
    decision = actions.write_words(decision=decision, words=words, by=freja, now=moment)
    actions.attach_to_item(decision=decision, item=point_of(story, NEW_PLAN), by=freja, now=moment)
    decision = actions.open_decision(decision=decision, by=freja, now=story.at(ABOUT_PLAN + 5))
    facts = {"unit": VoterUnit.HOME, "codes_per_home": 2, "shape": BallotShape.YES_NO}
    first, last = DAYS[PhaseKind.VOTE]
    vote = prepare(story, decision, facts, first=first, last=last)
    send_letters(vote, desk=20)
    open_urn_for_votes(vote)
    return vote
