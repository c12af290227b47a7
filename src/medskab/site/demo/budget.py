"""The demo's participatory budget from the right to decide to the ballot: proposed, shaped, checked."""

from datetime import datetime

from medskab.decisions import actions
from medskab.decisions.models import Decision, DecisionKind, Nature, PhaseKind, ProposalDraft, ShapingAnswer
from medskab.needs.models import Need

from . import proposals
from .mandates import BUDGET, BUDGET_KRONER, money_for
from .meetings import BUDGET_MOTION, YEARLY, point_of
from .proposals import Idea, Proposed
from .story import Story

TITLE = "Engparkens beboerbudget"
# The days of each phase, and the day on which everything is set up.
SET_UP = -222
DAYS = {
    PhaseKind.PROPOSE: (-217, -196),
    PhaseKind.SHAPE: (-195, -181),
    PhaseKind.CAPACITY: (-180, -166),
    PhaseKind.VOTE: (-160, -147),
    PhaseKind.COUNT: (-146, -141),
    PhaseKind.DELIVER: (-140, 220),
}


def phases(story: Story, days: dict[PhaseKind, tuple[int, int]]) -> dict[str, tuple[datetime, datetime]]:
    """The days of a decision as `plan` takes them: from eight in the morning to eight in the evening."""
    return {str(kind): (story.at(first, 8), story.at(last, 20)) for kind, (first, last) in days.items()}


def set_up_budget(story: Story) -> str:
    """Under the right that the meeting gave, with its money put aside, the budget is opened."""
    right, line = money_for(story, BUDGET)
    freja = story.who("freja")
    facts = {
        "title": TITLE,
        "about": "250.000 kr. til gårde, stier og fællesrum. Alle over 12 år kan foreslå og stemme.",
        "kind": DecisionKind.BUDGET,
        "nature": Nature.DECISION,
        "mandate": right,
        "budget_line": line,
        "budget": BUDGET_KRONER * 100,
    }
    words = {
        "decided_by": "Alle over 12 år, som bor i Engparken",
        "basis": f"Afdelingsmødet gav beboerbudgettet 250.000 kr. den {story.danish(YEARLY)}.",
        "meaning": "De valgte forslag begynder straks. Hvert forslag har en tovholder og en kontaktperson.",
        "objection": "Skriv til beboerhuset inden 14 dage. Bestyrelsen svarer inden tre uger.",
    }
    decision = actions.set_up(area=story.area, facts=facts, by=freja, now=story.at(SET_UP))
    actions.plan(decision=decision, dates=phases(story, DAYS), by=freja, now=story.at(SET_UP))
    decision = actions.write_words(decision=decision, words=words, by=freja, now=story.at(SET_UP))
    item = point_of(story, BUDGET_MOTION)
    actions.attach_to_item(decision=decision, item=item, by=freja, now=story.at(SET_UP))
    actions.open_decision(decision=decision, by=freja, now=story.at(SET_UP + 2))
    return "The participatory budget is opened, and its money put aside"


def propose_and_shape(story: Story) -> str:
    """Residents propose; two proposals become one, another author says no; all are checked by name."""
    decision = decision_of(story, TITLE)
    single = [idea for idea in proposals.ON_THE_BALLOT if idea is not proposals.BENCHES]
    for number, idea in enumerate(single):
        words = (idea.title, idea.text, idea.kroner, idea.block, idea.by)
        propose(story, decision, words, day=-216 + number, need=idea.need)
    others = (*proposals.MERGED, proposals.TAKEN_BACK, proposals.CANNOT_BE_BUILT)
    drafts = [propose(story, decision, words, day=-202) for words in others]
    actions.withdraw_draft(draft=drafts[2], by=story.who("mikkel"), now=story.at(-200))
    _merge(story, decision, drafts[:2])
    _refuse_to_merge(story, decision)
    for place, idea in enumerate(proposals.ON_THE_BALLOT):
        check(story, decision, idea, day=-175, due=-60 + 4 * place)
    _say_what_cannot_be_built(story, drafts[3])
    actions.freeze_ballot(decision=decision, by=story.who("freja"), now=story.at(-166))
    return f"{len(single) + len(others)} proposals, {len(proposals.ON_THE_BALLOT)} of them on the ballot"


def decision_of(story: Story, title: str) -> Decision:
    """A decision of the demo by its title, as a request would load it."""
    return Decision.objects.select_related("area").get(area=story.area, title=title)


def check(story: Story, decision: Decision, idea: Idea, *, day: int, due: int) -> None:
    """Somebody who knows says what it costs; somebody by name carries it out."""
    facts = {
        "can_be_done": True,
        "carried_out_by": idea.done_by,
        "organisation": "Boligafdelingen Engparken (opdigtet)",
        "cost_ore": idea.cost_ore,
        "done_by": story.on(due),
        "note": "",
    }
    draft = decision.drafts.get(title=idea.title)
    actions.check_capacity(draft=draft, facts=facts, by=story.who(idea.checked_by), now=story.at(day, 14))


def propose(story: Story, decision: Decision, words: Proposed, *, day: int, need: str = "") -> ProposalDraft:
    """Somebody hands a proposal in."""
    title, text, kroner, block, by = words
    facts = {"title": title, "text": text, "cost_ore": kroner * 100, "place": story.block(block)}
    facts["need"] = Need.objects.filter(area=story.area, title=need).first() if need else None
    return actions.propose(decision=decision, facts=facts, by=story.who(by), now=story.at(day, 18))


def _merge(story: Story, decision: Decision, drafts: list[ProposalDraft]) -> None:
    merged = proposals.BENCHES
    shaping = actions.offer_shaping(
        decision=decision,
        drafts=drafts,
        wordings=[{"title": merged.title, "text": merged.text, "cost_ore": merged.cost_ore}],
        because="I vil det samme sted hen. Ét forslag har flere bag sig end to.",
        by=story.who("freja"),
        now=story.at(-192),
    )
    for answer in shaping.answers.select_related("draft__author", "shaping"):
        actions.answer_shaping(answer=answer, has_agreed=True, by=answer.draft.author, now=story.at(-190, 19))


def _refuse_to_merge(story: Story, decision: Decision) -> None:
    """Nobody's proposal is changed without them: Sofia says no, and both stand as they are."""
    both = [decision.drafts.get(title=idea.title) for idea in (proposals.GIRLS, proposals.STUDIO)]
    wording = {"title": "Ungehus i blok 5", "text": "Studie og klub i samme rum.", "cost_ore": 7_000_000}
    shaping = actions.offer_shaping(
        decision=decision,
        drafts=both,
        wordings=[wording],
        because="Begge søger det samme rum.",
        by=story.who("freja"),
        now=story.at(-189),
    )
    sofia = story.who("sofia")
    answer = ShapingAnswer.objects.select_related("draft", "shaping").get(
        shaping=shaping, draft__author=sofia
    )
    actions.answer_shaping(answer=answer, has_agreed=False, by=sofia, now=story.at(-188, 17))


def _say_what_cannot_be_built(story: Story, draft: ProposalDraft) -> None:
    facts = {"can_be_done": False, "note": proposals.WHY_NOT_BUILT}
    actions.check_capacity(draft=draft, facts=facts, by=story.who("ole"), now=story.at(-174))
