"""What goes on in the demo today: a vote that a visitor can take part in, and a call for proposals."""

from dataclasses import dataclass
from typing import Any

from medskab.common.clock import now
from medskab.common.codes import shown
from medskab.decisions import actions
from medskab.decisions.models import BallotShape, Decision, DecisionKind, Nature, PhaseKind, Poll
from medskab.people.models import Person
from medskab.tools.vault.key_words import to_words

from . import ballots
from .budget import check, phases, propose
from .budget_vote import FACTS
from .mandates import BUDGET, BUDGET_KRONER, YOUTH, YOUTH_KRONER, money_for, put_in_more
from .notices import put_codes_up
from .proposals import Idea, Proposed
from .story import Story
from .voting import Vote, cast_all, prepare, send_letters

YOUNG_TITLE, NEXT_TITLE = "Ungepuljen: 40.000 kr.", "Beboerbudget, anden runde"
YOUNG_DAYS = {
    PhaseKind.PROPOSE: (-45, -32),
    PhaseKind.SHAPE: (-31, -24),
    PhaseKind.CAPACITY: (-23, -14),
    PhaseKind.VOTE: (-4, 24),
    PhaseKind.COUNT: (25, 28),
    PhaseKind.DELIVER: (29, 300),
}
NEXT_DAYS = {
    PhaseKind.PROPOSE: (-8, 28),
    PhaseKind.SHAPE: (29, 43),
    PhaseKind.CAPACITY: (44, 58),
    PhaseKind.VOTE: (65, 79),
    PhaseKind.COUNT: (80, 84),
    PhaseKind.DELIVER: (85, 450),
}
_FREJA, _LEYLA, _YUSUF, _MIKKEL = "Freja, beboerhuset", "Leyla, blok 1", "Yusuf, blok 5", "Mikkel, blok 7"
YOUNG_IDEAS = (
    Idea("Filmaftener i gård 7", "Lærred, lyd og popcorn.", 9_000, 7, "leyla", _LEYLA, (5, 6, 1)),
    Idea("Mikrofoner til lydstudiet", "Rummet har vi. Lyden mangler.", 14_000, 0, "yusuf", _YUSUF, (2, 7, 0)),
    Idea("Malerværksted", "Vi maler skuret grønt.", 6_500, 3, "sofia", "Amira, blok 4", (4, 4, 2)),
    Idea("Skateramper", "To ramper, der kan flyttes.", 18_000, 8, "yusuf", _MIKKEL, (2, 7, 0)),
    Idea("Kursus i førstehjælp", "Med bevis til dit CV.", 5_000, 0, "leyla", _FREJA, (4, 4, 4)),
    Idea("Turnering i fodbold", "Otte hold, ét for hver blok.", 8_000, 0, "sofia", _MIKKEL, (6, 5, 0)),
)
NEXT_IDEAS: tuple[Proposed, ...] = (
    ("Et bord med bøger i vaskeriet", "Tag en, sæt en.", 3_500, 6, "leyla"),
    ("Plads til cykler i blok 5", "Stativer i to lag, så gangen er fri.", 26_000, 5, "hassan"),
    ("Blomster langs stien", "Vi planter selv en lørdag i april.", 12_000, 2, "tove"),
)
_VOTERS, _SEED = 70, 7


@dataclass(frozen=True)
class Frame:
    """What a decision is about, under which right, and when."""

    title: str
    right: str
    kroner: int
    days: dict[PhaseKind, tuple[int, int]]
    who: str
    about: str


_YOUNG = Frame(
    YOUNG_TITLE,
    YOUTH,
    YOUTH_KRONER,
    YOUNG_DAYS,
    "Alle over 12 år, som bor i Engparken",
    "40.000 kr. til det, unge selv laver. Alle over 12 år stemmer. Du bruger pengene selv på stemmesedlen.",
)
_NEXT = Frame(
    NEXT_TITLE,
    BUDGET,
    BUDGET_KRONER,
    NEXT_DAYS,
    "Alle over 12 år, som bor i Engparken",
    "250.000 kr. igen i år. Skriv, hvad du vil lave, og hvor.",
)


class NothingOpen(LookupError):
    """The vote of the demo is over."""


