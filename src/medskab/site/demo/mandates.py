"""Who decides over what in the demo, and the money that goes with it."""

from medskab.mandates import actions as mandates
from medskab.mandates.models import Mandate
from medskab.resources import actions as resources
from medskab.resources.models import BudgetLine

from .meetings import ABOUT_PLAN, YEARLY
from .story import Story

BUDGET, YOUTH, PLAN = "Beboerbudget", "Ungepulje", "Helhedsplan for Engparken"
BUDGET_KRONER, YOUTH_KRONER = 250_000, 40_000
_GIVEN = YEARLY + 8
_PAYEE = "Boligafdelingen Engparken (opdigtet)"


def hand_over(story: Story) -> str:
    """The board hands over what the meeting decided; the money is entered."""
    budget = _give(
        story,
        title=BUDGET,
        field="Hvad der bliver lavet i gårdene, på stierne og i fællesrummene",
        holder="Alle over 12 år, som bor i Engparken",
        ceiling_ore=BUDGET_KRONER * 100,
        total_ore=BUDGET_KRONER * 200,
        second_person_above_ore=20_000_00,
        legal_basis=f"Afdelingsmødet {story.danish(YEARLY)}, beboernes forslag",
    )
    youth = _give(
        story,
        title=YOUTH,
        field="Hvad der bliver lavet for og af unge",
        holder="Alle over 12 år, som bor i Engparken",
        co_holder="Beboerforeningen Engparken (opdigtet)",
        is_youth=True,
        ceiling_ore=YOUTH_KRONER * 100,
        legal_basis=f"Afdelingsmødet {story.danish(YEARLY)}, beboernes forslag",
    )
    _put_in(story, budget, "Beboerbudget, første runde", BUDGET_KRONER, "Boligorganisationen (opdigtet)")
    _put_in(story, youth, "Ungepuljen", YOUTH_KRONER, "Demo Kommune (opdigtet)")
    return "Two rights are handed over, one of them to the young, with the money for both"


def hand_over_plan(story: Story) -> Mandate:
    """The homes decide over the plan: the law gives it to them."""
    return _give(
        story,
        day=ABOUT_PLAN + 2,
        title=PLAN,
        field="Ja eller nej til den fysiske helhedsplan, som er lavet sammen",
        holder="Alle husstande i Engparken, to stemmer hver",
        ceiling_ore=61_000_000_00,
        legal_basis=f"Lov om almene boliger; ekstraordinært afdelingsmøde {story.danish(ABOUT_PLAN)}",
    )


def put_in_more(story: Story, *, day: int) -> None:
    """The second round has its money."""
    right = Mandate.objects.get(area=story.area, title=BUDGET)
    _put_in(
        story, right, "Beboerbudget, anden runde", BUDGET_KRONER, "Boligorganisationen (opdigtet)", day=day
    )


def money_for(story: Story, title: str) -> tuple[Mandate, BudgetLine]:
    """A right and the newest sum under it."""
    right = Mandate.objects.get(area=story.area, title=title)
    return right, BudgetLine.objects.filter(mandate=right).latest("pk")


def _give(story: Story, *, day: int = _GIVEN, **facts: object) -> Mandate:
    usual = {
        "starts_on": story.on(day),
        "ends_on": story.on(day + 4 * 365),
        "payee": _PAYEE,
        "revocable_by": "Afdelingsmødet",
        "objection": "Skriv til afdelingsbestyrelsen inden 14 dage. Svaret kommer inden tre uger.",
    }
    return mandates.give_mandate(
        area=story.area, facts=usual | facts, by=story.who("birgit"), now=story.at(day)
    )


def _put_in(
    story: Story, right: Mandate, title: str, kroner: int, source: str, *, day: int = _GIVEN + 1
) -> None:
    resources.open_budget_line(
        area=story.area,
        title=title,
        mandate=right,
        amount_ore=kroner * 100,
        source=source,
        by=story.who("freja"),
        now=story.at(day),
    )