def open_votes(story: Story) -> list[str]:
    """The young share out their money now; the next budget takes proposals. Says how to take part."""
    vote = _young(story)
    _next(story)
    codes = ", ".join(new_codes(3))
    put_codes_up(story, codes, until=vote.last)
    key = " / ".join(to_words(vote.private_key))
    return [
        f"A vote that is open until {story.on(vote.last):%d.%m.%Y}; try it with: {codes}",
        f"The key of its urn, which nobody else has: {key}",
        f"A budget that takes proposals until {story.on(NEXT_DAYS[PhaseKind.PROPOSE][1]):%d.%m.%Y}",
    ]


def new_codes(count: int) -> list[str]:
    """Codes to vote with in the demo, made at the desk by two people as everywhere."""
    found = Poll.objects.filter(decision__title=YOUNG_TITLE, area__is_demo=True, is_rehearsal=False)
    poll = found.select_related("decision__area").first()
    if poll is None or not poll.is_open(now()):
        raise NothingOpen
    freja, poul = (_staff(poll.decision, key) for key in ("freja", "poul"))
    issue = actions.issue_at_desk(
        poll=poll, count=count, because="Til gæster i demoen", second=poul, by=freja, now=now()
    )
    return [shown(code) for code in issue.codes]  # type: ignore[attr-defined]


def _young(story: Story) -> Vote:
    decision = _opened(story, _YOUNG)
    for number, idea in enumerate(YOUNG_IDEAS):
        words = (idea.title, idea.text, idea.kroner, idea.block, idea.by)
        propose(story, decision, words, day=-44 + number)
    for idea in YOUNG_IDEAS:
        check(story, decision, idea, day=-20, due=120)
    freja = story.who("freja")
    decision = actions.freeze_ballot(decision=decision, by=freja, now=story.at(-13))
    first, last = YOUNG_DAYS[PhaseKind.VOTE]
    facts: dict[str, Any] = FACTS | {"shape": BallotShape.KNAPSACK, "most": len(YOUNG_IDEAS)}
    vote = prepare(story, decision, facts, first=first, last=last)
    send_letters(vote, desk=1)
    vote.poll = actions.start_voting(decision=decision, by=freja, now=story.at(first - 1))
    _some_vote(vote, decision)
    return vote


def _some_vote(vote: Vote, decision: Decision) -> None:
    """The first evenings: what each of them chooses fits into the money."""
    costs = {one.project: one.cost for one in decision.proposals.all()}
    ids = {one.title: one.project for one in decision.proposals.all()}
    coming = []
    for voter in ballots.of_budget(YOUNG_IDEAS, ids, voters=_VOTERS, seed=_SEED):
        left, chosen = decision.budget or 0, list[str]()
        for one in voter.choice.get("approve", ()):
            if costs[one] <= left:
                left, chosen = left - costs[one], [*chosen, one]
        choice = {"spend": chosen} if chosen else ballots.BLANK
        coming.append((ballots.Voter(voter.block, choice), vote.letter(voter.block)))
    cast_all(Vote(vote.story, vote.poll, b"", vote.first, -1), coming)


def _next(story: Story) -> None:
    put_in_more(story, day=-14)
    decision = _opened(story, _NEXT)
    for number, words in enumerate(NEXT_IDEAS):
        propose(story, decision, words, day=-6 + 2 * number)


def _opened(story: Story, frame: Frame) -> Decision:
    mandate, line = money_for(story, frame.right)
    freja, begun = story.who("freja"), min(first for first, _last in frame.days.values()) - 3
    facts = {
        "title": frame.title,
        "about": frame.about,
        "kind": DecisionKind.BUDGET,
        "nature": Nature.DECISION,
        "mandate": mandate,
        "budget_line": line,
        "budget": frame.kroner * 100,
    }
    words = {
        "decided_by": frame.who,
        "basis": f"Retten “{mandate.title}”: {mandate.legal_basis}.",
        "meaning": "De valgte forslag bliver til noget. Hvert forslag har en, der har ansvaret for det.",
        "objection": "Skriv til beboerhuset inden 14 dage. Bestyrelsen svarer inden tre uger.",
    }
    decision = actions.set_up(area=story.area, facts=facts, by=freja, now=story.at(begun))
    actions.plan(decision=decision, dates=phases(story, frame.days), by=freja, now=story.at(begun))
    decision = actions.write_words(decision=decision, words=words, by=freja, now=story.at(begun))
    return actions.open_decision(decision=decision, by=freja, now=story.at(begun, 13))


def _staff(decision: Decision, key: str) -> Person:
    return Person.objects.get(area=decision.area, account__email=f"{key}@demo.invalid")
